"""Why

The ON of a LEFT JOIN decides which rows are joined, not which rows of the left side are shown: a guard there restricts nothing
but the side that is joined. The joins of a model become LEFT JOINs too.

Bad

    SELECT o.* FROM orders o LEFT JOIN users u ON u.id = o.user_id AND ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}

Good

    SELECT o.* FROM orders o LEFT JOIN users u ON u.id = o.user_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}

False positives

A guard of the joined side alone, where the rows of the left side are everybody's.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.conditions import doubtful
from cubeproof.lint.facts import compared
from cubeproof.lint.places import Spot, exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import sql

RULE = Rule("ACC008", "a guard in the ON of an outer join", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard in ON that restricts no row of the side whose rows are all kept."""
    for reading, spot in doubtful(study):
        atom = reading.atom(spot)
        side = _kept(spot)
        if side is None:
            continue
        of_joined = _is_of_joined(spot)
        if of_joined and (reading.restricting or _guards_elsewhere(reading.spots)):
            continue
        yield RULE.at(
            atom.span,
            f"the guard on claim `{atom.claim}` stands in the ON of a {side} JOIN: the rows of the other side are all shown",
            cube=reading.cube.name,
            help="move the guard to the WHERE",
        )
    for cube in study.model.cubes.values():
        for join in cube.joins:
            for hole in sql.walk(join.sql):
                if isinstance(hole, sql.Guard) and not study.is_guarded(cube):
                    claim = ".".join(hole.path)
                    yield RULE.at(
                        hole.span,
                        f"the guard on claim `{claim}` stands in a join, a LEFT JOIN: all rows of `{cube.name}` are shown",
                        cube=cube.name,
                        help=f"move the guard to the SQL of cube `{cube.name}`",
                    )


def _join(spot: Spot) -> exp.Expr | None:
    level = spot.levels[0]
    return level.condition.find_ancestor(exp.Join) if level.clause == "on" else None


def _kept(spot: Spot) -> str | None:
    join = _join(spot)
    side = join.side.upper() if isinstance(join, exp.Join) else ""
    return side or None


def _is_of_joined(spot: Spot) -> bool:
    """Whether the guard's column is one of the side that a LEFT JOIN adds, or a RIGHT JOIN keeps not."""
    level, join = spot.levels[0], _join(spot)
    column = compared(level.condition)
    if (
        column is None
        or level.select is None
        or not isinstance(join, exp.Join)
        or join.side.upper() == "FULL"
    ):
        return False
    is_right = places.owner(column, level.select) is join.this
    return is_right if join.side.upper() == "LEFT" else not is_right


def _guards_elsewhere(spots: tuple[Spot, ...]) -> bool:
    return any(spot.levels[0].clause == "where" for spot in spots)
