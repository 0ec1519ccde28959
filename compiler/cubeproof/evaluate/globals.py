"""The name spaces and functions of the language that every file knows. Nothing here reaches the host."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate import access, coerce
from cubeproof.evaluate.arguments import at, callback, first, integer
from cubeproof.evaluate.json_text import parse, stringify
from cubeproof.evaluate.numbers import INFINITY, NAN, parse_float, parse_int, to_int32
from cubeproof.evaluate.objects import put
from cubeproof.evaluate.scope import Bound
from cubeproof.evaluate.values import UNDEFINED, Array, Native, Object, Refusal, Slot, Symbol, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

Function = Callable[["Interpreter", list[Value], Span], Value]


def _own(interpreter: "Interpreter", value: Value, span: Span) -> list[tuple[str, Value]]:
    """Own keys and values, as `Object.entries` sees them."""
    value = interpreter.plain(value, span)
    if isinstance(value, Object):
        interpreter.size(len(value.slots), span)
        return [(key, slot.value) for key, slot in value.slots.items()]
    if isinstance(value, Array | str):
        return [(str(index), item) for index, item in enumerate(access.iterate(interpreter, value, span))]
    if coerce.is_nullish(value):
        raise Refusal(f"{coerce.kind(value)} has no keys", span, code="E206")
    if isinstance(value, float | bool):
        return []
    raise Refusal(f"the keys of {coerce.kind(value)} are not supported yet", span, code="E209")


def _keys(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return interpreter.array([key for key, _ in _own(interpreter, first(given), span)], span)


def _values(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return interpreter.array([value for _, value in _own(interpreter, first(given), span)], span)


def _entries(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    pairs: list[Value] = [
        interpreter.array([key, value], span) for key, value in _own(interpreter, first(given), span)
    ]
    return interpreter.array(pairs, span)


def _assign(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    target = first(given)
    if not isinstance(target, Object):
        raise Refusal(f"`Object.assign` to {coerce.kind(target)} is not supported yet", span, code="E209")
    interpreter.change(target, span)
    for source in given[1:]:
        if isinstance(source, Object):
            interpreter.size(len(target.slots) + len(source.slots), span)
            for key, slot in list(source.slots.items()):
                interpreter.spend(put(target, key, Slot(slot.value, slot.key_span, slot.value_span)), span)
            target.broken += source.broken
        elif not coerce.is_nullish(source):
            for key, value in _own(interpreter, source, span):
                interpreter.spend(put(target, key, Slot(value, span, span)), span)
    return target


def _from_entries(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    made = interpreter.own(Object())
    for pair in access.iterate(interpreter, first(given), span):
        if not isinstance(pair, Array):
            raise Refusal("`Object.fromEntries` needs a list of pairs", span, code="E206")
        key = access.property_key(interpreter, at(pair.items, 0), span)
        interpreter.spend(put(made, key, Slot(at(pair.items, 1), span, span)), span)
    return made


def _freeze(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    value = first(given)
    if isinstance(value, Array | Object):
        interpreter.change(value, span) if not value.frozen else None
        value.frozen = True
    return value


def _is_array(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    value = first(given)
    if isinstance(value, Symbol) and not isinstance(value, Native):
        return value.is_list(span)
    return isinstance(interpreter.plain(value, span), Array)


def _array_of(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return interpreter.array(list(given), span)


def _array_from(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    source = interpreter.plain(first(given), span)
    if isinstance(source, Object):
        size = integer(interpreter, access.read(interpreter, source, "length", span), span)
        interpreter.size(int(min(max(size, 0), 2.0**32)), span)
        items = [access.read(interpreter, source, str(index), span) for index in range(int(max(size, 0)))]
    else:
        items = access.iterate(interpreter, source, span)
    if at(given, 1) is not UNDEFINED:
        function = callback(given[1:], "Array.from", span)
        items = [interpreter.invoke(function, [item, float(i)], span) for i, item in enumerate(items)]
    return interpreter.array(items, span)


def _string(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return interpreter.as_text(given[0], span) if given else ""


def _number(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return interpreter.number(given[0], span) if given else 0.0


def _boolean(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return interpreter.truthy(first(given), span)


def _parse_int(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    text = interpreter.words(first(given), span)
    interpreter.reserve(len(text), span)
    return parse_int(text, to_int32(interpreter.number(at(given, 1), span)))


def _parse_float(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    text = interpreter.words(first(given), span)
    interpreter.reserve(len(text), span)
    return parse_float(text)


def _is_nan(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    number = interpreter.number(first(given), span)
    return number != number


def _is_finite(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return math.isfinite(interpreter.number(first(given), span))


def _of_number(question: Callable[[float], bool]) -> Function:
    """A question that is false for everything but numbers."""

    def ask(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
        value = interpreter.plain(first(given), span)
        return isinstance(value, float) and question(value)

    return ask


def _math(function: Callable[[float], float]) -> Function:
    """A function of one number; those without an end come back as they are."""

    def compute(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
        number = interpreter.number(first(given), span)
        return function(number) if math.isfinite(number) else number

    return compute


def _rounded(number: float) -> float:
    """`Math.round`: halves go up; what rounds to nothing keeps its sign."""
    below = math.floor(number)
    return math.copysign(float(below + 1 if number - below >= 0.5 else below), number)


def _absolute(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return abs(interpreter.number(first(given), span))


def _largest(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    numbers = [interpreter.number(value, span) for value in given]
    return NAN if any(number != number for number in numbers) else max(numbers, default=-INFINITY)


def _smallest(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    numbers = [interpreter.number(value, span) for value in given]
    return NAN if any(number != number for number in numbers) else min(numbers, default=INFINITY)


def _native(name: str, function: Function | None = None, **members: Function | float) -> Native:
    return Native(
        name,
        function,
        {key: Native(f"{name}.{key}", m) if callable(m) else m for key, m in members.items()},
    )


GLOBALS: Final[dict[str, Bound]] = {
    "NaN": NAN,
    "Infinity": INFINITY,
    "Object": _native(
        "Object", keys=_keys, values=_values, entries=_entries, assign=_assign, fromEntries=_from_entries, freeze=_freeze
    ),
    "Array": _native("Array", isArray=_is_array, of=_array_of, **{"from": _array_from}),
    "String": Native("String", _string),
    "Boolean": Native("Boolean", _boolean),
    "Number": _native(
        "Number", _number, parseFloat=_parse_float, parseInt=_parse_int,
        isFinite=_of_number(math.isfinite), isInteger=_of_number(float.is_integer),
        isNaN=_of_number(lambda number: number != number),
        MAX_SAFE_INTEGER=2.0**53 - 1, MIN_SAFE_INTEGER=1 - 2.0**53,
    ),
    "Math": _native(
        "Math", abs=_absolute, max=_largest, min=_smallest, round=_math(_rounded),
        floor=_math(lambda number: math.copysign(float(math.floor(number)), number)),
        ceil=_math(lambda number: math.copysign(float(math.ceil(number)), number)),
        trunc=_math(lambda number: math.copysign(float(math.trunc(number)), number)),
    ),
    "JSON": _native("JSON", parse=parse, stringify=stringify),
    "parseInt": Native("parseInt", _parse_int),
    "parseFloat": Native("parseFloat", _parse_float),
    "isNaN": Native("isNaN", _is_nan),
    "isFinite": Native("isFinite", _is_finite),
}  # fmt: skip
"""Shared by all files; none of them can be assigned."""
