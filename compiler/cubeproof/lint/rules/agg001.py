"""Why

A rollup is built once, for nobody in particular, and read by all. If it lacks the guarded column, nothing tells whose rows are
in it: either it cannot be used, or it shows the sums of everybody.

Bad

    preAggregations: { daily: { measures: [count], timeDimension: createdAt, granularity: `day` } }   // guarded by user_id

Good

    preAggregations: { daily: { measures: [count], dimensions: [userId], timeDimension: createdAt, granularity: `day` } }

False positives

Rollups that are built for each tenant, with `contextToAppId` and `scheduledRefreshContexts`.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.columns import column_of
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir

RULE = Rule("AGG001", "a rollup without the guarded column", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each rollup over a guarded cube whose dimensions lack the column of a guard."""
    for cube in study.model.cubes.values():
        guards = [guard for guard in study.guards if guard.cube == cube.name]
        for stored in cube.pre_aggregations.values():
            if stored.type not in ("rollup", "auto_rollup") or not guards:
                continue
            columns = {_column(study, name) for name in stored.dimensions}
            missing = next((g for g in guards if g.column not in columns), None)
            if missing is not None:
                yield RULE.at(
                    stored.span,
                    f"the rollup `{cube.name}.{stored.name}` lacks `{missing.column}`, by which the cube is guarded",
                    cube=cube.name,
                    help=f"add a dimension over `{missing.column}` to the rollup",
                )


def _column(study: Study, name: str) -> str | None:
    cube, _, member = name.rpartition(".")
    found = study.model.cubes.get(cube)
    dimension = found.dimensions.get(member) if found is not None else None
    return column_of(dimension.sql) if isinstance(dimension, ir.Dimension) else None
