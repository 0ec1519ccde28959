"""Methods that every plain object and every function has. Knows no other built-in."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate import coerce
from cubeproof.evaluate.arguments import at, first, without_gaps
from cubeproof.evaluate.numbers import array_index
from cubeproof.evaluate.ropes import units
from cubeproof.evaluate.scope import NO_THIS, Bound
from cubeproof.evaluate.values import Array, Function, Native, Object, Refusal, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter


def has_own(interpreter: "Interpreter", value: Value, key: Value, span: Span) -> bool:
    """`Object.hasOwn(value, key)`."""
    value = interpreter.plain(value, span)
    name = interpreter.words(key, span)
    if isinstance(value, Object):
        return name in value.slots
    if coerce.is_nullish(value):
        raise Refusal(f"{coerce.kind(value)} has no keys", span, code="E206")
    if isinstance(value, Array | str):
        length = len(without_gaps(value, span)) if isinstance(value, Array) else len(units(value))
        index = array_index(name)
        return name == "length" or (index is not None and index < length)
    if isinstance(value, float | bool):
        return False
    raise Refusal(f"the keys of {coerce.kind(value)} are not supported yet", span, code="E209")


def _has_own(interpreter: "Interpreter", base: Value, given: list[Value], span: Span) -> Value:
    return has_own(interpreter, base, first(given), span)


def _text(interpreter: "Interpreter", base: Object, given: list[Value], span: Span) -> Value:
    return "[object Object]"


def _value(interpreter: "Interpreter", base: Value, given: list[Value], span: Span) -> Value:
    return base


OWN: Final[Mapping[str, Callable[["Interpreter", Value, list[Value], Span], Value]]] = {
    "hasOwnProperty": _has_own,
    "propertyIsEnumerable": _has_own,
    "valueOf": _value,
}
"""What can be asked of an object or a list."""
OBJECT: Final[Mapping[str, Callable[["Interpreter", Object, list[Value], Span], Value]]] = {
    **OWN,
    "toString": _text,
}
"""What can be called on any plain object that has no key of that name."""


Called = Function | Native


def _this(given: list[Value]) -> Bound:
    this = first(given)
    return NO_THIS if coerce.is_nullish(this) else this


def _call(interpreter: "Interpreter", base: Called, given: list[Value], span: Span) -> Value:
    return interpreter.invoke(base, given[1:], span, _this(given))


def _apply(interpreter: "Interpreter", base: Called, given: list[Value], span: Span) -> Value:
    items = at(given, 1)
    if not isinstance(items, Array):
        if not coerce.is_nullish(items):
            raise Refusal("`apply` needs a list of arguments", span, code="E206")
        return interpreter.invoke(base, [], span, _this(given))
    interpreter.size(len(items.items), span)
    return interpreter.invoke(base, list(items.items), span, _this(given))


def _bind(interpreter: "Interpreter", base: Called, given: list[Value], span: Span) -> Value:
    this, bound = _this(given), given[1:]

    def call(interpreter: "Interpreter", more: list[Value], span: Span) -> Value:
        return interpreter.invoke(base, [*bound, *more], span, this)

    return Native("bound", call)


FUNCTION: Final[Mapping[str, Callable[["Interpreter", Called, list[Value], Span], Value]]] = {
    "apply": _apply,
    "bind": _bind,
    "call": _call,
}
"""What can be called on a function."""
