"""Why

A table that one cube guards, or that has the column which tells tenants apart, shows its rows to everybody through a cube over
it that has no guard.
So does one whose table an access policy of another cube restricts, one that the same loop makes beside guarded
ones, one whose condition is `1 = 1`, and one whose guard is written in the file and replaced.

Bad

    cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
    cube(`AllOrders`, { sql: `SELECT * FROM orders` });

Good

    cube(`AllOrders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });

False positives

A cube that is meant for everybody: name it under `public-cubes` in the configuration. A cube with an access policy is no
finding.
"""

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.lint.columns import columns_of
from cubeproof.lint.lost import is_for
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir, sql

RULE = Rule("ACC015", "an unguarded cube over a table that should be guarded", "error", sound=False)
_ALL_ROWS: Final = re.compile(r"\bwhere\s+\(*\s*(?:1\s*=\s*1|true)\s*\)*\s*$", re.I)


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
            continue
        other = _like(study, cube, table)
        if other is not None:
            found.add(cube.name)
            yield RULE.at(
                cube.span,
                f"cube `{cube.name}` shows all rows of `{table}`: {other}",
                cube=cube.name,
                help="guard it too, or name it under `public-cubes`",
                severity="warning",
            )
    for cube in study.model.cubes.values():
        if (
            cube.name not in found
            and not study.is_guarded(cube)
            and not study.is_public(cube)
            and cube.policies is None
        ):
            yield from _by_column(study, cube)


def _like(study: Study, cube: ir.Cube, table: str | None) -> str | None:
    """Why a cube should have a guard, where no other cube's SQL guards its table."""
    by_policy = study.policy_tables.get(table or "")
    if by_policy is not None:
        return f"a policy of cube `{by_policy.name}` restricts them"
    if cube.public and table is not None and any(is_for(guard, table) for guard in study.lost_guards):
        return "a guard is written for that table, and stands in no cube"
    alike = [c for c in study.model.cubes.values() if _is_same_place(c, cube) and study.is_guarded(c)]
    if alike and cube.public:
        return f"cube `{alike[0].name}`, which the same code makes, has a guard"
    texts = " ".join(sql.texts(cube.table))
    if cube.public and study.guards and _ALL_ROWS.search(texts) and not tuple(sql.walk(cube.table)):
        return "its condition holds for each of them"
    return None


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


def _is_same_place(one: ir.Cube, other: ir.Cube) -> bool:
    """Whether two cubes are made by one call: in a loop, or in a function."""
    return one.span.source is other.span.source and one.span.start == other.span.start
