"""Methods of lists that change or reorder one, by ECMA-262 23.1.3, and their copying twins."""

from collections.abc import Callable, Mapping
from functools import cmp_to_key
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate.arguments import at, callback, first, integer, position
from cubeproof.evaluate.ropes import units
from cubeproof.evaluate.values import UNDEFINED, Array, Refusal, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter


def _push(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    if len(base.items) + len(given) > interpreter.limits.items:
        interpreter.size(len(base.items) + len(given), span)
    interpreter.spend(len(given), span)
    base.items.extend(given)
    return float(len(base.items))


def _pop(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    item = base.items.pop() if base.items else UNDEFINED
    base.gaps = base.gaps and bool(base.items)
    return item


def _shift(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    interpreter.spend(len(base.items) >> 8, span)
    return base.items.pop(0) if base.items else UNDEFINED


def _unshift(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    interpreter.size(len(base.items) + len(given), span)
    base.items[:0] = given
    return float(len(base.items))


def _spliced(
    interpreter: "Interpreter", base: Array, given: list[Value], span: Span
) -> tuple[list[Value], list[Value]]:
    """The list after a splice, and what was taken out."""
    length = len(base.items)
    start = position(interpreter, first(given), length, span)
    count = 0.0 if not given else float(length - start)
    if len(given) > 1:
        count = integer(interpreter, given[1], span)
    end = start + int(max(0.0, min(count, length - start)))
    interpreter.size(length + len(given), span)
    return [*base.items[:start], *given[2:], *base.items[end:]], base.items[start:end]


def _splice(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    base.items[:], taken = _spliced(interpreter, base, given, span)
    return interpreter.array(taken, span)


def _to_spliced(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return interpreter.array(_spliced(interpreter, base, given, span)[0], span)


def _fill(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    length = len(base.items)
    start = position(interpreter, at(given, 1), length, span)
    end = position(interpreter, at(given, 2), length, span, default=length)
    interpreter.spend(length, span)
    for index in range(start, end):
        base.items[index] = first(given)
    base.gaps = base.gaps and end - start < length
    return base


def _copy_within(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    length = len(base.items)
    target = position(interpreter, first(given), length, span)
    start = position(interpreter, at(given, 1), length, span)
    end = position(interpreter, at(given, 2), length, span, default=length)
    interpreter.spend(length, span)
    copied = base.items[start:end][: length - target]
    base.items[target : target + len(copied)] = copied
    return base


def _reverse(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    interpreter.spend(len(base.items), span)
    base.items.reverse()
    return base


def _to_reversed(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return interpreter.array(base.items[::-1], span)


def _sorted(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> list[Value]:
    """Stable; undefined last; without a function by text."""
    interpreter.spend(len(base.items) * 4, span)
    items = [item for item in base.items if item is not UNDEFINED]
    last: list[Value] = [UNDEFINED] * (len(base.items) - len(items))
    if first(given) is UNDEFINED:
        items.sort(key=lambda item: units(interpreter.words(item, span)))
    else:
        function = callback(given, "sort", span)

        def compared(left: Value, right: Value) -> int:
            number = interpreter.number(interpreter.invoke(function, [left, right], span), span)
            return (number > 0) - (number < 0)

        items.sort(key=cmp_to_key(compared))
    return items + last


def _sort(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    base.items[:] = _sorted(interpreter, base, given, span)
    return base


def _to_sorted(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return interpreter.array(_sorted(interpreter, base, given, span), span)


def _with(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    index = integer(interpreter, first(given), span)
    index += len(base.items) if index < 0 else 0
    if not 0 <= index < len(base.items):
        raise Refusal("`with` needs a position inside of the list", span, code="E218")
    items = list(base.items)
    items[int(index)] = at(given, 1)
    return interpreter.array(items, span)


METHODS: Final[Mapping[str, Callable[["Interpreter", Array, list[Value], Span], Value]]] = {
    "copyWithin": _copy_within,
    "fill": _fill,
    "pop": _pop,
    "push": _push,
    "reverse": _reverse,
    "shift": _shift,
    "sort": _sort,
    "splice": _splice,
    "toReversed": _to_reversed,
    "toSorted": _to_sorted,
    "toSpliced": _to_spliced,
    "unshift": _unshift,
    "with": _with,
}
