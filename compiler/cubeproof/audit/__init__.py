"""What does the output promise? Facts about access, for whoever reads a statement without running it.

Analyses the SQL that a statement reads rows with, as it was written for this caller, with sqlglot, which is imported only
when facts are asked for. Says `unproven` whenever it does not know.
"""

from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from cubeproof.bind import Guard, Statement
from cubeproof.plan import nodes

__all__ = ["Effect", "Fact", "facts", "unguarded"]

Effect: TypeAlias = Literal["restricts", "partial", "unproven"]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A guard with its effect (see `effect.py`)."""

    guard: Guard
    effect: Effect


class _Alike:
    """A statement that stands for all that were prepared as it was: facts do not depend on values."""

    __slots__ = ("statement",)

    def __init__(self, statement: Statement) -> None:
        self.statement = statement

    def __hash__(self) -> int:
        return id(self.statement.prepared)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Alike) and self.statement.prepared is other.statement.prepared


def facts(statement: Statement) -> tuple[Fact, ...]:
    """What each guard of a statement does to the rows of its cube, in the order of `Statement.guards`."""
    if not statement.guards:
        return ()
    found = _effects(_Alike(statement))
    return tuple(
        Fact(guard=guard, effect=effect) for guard, effect in zip(statement.guards, found, strict=True)
    )


@lru_cache(maxsize=256)
def _effects(alike: _Alike) -> tuple[Effect, ...]:
    from cubeproof.audit.effect import effects

    statement = alike.statement
    found: dict[int, Effect] = {}
    for scan in statement.uses.scans:
        found |= effects(scan, statement)
    found |= {at: "restricts" for at, guard in enumerate(statement.guards) if _is_shut(guard)}
    return tuple(found.get(at, "unproven") for at in range(len(statement.guards)))


def _is_shut(guard: Guard) -> bool:
    """Whether no access policy fits the caller: false stands in the scan itself, beside nothing of the model's."""
    return guard.form == "policy" and guard.state == "closed" and guard.on is None


def unguarded(statement: Statement) -> tuple[tuple[str, str], ...]:
    """Cube and table of what is read without a guard, each once; SQL that is not understood stands there as a whole."""
    return _unguarded(_Alike(statement))


@lru_cache(maxsize=256)
def _unguarded(alike: _Alike) -> tuple[tuple[str, str], ...]:
    statement = alike.statement
    found = dict.fromkeys(statement.unguarded)
    whole = {cube for cube, _ in statement.unguarded}
    texts: list[tuple[str, nodes.Sql, bool]] = [
        (scan.cube, scan.relation, True)
        for scan in statement.uses.scans
        if not scan.is_table and scan.cube not in whole
        if not any(_is_shut(statement.guards[at]) for at in scan.guards)
    ]
    texts += ((cube, text, False) for cube, text in statement.uses.texts)
    if texts:
        from cubeproof.audit.tables import tables

        for cube, text, is_query in texts:
            found.update(((cube, table), None) for table in tables(text, statement, is_query=is_query))
    return tuple(found)
