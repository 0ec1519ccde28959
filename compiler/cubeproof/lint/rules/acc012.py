"""Why

A guard restricts the rows of the SELECT that it stands in. A query inside of it, in a WITH, a derived table, EXISTS, IN or in
the place of a value, reads what it reads without it. So does the SQL of a dimension or measure, and what stands beside the
guarded rows in a FROM with nothing that ties it to them.

Bad

    SELECT *, (SELECT avg(amount) FROM orders) AS average FROM orders
    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

Good

    SELECT *, (SELECT avg(amount) FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}) AS average
    FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

A nested query that is tied to the rows around it by a key that the rule does not know for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic, Severity
from cubeproof.lint import places
from cubeproof.lint.beside import conditions, joined_by_owner
from cubeproof.lint.loose import hides, loose
from cubeproof.lint.places import exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Reading, Study
from cubeproof.lower import sql

RULE = Rule("ACC012", "a nested query that reads a guarded table unguarded", "error", sound=False)
_SELECT: Final = re.compile(r"\bselect\b", re.I)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each table that is guarded somewhere and read in a nested query without a guard."""
    yield from _loose(study)
    for reading in _read(study):
        if reading.tree is None:
            continue
        for table in study.open_tables(reading):
            guards = study.guarded_tables.get(places.table_key(table))
            where = _nested(table) or _itself(table, reading)
            if (
                not guards
                or where is None
                or (_is_guarded(study, reading) and _is_tied(table, {guard.column for guard in guards}))
            ):
                continue
            yield RULE.at(
                reading.written.atoms[0].span if reading.spots else reading.piece.template.span,
                f"{where} of {_whose(reading)} reads `{table.name}` unguarded, which `{guards[0].cube}` guards",
                cube=reading.cube.name,
                help=f"guard it there too, by `{guards[0].column}`",
                severity=_severity(where, reading),
            )


def _read(study: Study) -> Iterator[Reading]:
    """The SQL of cubes, and of their members, where it reads tables."""
    yield from study.queries
    for piece in study.pieces:
        if piece.member is not None and _SELECT.search(" ".join(sql.texts(piece.template))):
            yield from study.read(piece)


def _loose(study: Study) -> Iterator[Diagnostic]:
    """Each guard that does not bind the rows of its statement, and each name that a WITH gives too late."""
    for reading in study.queries:
        for table in hides(reading.tree) if reading.tree is not None and reading.spots else ():
            yield RULE.at(
                reading.piece.template.span,
                f"`{table.name}` is read before WITH gives that name to a query: it is the table of the database, unguarded",
                cube=reading.cube.name,
                help="define it first",
            )
        for spot, problem, advice, is_doubt in loose(reading):
            atom = reading.atom(spot)
            yield RULE.at(
                atom.span,
                f"the guard on claim `{atom.claim}` {problem}",
                cube=reading.cube.name,
                help=advice,
                severity="info" if is_doubt else "warning",
            )


def _itself(table: exp.Expr, reading: Reading) -> str | None:
    """Whether the statement reads a table beside a nested query that guards it."""
    select = table.find_ancestor(exp.Select)
    if (
        reading.restricting
        or select is None
        or select.parent is not None
        or places.from_of(select)[0] is not table
    ):
        return None
    is_nested = reading.spots and all(
        len(s.levels) == 1 and s.levels[0].select is not select for s in reading.spots
    )
    return "the statement itself" if is_nested else None


def _is_guarded(study: Study, reading: Reading) -> bool:
    """Whether the rows around a nested query are guarded, so that what is tied to them is too."""
    return bool(reading.spots) or (reading.piece.member is not None and study.is_guarded(reading.cube))


def _whose(reading: Reading) -> str:
    return f"cube `{reading.cube.name}`" if reading.piece.member is None else reading.piece.what


def _severity(where: str, reading: Reading) -> Severity | None:
    if where not in ("EXISTS", "IN"):
        return None
    return "info" if reading.restricting else "warning"


def _nested(table: exp.Expr) -> str | None:
    """What kind of nested query a table is read in; None for the statement itself and the arms of a UNION."""
    select = table.find_ancestor(exp.Select)
    at: exp.Expr | None = select
    while at is not None and isinstance(at.parent, exp.Subquery | exp.Paren | exp.SetOperation):
        if isinstance(at.parent, exp.SetOperation) and places.numbers(at.parent) and not places.numbers(at):
            return None  # ACC011 speaks of it
        at = at.parent
    above = at.parent if at is not None else None
    match above:
        case None:
            return None
        case exp.CTE():
            return f"`WITH {above.alias}`"
        case exp.From() | exp.Join() | exp.Lateral():
            return "a derived table"
        case exp.Exists():
            return "EXISTS"
        case exp.In() | exp.Any() | exp.All():
            return "IN"
        case _:
            return "a query in the place of a value"


def _is_tied(table: exp.Expr, guarded: set[str]) -> bool:
    """Whether the nested query is tied to the row around it: by a guarded column, or by the key of one of the two."""
    select = table.find_ancestor(exp.Select)
    if select is None:
        return False
    if isinstance(select, exp.Select) and joined_by_owner(select, guarded):
        return True
    own = {source.alias_or_name.lower() for source in places.from_of(select)}
    for condition in conditions(select):
        sides = (condition.left, condition.right) if isinstance(condition, exp.EQ) else ()
        named = [side for side in sides if isinstance(side, exp.Column)]
        outside = [side for side in named if side.table and side.table.lower() not in own]
        if len(named) != 2 or len(outside) != 1:
            continue
        names = [side.name.lower() for side in named]
        if set(names) & guarded or names[0] != names[1]:
            return True
        if names[0] in ("id", "uuid"):
            return True
    return False
