"""Why

An `originalSql` pre-aggregation stores the rows of a cube's SQL. With a claim in that SQL it stores those of the caller for whom
it was built, or of nobody, and others read them.

Bad

    cube(`Orders`, {
      sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`,
      preAggregations: { main: { type: `originalSql` } }
    });

Good

    a rollup with the guarded column among its dimensions

False positives

None known.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("AGG002", "an `originalSql` pre-aggregation that reads a claim", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each stored copy of SQL with a claim in it."""
    for cube in study.model.cubes.values():
        atoms = study.atoms(cube)
        for stored in cube.pre_aggregations.values():
            if stored.type == "original_sql" and atoms:
                yield RULE.at(
                    stored.span,
                    f"`{cube.name}.{stored.name}` stores the rows that claim `{atoms[0].claim}` of one caller lets through",
                    cube=cube.name,
                    help="store a rollup with the guarded column instead",
                )
