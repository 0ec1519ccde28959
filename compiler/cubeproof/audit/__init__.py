"""What does the output promise? Facts about access, for whoever reads a statement without running it.

Analyses the model's own SQL with sqlglot, which is imported only when facts are asked for. Says `unproven`
whenever it does not know.
"""

import msgspec

from cubeproof.audit.unguarded import unguarded
from cubeproof.bind import Guard, Statement
from cubeproof.lower import ir

__all__ = ["Fact", "facts", "unguarded"]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A guard with its effect: `restricts`, `partial` or `unproven` (see `effect.py`)."""

    guard: Guard
    effect: str


def facts(model: ir.Model, statement: Statement) -> tuple[Fact, ...]:
    """What each guard of a statement does to the rows of its cube, in the order of `Statement.guards`."""
    from cubeproof.audit.effect import effect

    known: dict[tuple[str, int, str], str] = {}
    found = []
    for guard in statement.guards:
        place = (guard.span.source.path, guard.span.start, guard.cube)
        if guard.effect is not None:
            found.append(Fact(guard=guard, effect=guard.effect))
            continue
        if place not in known:
            known[place] = effect(model.cubes[guard.cube], guard, statement.dialect)
        found.append(Fact(guard=guard, effect=known[place]))
    return tuple(found)
