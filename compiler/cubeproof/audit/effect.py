"""What a guard does inside the SQL of its cube.

`restricts`: it is a top-level AND conjunct of the WHERE of the only SELECT that makes the cube's rows; no row of the
cube without it. `partial`: it is so in some arm of a UNION only. `unproven`: everything else, such as under OR or NOT,
in a comment, a SELECT list, the ON of a join, a nested query, or SQL that does not parse.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from sqlglot import exp

from cubeproof.audit import reading
from cubeproof.bind import Guard
from cubeproof.lower import ir, sql

Effect: TypeAlias = Literal["restricts", "partial", "unproven"]


def effect(cube: ir.Cube, guard: Guard, dialect: str) -> Effect:
    """The effect of a guard on the rows of its cube; a guard outside of the cube's own SQL is `unproven`."""
    hole = next((part for part in cube.table.parts if isinstance(part, sql.Guard) and _is(part, guard)), None)
    if hole is None or cube.is_table or not reading.compares(hole, dialect):
        return "unproven"
    statement = reading.parsed(reading.with_atoms(cube.table, hole.span.start), dialect)
    if statement is None:
        return "unproven"
    arms = reading.arms(statement)
    restricted = [arm for arm in arms if reading.is_guarded(arm)]
    if not restricted or any(not isinstance(arm, exp.Select) for arm in arms):
        return "unproven"
    return "restricts" if len(arms) == 1 else "partial"


def _is(part: sql.Guard, guard: Guard) -> bool:
    return part.span.start == guard.span.start and part.span.source.path == guard.span.source.path
