"""Why

Two cubes with one `sqlAlias` have columns of one name in a query that asks for both: one hides the other.

Bad

    cube(`Orders`, { sqlAlias: `o`, … }); cube(`Offers`, { sqlAlias: `o`, … });

Good

    cube(`Orders`, { sqlAlias: `ord`, … }); cube(`Offers`, { sqlAlias: `off`, … });

False positives

Cubes that no join connects.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir

RULE = Rule("MOD005", "two cubes with one alias", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each cube whose alias another one has before it."""
    first: dict[str, ir.Cube] = {}
    for cube in study.model.cubes.values():
        if cube.alias is None or cube.extends is not None:
            continue
        other = first.setdefault(cube.alias.lower(), cube)
        if other is not cube:
            yield RULE.at(
                cube.span,
                f"cube `{cube.name}` has the alias `{cube.alias}`, which is that of `{other.name}`",
                cube=cube.name,
                help="give each cube an alias of its own",
                related=(Related(f"cube `{other.name}`", other.span),),
            )
