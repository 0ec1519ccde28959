"""Methods of lists, by ECMA-262 23.1.3. Each gets the interpreter, the list, the arguments and the place of the call.

Methods that go through a list see the items it has when they start, as they are when reached.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate.arguments import at, callback, first, integer, position
from cubeproof.evaluate.objects import INHERITED
from cubeproof.evaluate.ropes import units
from cubeproof.evaluate.values import UNDEFINED, Array, Refusal, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

MEMBERS: Final = INHERITED | frozenset(
    "at concat copyWithin entries every fill filter find findIndex findLast findLastIndex flat flatMap forEach "
    "includes indexOf join keys lastIndexOf length map pop push reduce reduceRight reverse shift slice some sort "
    "splice toReversed toSorted toSpliced unshift values with".split()
)
"""Every member of a list that the language has."""


def _results(
    interpreter: "Interpreter", base: Array, given: list[Value], name: str, span: Span
) -> Iterator[tuple[int, Value, Value]]:
    """Position, item and what the callback says of it."""
    function = callback(given, name, span)
    for index in range(len(base.items)):
        interpreter.spend(1, span)
        item = base.items[index]
        yield index, item, interpreter.invoke(function, [item, float(index), base], span)


def _map(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return interpreter.array(
        [result for _, _, result in _results(interpreter, base, given, "map", span)], span
    )


def _flat_map(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    items: list[Value] = []
    for _, _, result in _results(interpreter, base, given, "flatMap", span):
        items.extend(result.items if isinstance(result, Array) else [result])
        interpreter.size(len(items), span)
    return interpreter.array(items, span)


def _filter(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    kept = [
        item
        for _, item, result in _results(interpreter, base, given, "filter", span)
        if interpreter.truthy(result, span)
    ]
    return interpreter.array(kept, span)


def _for_each(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    for _ in _results(interpreter, base, given, "forEach", span):
        pass
    return UNDEFINED


def _some(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    results = _results(interpreter, base, given, "some", span)
    return any(interpreter.truthy(result, span) for _, _, result in results)


def _every(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    results = _results(interpreter, base, given, "every", span)
    return all(interpreter.truthy(result, span) for _, _, result in results)


def _find(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    for _, item, result in _results(interpreter, base, given, "find", span):
        if interpreter.truthy(result, span):
            return item
    return UNDEFINED


def _find_index(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    for index, _, result in _results(interpreter, base, given, "findIndex", span):
        if interpreter.truthy(result, span):
            return float(index)
    return -1.0


def _reduce(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    function = callback(given, "reduce", span)
    start = 0
    if len(given) > 1:
        result = given[1]
    elif base.items:
        result, start = base.items[0], 1
    else:
        raise Refusal("`reduce` of an empty list needs a value to start with", span, code="E218")
    for index in range(start, len(base.items)):
        interpreter.spend(1, span)
        result = interpreter.invoke(function, [result, base.items[index], float(index), base], span)
    return result


def _includes(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    wanted = first(given)
    start = position(interpreter, at(given, 1), len(base.items), span)
    interpreter.spend(len(base.items), span)
    for item in base.items[start:]:
        both_nan = isinstance(wanted, float) and isinstance(item, float) and wanted != wanted and item != item
        if both_nan or interpreter.equal("===", item, wanted, span):
            return True
    return False


def _index_of(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    start = position(interpreter, at(given, 1), len(base.items), span)
    interpreter.spend(len(base.items), span)
    for index in range(start, len(base.items)):
        if interpreter.equal("===", base.items[index], first(given), span):
            return float(index)
    return -1.0


def _join(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    separator = first(given)
    return interpreter.joined(
        base, "," if separator is UNDEFINED else interpreter.as_text(separator, span), span
    )


def _concat(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    items = list(base.items)
    for value in given:
        value = interpreter.plain(value, span)
        items.extend(value.items if isinstance(value, Array) else [value])
        interpreter.size(len(items), span)
    return interpreter.array(items, span)


def _slice(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    length = len(base.items)
    start = position(interpreter, first(given), length, span)
    end = position(interpreter, at(given, 1), length, span, default=length)
    return interpreter.array(base.items[start:end], span)


def _flat(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    items, depth = list(base.items), integer(interpreter, first(given), span, default=1.0)
    while depth >= 1 and any(isinstance(item, Array) for item in items):
        flatter: list[Value] = []
        for item in items:
            flatter.extend(item.items if isinstance(item, Array) else [item])
            if len(flatter) > interpreter.limits.items:
                interpreter.size(len(flatter), span)
        interpreter.size(len(flatter), span)
        items, depth = flatter, depth - 1
    return interpreter.array(items, span)


def _push(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    if len(base.items) + len(given) > interpreter.limits.items:
        interpreter.size(len(base.items) + len(given), span)
    interpreter.spend(len(given), span)
    base.items.extend(given)
    return float(len(base.items))


def _reverse(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    interpreter.change(base, span)
    interpreter.spend(len(base.items), span)
    base.items.reverse()
    return base


def _sort(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    """Stable; undefined last; without a function by text."""
    from functools import cmp_to_key

    interpreter.change(base, span)
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
    base.items[:] = items + last
    return base


def _at(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    index = integer(interpreter, first(given), span)
    index += len(base.items) if index < 0 else 0
    return base.items[int(index)] if 0 <= index < len(base.items) else UNDEFINED


def _to_string(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return interpreter.joined(base, ",", span)


Method = Callable[["Interpreter", Array, list[Value], Span], Value]
METHODS: Final[Mapping[str, Method]] = {
    "at": _at,
    "concat": _concat,
    "every": _every,
    "filter": _filter,
    "find": _find,
    "findIndex": _find_index,
    "flat": _flat,
    "flatMap": _flat_map,
    "forEach": _for_each,
    "includes": _includes,
    "indexOf": _index_of,
    "join": _join,
    "map": _map,
    "push": _push,
    "reduce": _reduce,
    "reverse": _reverse,
    "slice": _slice,
    "some": _some,
    "sort": _sort,
    "toString": _to_string,
}
