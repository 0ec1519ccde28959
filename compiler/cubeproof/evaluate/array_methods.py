"""Methods of lists, by ECMA-262 23.1.3. Each gets the interpreter, the list, the arguments and the place of the call.

Methods that go through a list see the items it has when they start, as they are when reached.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate import array_changes
from cubeproof.evaluate.arguments import at, callback, first, integer, position, without_gaps
from cubeproof.evaluate.objects import INHERITED
from cubeproof.evaluate.special import Iteration
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
    interpreter: "Interpreter",
    base: Array,
    given: list[Value],
    name: str,
    span: Span,
    *,
    backwards: bool = False,
) -> Iterator[tuple[int, Value, Value]]:
    """Position, item and what the callback says of it."""
    function = callback(given, name, span)
    indexes = range(len(base.items))
    for index in reversed(indexes) if backwards else indexes:
        interpreter.spend(1, span)
        if index >= len(base.items) and not name.startswith("find"):
            continue
        if base.gaps and not name.startswith("find"):
            without_gaps(base, span)
        item = base.items[index] if index < len(base.items) else UNDEFINED
        yield index, item, interpreter.invoke(function, [item, float(index), base], span)


def _map(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    length = len(base.items)
    found = [(index, result) for index, _, result in _results(interpreter, base, given, "map", span)]
    made = interpreter.array([result for _, result in found], span)
    if len(found) < length:  # the callback took items away: what stood there is missing in the result
        made.gaps, made.items = True, [UNDEFINED] * length
        for index, result in found:
            made.items[index] = result
    return made


def _flat_map(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    items: list[Value] = []
    for _, _, result in _results(interpreter, base, given, "flatMap", span):
        items.extend(without_gaps(result, span) if isinstance(result, Array) else [result])
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


def _find_last(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    for _, item, result in _results(interpreter, base, given, "findLast", span, backwards=True):
        if interpreter.truthy(result, span):
            return item
    return UNDEFINED


def _find_last_index(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    for index, _, result in _results(interpreter, base, given, "findLastIndex", span, backwards=True):
        if interpreter.truthy(result, span):
            return float(index)
    return -1.0


def _reduce(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return _reduced(interpreter, base, given, list(range(len(base.items))), span)


def _reduce_right(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return _reduced(interpreter, base, given, list(reversed(range(len(base.items)))), span)


def _reduced(
    interpreter: "Interpreter", base: Array, given: list[Value], indexes: list[int], span: Span
) -> Value:
    function = callback(given, "reduce", span)
    if len(given) > 1:
        result = given[1]
    elif indexes:
        result = base.items[indexes.pop(0)]
    else:
        raise Refusal("`reduce` of an empty list needs a value to start with", span, code="E218")
    for index in indexes:
        interpreter.spend(1, span)
        if index < len(without_gaps(base, span)):
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


def _last_index_of(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    length = len(base.items)
    start = integer(interpreter, given[1], span) if len(given) > 1 else length - 1.0
    start = min(start, length - 1.0) if start >= 0 else length + start
    interpreter.spend(length, span)
    for index in range(int(max(start, -1.0)), -1, -1):
        if interpreter.equal("===", base.items[index], first(given), span):
            return float(index)
    return -1.0


def _entries(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return Iteration(interpreter.array([float(index), item], span) for index, item in enumerate(going(base)))


def _keys(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return Iteration(float(index) for index, _ in enumerate(going(base)))


def _values(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return Iteration(going(base))


def going(base: Array) -> Iterator[Value]:
    """The items of a list as they are when they are reached, also those that are added meanwhile."""
    index = 0
    while index < len(base.items):
        yield base.items[index]
        index += 1


def _join(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    separator = first(given)
    return interpreter.joined(
        base, "," if separator is UNDEFINED else interpreter.as_text(separator, span), span
    )


def _concat(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    items = list(base.items)
    for value in given:
        value = interpreter.plain(value, span)
        items.extend(without_gaps(value, span) if isinstance(value, Array) else [value])
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
            flatter.extend(without_gaps(item, span) if isinstance(item, Array) else [item])
            if len(flatter) > interpreter.limits.items:
                interpreter.size(len(flatter), span)
        interpreter.size(len(flatter), span)
        items, depth = flatter, depth - 1
    return interpreter.array(items, span)


def _at(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    index = integer(interpreter, first(given), span)
    index += len(base.items) if index < 0 else 0
    return base.items[int(index)] if 0 <= index < len(base.items) else UNDEFINED


def _to_string(interpreter: "Interpreter", base: Array, given: list[Value], span: Span) -> Value:
    return interpreter.joined(base, ",", span)


WITH_GAPS: Final = frozenset(
    "at entries fill find findIndex findLast findLastIndex includes join keys pop push reverse shift toReversed toSorted "
    "toSpliced toString unshift values with".split()
)
"""Methods to which a gap is undefined, or that only move it."""

Method = Callable[["Interpreter", Array, list[Value], Span], Value]
METHODS: Final[Mapping[str, Method]] = {
    **array_changes.METHODS,
    "at": _at,
    "concat": _concat,
    "entries": _entries,
    "every": _every,
    "filter": _filter,
    "find": _find,
    "findIndex": _find_index,
    "findLast": _find_last,
    "findLastIndex": _find_last_index,
    "flat": _flat,
    "flatMap": _flat_map,
    "forEach": _for_each,
    "includes": _includes,
    "indexOf": _index_of,
    "join": _join,
    "keys": _keys,
    "lastIndexOf": _last_index_of,
    "map": _map,
    "reduce": _reduce,
    "reduceRight": _reduce_right,
    "slice": _slice,
    "some": _some,
    "toString": _to_string,
    "values": _values,
}
