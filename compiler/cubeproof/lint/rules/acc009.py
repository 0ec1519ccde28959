"""Why

A guard in the WHERE on a column of the side that a LEFT JOIN adds drops every row without a partner: the LEFT JOIN is an INNER
JOIN. Callers miss rows of their own, and whoever notices is tempted to add `OR … IS NULL`, which opens the cube.

Bad

    SELECT o.* FROM orders o LEFT JOIN stores s ON s.id = o.store_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('s.owner_id')}

Good

    SELECT o.* FROM orders o JOIN stores s ON s.id = o.store_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('s.owner_id')}

False positives

None in meaning; where it is meant, write the JOIN as what it is.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.facts import compared, is_optional
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC009", "a guard in the WHERE on the optional side of an outer join", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard whose column is of a side that may be missing."""
    for reading in study.queries:
        for spot in reading.spots:
            level = spot.levels[0]
            column = (
                compared(level.condition) if level.clause == "where" and level.select is not None else None
            )
            if (
                column is None
                or not column.table
                or level.select is None
                or not is_optional(column, level.select)
            ):
                continue
            atom = reading.atom(spot)
            yield RULE.at(
                atom.span,
                f"the guard on claim `{atom.claim}` is on `{column.table}`, which an outer join adds: rows without it are lost",
                cube=reading.cube.name,
                help="write an inner JOIN if that is meant, or guard a column of the other side",
            )
