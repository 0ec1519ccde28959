"""Objects and JSON: keys in the order of the language, and data from outside as values. Knows no scope."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate.numbers import array_index, integer_number
from cubeproof.evaluate.values import UNDEFINED, Array, Object, Slot, Value
from cubeproof.source import Source, Span

if TYPE_CHECKING:
    from cubeproof.evaluate.project import Json

INHERITED: Final = frozenset(
    "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty "
    "isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf".split()
)
"""What every object has from its prototype. None of it is given: reading one is refused, never `undefined`."""


def put(target: Object, key: str, slot: Slot) -> int:
    """Set a key; integer keys come first, ascending. Returns how many slots had to move."""
    slots = target.slots
    index = array_index(key)
    if index is None or key in slots:
        slots[key] = slot
        return 0
    last = next(reversed(slots), None)
    slots[key] = slot
    if last is None or ((before := array_index(last)) is not None and before < index):
        return 0
    integers = sorted((k for k in slots if array_index(k) is not None), key=int)
    rest = [k for k in slots if array_index(k) is None]
    target.slots = {k: slots[k] for k in integers + rest}
    return len(slots)


def object_of(items: Iterable[tuple[str, Value]], span: Span) -> Object:
    """An object of our own making: every slot has the same place."""
    made = Object()
    for key, value in items:
        put(made, key, Slot(value, span, span))
    return made


def nowhere(path: str) -> Span:
    """A place in something that has no text to show, such as data from outside."""
    return Span(Source(path, ""), 0, 0)


def value_of(data: "Json", span: Span) -> Value:
    """JSON as values; numbers as the nearest number of JavaScript."""
    if data is None or isinstance(data, bool | str):
        return data
    if isinstance(data, int):
        return integer_number(data)
    if isinstance(data, float):
        return data
    if isinstance(data, list):
        return Array([value_of(item, span) for item in data])
    return object_of([(key, value_of(item, span)) for key, item in data.items()], span)


def read_own(target: Object, key: str) -> Value:
    """The value under a key of its own, or undefined."""
    slot = target.slots.get(key)
    return UNDEFINED if slot is None else slot.value
