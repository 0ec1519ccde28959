"""Whose rows a statement reads, cube by cube: what reviewers read first.

A verdict says `own` only where a bound guard restricts and nothing of the cube is read beside it. Knows the facts of a
statement and the caller's claims; must not know how SQL is understood (`effect.py`, `tables.py`).
"""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

import msgspec

from cubeproof.audit import Fact, facts, unguarded
from cubeproof.bind import Guard, Statement
from cubeproof.request.context import Kind, SecurityContext

Rows: TypeAlias = Literal["own", "all", "none", "unproven", "mixed"]

_KINDS: Final[Mapping[Kind, str]] = {
    "zero": "0", "empty": "an empty text", "scalar-parent": "below a scalar", (): "an empty list",
}  # fmt: skip


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """A cube that a statement reads: the verdict on its rows, and a line for each guard and unguarded table."""

    cube: str
    rows: Rows
    lines: tuple[str, ...]


def access(statement: Statement, context: SecurityContext) -> tuple[Access, ...]:
    """The access to each cube that the statement reads, by name."""
    proven, open_tables = facts(statement), unguarded(statement)
    cubes = {scan.cube for scan in statement.uses.scans} | {fact.guard.cube for fact in proven}
    cubes |= {cube for cube, _ in open_tables}
    return tuple(
        _cube(
            cube,
            [fact for fact in proven if fact.guard.cube == cube],
            [table for owner, table in open_tables if owner == cube],
            context,
        )
        for cube in sorted(cubes)
    )


def _cube(cube: str, own: list[Fact], tables: list[str], context: SecurityContext) -> Access:
    lines = dict.fromkeys(_line(fact, context) for fact in own)
    if not own:
        lines = {"all rows, no guard": None}
    else:
        lines |= dict.fromkeys(f"ALL ROWS of {table}, no guard" for table in tables)
    return Access(cube=cube, rows=_rows(own, tables), lines=tuple(lines))


def _rows(own: list[Fact], tables: list[str]) -> Rows:
    restricting = {fact.guard.state for fact in own if fact.effect == "restricts"}
    if "closed" in restricting:
        return "none"
    if "bound" in restricting:
        return "mixed" if tables else "own"
    if any(fact.guard.state != "open" for fact in own):
        return "unproven"
    return "all"


def _line(fact: Fact, context: SecurityContext) -> str:
    guard = fact.guard
    line, column = guard.span.source.position(guard.span.start)
    return f"{_said(fact, context)} ({guard.span.source.path}:{line}:{column})"


def _said(fact: Fact, context: SecurityContext) -> str:
    guard = fact.guard
    if guard.state == "open":
        return f"ALL ROWS, claim {guard.claim} is {kind_word(context.kind(tuple(guard.claim.split('.'))))}"
    condition = compared(guard)
    match fact.effect:
        case "restricts":
            rows = "own rows" if guard.state == "bound" else "no rows"
            return f"{rows}, {condition}"
        case "partial":
            return f"NOT PROVEN, only a part of the SQL has {condition}"
        case "unproven":
            return f"NOT PROVEN, {condition} does not decide alone"


def compared(guard: Guard) -> str:
    """A guard's condition in words: `user_id = claim id`."""
    if guard.state == "closed":
        return f"claim {guard.claim} holds nothing to compare with"
    return f"claim {guard.claim} in a callback" if guard.on is None else f"{guard.on} = claim {guard.claim}"


def kind_word(kind: Kind) -> str:
    """A kind of claim as people say it: `absent`, `an empty list`."""
    return _KINDS.get(kind, kind if isinstance(kind, str) else "a list")
