"""Why

A member that names another cube needs a way of joins to it. Without one every query for it fails.

Bad

    cube(`Orders`, { …, dimensions: { city: { sql: `${Users.city}`, type: `string` } } });   // no join to Users

Good

    joins: { Users: { relationship: `belongsTo`, sql: `${CUBE}.user_id = ${Users}.id` } }

False positives

A view that gives the way itself.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import sql

RULE = Rule("MOD006", "a member that no query can reach", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each member that names a cube to which no joins lead, in either direction."""
    near: dict[str, set[str]] = {name: set() for name in study.model.cubes}
    for cube in study.model.cubes.values():
        for join in cube.joins:
            near[cube.name].add(join.target)
            near.setdefault(join.target, set()).add(cube.name)
    islands: dict[str, int] = {}
    for number, name in enumerate(near):
        waiting = [name] if name not in islands else []
        while waiting:
            at = waiting.pop()
            if at not in islands:
                islands[at] = number
                waiting += near[at]
    for piece in study.pieces:
        for hole in sql.walk(piece.template) if piece.member is not None else ():
            names = (
                hole.path[:-1]
                if isinstance(hole, sql.MemberRef)
                else hole.path
                if isinstance(hole, sql.CubeRef)
                else ()
            )
            lost = next((n for n in names if islands.get(n, -1) != islands[piece.cube.name]), None)
            if lost is not None and lost in study.model.cubes:
                yield RULE.at(
                    hole.span,
                    f"{piece.what} names cube `{lost}`, and no join leads there",
                    cube=piece.cube.name,
                    help=f"join `{lost}`",
                )
