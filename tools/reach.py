"""What a model can reach: every value that it hands on, or that a closure of it still holds, must be one of our own."""

from collections.abc import Iterable
from typing import Final

from cubeproof.evaluate import Declaration
from cubeproof.evaluate.context import Watched
from cubeproof.evaluate.run import NoContext
from cubeproof.evaluate.scope import Live, Missing, Scope
from cubeproof.evaluate.special import Iteration, Pattern
from cubeproof.evaluate.values import (
    Array,
    Builtin,
    Declaring,
    Exports,
    Factory,
    Function,
    Lazy,
    Match,
    Native,
    Object,
    Promise,
    Rope,
    Symbol,
    Thrown,
    TypeOf,
    Undefined,
)

OURS: Final = frozenset(
    {
        Undefined, type(None), bool, float, str, Rope, Array, Object, Function, Builtin, Factory, Lazy, Symbol, Native,
        Declaring, Promise, TypeOf, Thrown, NoContext, Missing, Live, Pattern, Match, Iteration,
        Exports, Watched,
    }
)  # fmt: skip
"""Every kind of value, and what a name without one holds: none of them has a member that is of the host."""
_LEAVES: Final = frozenset(
    {Undefined, type(None), bool, float, str, Missing, Live, Builtin, NoContext, Pattern}
)


def strangers(declarations: Iterable[Declaration]) -> list[str]:
    """The types of values that are not ours, in the order found."""
    found: list[str] = []
    seen: set[int] = set()
    todo: list[object] = [declaration.body for declaration in declarations]
    while todo:
        value = todo.pop()
        kind = type(value)
        if kind not in OURS:
            found.append(kind.__name__)
        if kind in _LEAVES or id(value) in seen:
            continue
        seen.add(id(value))
        todo.extend(_inside(value, seen))
    return found


def _inside(value: object, seen: set[int]) -> Iterable[object]:
    """What can be had from a value."""
    match value:
        case Match():
            return (*value.items, *value.extra.values())
        case Array() | Iteration():
            return value.items
        case Object():
            return [slot.value for slot in value.slots.values()]
        case Function() | Lazy():
            return _names(value.scope, seen)
        case Native():
            return value.members.values()
        case Promise():
            return (value.result,)
        case TypeOf():
            return (value.subject,)
        case Thrown():
            return (value.message,)
        case Factory():
            return (value.body,)
        case _:
            return ()


def _names(scope: Scope | None, seen: set[int]) -> list[object]:
    """What a closure's names stand for, those of every scope around it but the outermost: the language's own."""
    values: list[object] = []
    while scope is not None and scope.parent is not None and id(scope) not in seen:
        seen.add(id(scope))
        values.extend(scope.variables.values())
        scope = scope.parent
    return values
