"""Why

Only WHERE, and the ON of an inner join, decides which rows are read. A guard in the SELECT list, in HAVING, in ORDER BY, in a
comment or in quotes filters nothing; one in a segment or in a measure's filter holds only where a query asks for that.

Bad

    SELECT *, ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AS is_own FROM orders
    SELECT * FROM orders -- WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

Good

    SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}
    SELECT user_id, sum(amount) FROM orders GROUP BY user_id HAVING ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

A column that shows whether a row is the caller's own, in a cube that no guard is meant to restrict.
"""

from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.conditions import doubtful
from cubeproof.lint.facts import compared
from cubeproof.lint.places import Spot, exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Reading, Study
from cubeproof.lower import ir, sql

RULE = Rule("ACC007", "a guard where it filters nothing", "error", sound=True)
_NAMES: Final = {
    "select": "the SELECT list",
    "having": "HAVING",
    "order": "ORDER BY",
    "group": "GROUP BY or DISTINCT ON",
    "from": "the FROM",
    "other": "no WHERE",
}


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard in another clause than WHERE and ON, in a comment, in quotes, or in what a query may leave out."""
    for reading, spot in doubtful(study):
        atom, place = reading.atom(spot), spot.levels[0].clause
        if isinstance(spot.node, exp.Literal) and isinstance(atom.hole, sql.Guard):
            yield _at(reading, spot.number, "a string literal")
        elif place in _NAMES and not _filters_groups(spot) and not (place == "from" and _is_argument(spot)):
            yield _at(reading, spot.number, _NAMES[place])
        elif _is_unread(spot):
            yield _at(reading, spot.number, "a WITH that nothing reads")
    for reading in study.queries:
        seen = {spot.number for spot in reading.spots}
        if reading.tree is not None:
            lost = [n for n, atom in enumerate(reading.written.atoms) if n not in seen]
            yield from (_at(reading, n, "a comment") for n in lost if _is_in_text(reading, n))
    yield from _optional(study)


def _at(reading: Reading, number: int, place: str) -> Diagnostic:
    atom = reading.written.atoms[number]
    return RULE.at(
        atom.span,
        f"the guard on claim `{atom.claim}` stands in {place}, where it filters nothing",
        cube=reading.cube.name,
        help="move it to the WHERE",
    )


def _is_unread(spot: Spot) -> bool:
    """Whether a guard stands in a query that a WITH names and nothing reads."""
    common = spot.node.find_ancestor(exp.CTE)
    if common is None:
        return False
    name = common.alias.lower()
    inside = {id(table) for table in common.find_all(exp.Table)}
    return not any(t.name.lower() == name and id(t) not in inside for t in common.root().find_all(exp.Table))


def _is_in_text(reading: Reading, number: int) -> bool:
    return f"cubeproof_guard_{number}" in reading.written.text


def _is_argument(spot: Spot) -> bool:
    """Whether a claim is an argument of a function that makes rows."""
    return spot.node.find_ancestor(exp.Func) is not None or spot.node.find_ancestor(exp.Table) is not None


def _filters_groups(spot: Spot) -> bool:
    """Whether a HAVING asks for a column that the rows are grouped by: whole groups are the claim's own."""
    level = spot.levels[0]
    column = compared(level.condition)
    group = level.select.args.get("group") if level.select is not None else None
    if level.clause != "having" or column is None or group is None or column.find_ancestor(exp.AggFunc):
        return False
    return any(
        isinstance(key, exp.Column) and key.name.lower() == column.name.lower() for key in group.expressions
    )


def _optional(study: Study) -> Iterator[Diagnostic]:
    for piece in study.pieces:
        if not isinstance(piece.member, ir.Segment | ir.Measure) or study.is_guarded(piece.cube):
            continue
        for hole in sql.walk(piece.template):
            if isinstance(hole, sql.Guard):
                claim = ".".join(hole.path)
                yield RULE.at(
                    hole.span,
                    f"the guard on claim `{claim}` stands in {piece.what}: a query that does not ask for it reads all rows",
                    cube=piece.cube.name,
                    help=f"move it to the SQL of cube `{piece.cube.name}`",
                    severity="warning",
                )
