"""Why

A function around the guarded column or the claim makes different values equal, `lower('Ann')` and `lower('ANN')`, or fails on
some; and no index is used. A cast may do so too: `'1abc'` is 1 in some engines, and a claim that is made a number and a text
again was cut on the way. A column that a nested query makes of a constant, a default or two columns is not whose the row is.

Bad

    WHERE lower(email) = lower(${SECURITY_CONTEXT.email})
    SELECT * FROM (SELECT * REPLACE (1 AS user_id) FROM orders) AS o WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}

Good

    WHERE ${SECURITY_CONTEXT.email.requiredFilter('email')}
    WHERE CAST(user_id AS VARCHAR) = ${SECURITY_CONTEXT.id}

False positives

Values that the engine itself holds to be equal in any case. A cast is only an `info`, one to text no finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.facts import compared
from cubeproof.lint.made import LOSSY, made
from cubeproof.lint.places import Spot, exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC021", "a function or cast around a guarded column or its claim", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each comparison of a claim with something other than a column as it is."""
    for reading in study.with_claims:
        for spot in reading.spots:
            if not isinstance(spot.condition, exp.EQ | exp.In) or reading.piece.kind == "value":
                continue
            found = _around(spot)
            if found is None:
                how = _made(spot) if reading.piece.kind == "query" else None
                if how is not None:
                    yield RULE.at(
                        reading.atom(spot).span,
                        f"the guard on claim `{reading.atom(spot).claim}` is on a column that a nested query makes of {how}",
                        cube=reading.cube.name,
                        help="compare the table's own column, where the table is read",
                    )
                continue
            atom, is_cast = reading.atom(spot), isinstance(found, exp.Cast) and not _is_text(found)
            what = (
                "a cast"
                if isinstance(found, exp.Cast)
                else f"`{found.sql_name().lower() if isinstance(found, exp.Func) else 'a function'}()`"
            )
            yield RULE.at(
                atom.span,
                f"the guard on claim `{atom.claim}` compares through {what}: different values may become equal",
                cube=reading.cube.name,
                help="compare the column as it is, and put the claim into that form where the token is made",
                severity="info" if is_cast else None,
            )


def _made(spot: Spot) -> str | None:
    """How the column that a guard names is made, where it is not the table's own."""
    level = spot.levels[0]
    column = compared(level.condition)
    return None if column is None or level.select is None else made(column, level.select)


def _around(spot: Spot) -> exp.Expr | None:
    condition = spot.condition
    at, cast = spot.node.parent, None
    while at is not None and at is not condition:
        if isinstance(at, LOSSY) or (cast is not None and isinstance(at, exp.Cast) and _is_text(at)):
            return at  # a number that is made a text again was cut or rounded on the way
        cast = at if isinstance(at, exp.Cast) and not _is_text(at) else cast
        at = at.parent
    if cast is not None:
        return cast
    sides = (
        [condition.this]
        if isinstance(condition, exp.In)
        else [condition.args["this"], condition.args["expression"]]
    )
    for side in sides:
        if places.numbers(side) or not places.columns(side):
            continue
        side = places.plain(side)
        if isinstance(side, LOSSY) or (isinstance(side, exp.Cast) and not _is_text(side)):
            return side
    return None


def _is_text(cast: exp.Expr) -> bool:
    return cast.args["to"].this in (
        exp.DataType.Type.TEXT,
        exp.DataType.Type.VARCHAR,
        exp.DataType.Type.CHAR,
        exp.DataType.Type.NVARCHAR,
    )
