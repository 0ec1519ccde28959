"""Why

Without a primary key nothing tells the rows of a cube apart. Where a join repeats them, its measures count them again, or are
refused.

Bad

    cube(`Orders`, { …, joins: { Items: { relationship: `hasMany`, … } }, dimensions: {} })

Good

    dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } }

False positives

A cube that is never asked for together with another one.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("MOD002", "a joined cube without a primary key", "info", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each cube with measures and without a key that takes part in a join."""
    joined = {
        name
        for cube in study.model.cubes.values()
        for join in cube.joins
        for name in (cube.name, join.target)
    }
    for cube in study.model.cubes.values():
        if cube.name in joined and cube.measures and not cube.primary_keys:
            yield RULE.at(
                cube.span,
                f"cube `{cube.name}` takes part in joins and has no primary key",
                cube=cube.name,
                help="mark a dimension with `primaryKey: true`",
            )
