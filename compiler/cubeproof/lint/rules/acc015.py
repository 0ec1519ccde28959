"""Why

A table that one cube guards, or that has the column which tells tenants apart, shows its rows to everybody through a cube over
it that has no guard.

Bad

    cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
    cube(`AllOrders`, { sql: `SELECT * FROM orders` });

Good

    cube(`AllOrders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });

False positives

A cube that is meant for everybody: name it under `public-cubes` in the configuration. A cube with an access policy is no
finding.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.lint.columns import columns_of
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir

RULE = Rule("ACC015", "an unguarded cube over a table that should be guarded", "error", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each unguarded cube over a guarded table, or with a tenant column."""
    found: set[str] = set()
    for cube in study.model.cubes.values() if study.has_sql else ():
        if study.is_guarded(cube) or study.is_public(cube) or cube.policies is not None:
            continue
        table = study.main_table(cube)
        guards = [guard for guard in study.guarded_tables.get(table or "", ()) if guard.cube != cube.name]
        if guards:
            found.add(cube.name)
            yield RULE.at(
                cube.span,
                f"cube `{cube.name}` shows all rows of `{table}`, which cube `{guards[0].cube}` guards",
                cube=cube.name,
                help=f"guard it by `{guards[0].column}`, or name it under `public-cubes`",
                severity=None if cube.public else "info" if _is_base(study, cube) else "warning",
                related=(Related(f"the guard of `{guards[0].cube}`", guards[0].atom.span),),
            )
    for cube in study.model.cubes.values():
        if (
            cube.name not in found
            and not study.is_guarded(cube)
            and not study.is_public(cube)
            and cube.policies is None
        ):
            yield from _by_column(study, cube)


def _is_base(study: Study, cube: ir.Cube) -> bool:
    """Whether a cube is made to be extended by others that are guarded."""
    return any(other.extends == cube.name and study.is_guarded(other) for other in study.model.cubes.values())


def _by_column(study: Study, cube: ir.Cube) -> Iterator[Diagnostic]:
    named = (study.names_in(cube) if study.has_sql else frozenset()) | study.own_columns(cube)
    for column, claim in study.tenant_columns.items():
        if column in columns_of(cube) or column in named:
            yield RULE.at(
                cube.span,
                f"cube `{cube.name}` has the column `{column}` and no guard: everybody sees all its rows",
                cube=cube.name,
                help=f"guard it: `${{SECURITY_CONTEXT.{claim}.requiredFilter('{column}')}}`, or name it under `public-cubes`",
                severity="warning",
            )
            return
