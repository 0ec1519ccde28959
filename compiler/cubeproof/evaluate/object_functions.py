"""`Object.…`: keys, copies and questions about plain objects (ECMA-262 20.1). Prototypes and descriptors are not given."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate import access, coerce
from cubeproof.evaluate.arguments import at, callback, first, without_gaps
from cubeproof.evaluate.object_methods import has_own
from cubeproof.evaluate.objects import put
from cubeproof.evaluate.ropes import units
from cubeproof.evaluate.special import Pattern
from cubeproof.evaluate.values import Array, Object, Refusal, Slot, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter


def own(interpreter: "Interpreter", value: Value, span: Span) -> list[tuple[str, Value]]:
    """Own keys and values, as `Object.entries` sees them."""
    value = value if isinstance(value, Pattern) else interpreter.plain(value, span)
    if isinstance(value, Object):
        interpreter.size(len(value.slots), span)
        return [(key, slot.value) for key, slot in value.slots.items()]
    if isinstance(value, Array):
        interpreter.size(len(value.items), span)
        return [(str(index), item) for index, item in enumerate(without_gaps(value, span))]
    if isinstance(value, str):
        interpreter.size(len(value), span)
        halves = enumerate(units(value))
        return [(str(index), interpreter.whole(half, span)) for index, half in halves]
    if coerce.is_nullish(value):
        raise Refusal(f"{coerce.kind(value)} has no keys", span, code="E206")
    if isinstance(value, float | bool):
        return []
    raise Refusal(f"the keys of {coerce.kind(value)} are not supported yet", span, code="E209")


def _keys(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return interpreter.array([key for key, _ in own(interpreter, first(given), span)], span)


def _names(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    names: list[Value] = [key for key, _ in own(interpreter, first(given), span)]
    return interpreter.array([*names, "length"] if isinstance(first(given), Array | str) else names, span)


def _values(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return interpreter.array([value for _, value in own(interpreter, first(given), span)], span)


def _entries(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    pairs: list[Value] = [
        interpreter.array([key, value], span) for key, value in own(interpreter, first(given), span)
    ]
    return interpreter.array(pairs, span)


def _assign(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    target = first(given)
    if not isinstance(target, Object | Array):
        raise Refusal(f"`Object.assign` to {coerce.kind(target)} is not supported yet", span, code="E209")
    for source in given[1:]:
        if isinstance(target, Object) and isinstance(source, Object):
            interpreter.size(len(target.slots) + len(source.slots), span)
            if source.slots:
                interpreter.change(target, span)
            for key, slot in list(source.slots.items()):
                interpreter.spend(put(target, key, Slot(slot.value, slot.key_span, slot.value_span)), span)
            target.broken += source.broken
        elif not coerce.is_nullish(source):
            for key, value in own(interpreter, source, span):
                access.set_key(interpreter, target, key, value, span)
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


def _is_frozen(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    value = first(given)
    return value.frozen if isinstance(value, Array | Object) else coerce.is_primitive(value)


def _is_extensible(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return not _is_frozen(interpreter, given, span)


def _is(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    left, right = first(given), at(given, 1)
    if isinstance(left, float) and isinstance(right, float):
        return (left != left and right != right) or (left == right and str(left) == str(right))
    return interpreter.equal("===", left, right, span)


def _has_own(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return has_own(interpreter, first(given), at(given, 1), span)


def _create(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    if first(given) is not None or len(given) > 1:
        raise Refusal(
            "an object with a prototype is not supported", span, code="E226", help="copy what it should have: `{...other}`"
        )  # fmt: skip
    return interpreter.own(Object())


def _group_by(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    made = interpreter.own(Object())
    function = callback(given[1:], "Object.groupBy", span)
    for index, item in enumerate(access.iterate(interpreter, first(given), span)):
        key = access.property_key(interpreter, interpreter.invoke(function, [item, float(index)], span), span)
        slot = made.slots.get(key)
        group = slot.value if slot is not None else interpreter.array([], span)
        if slot is None:
            interpreter.spend(put(made, key, Slot(group, span, span)), span)
        if isinstance(group, Array):
            access.push(interpreter, group, item, span)
    return made


FUNCTIONS: Final[Mapping[str, Callable[["Interpreter", list[Value], Span], Value]]] = {
    "assign": _assign,
    "create": _create,
    "entries": _entries,
    "freeze": _freeze,
    "fromEntries": _from_entries,
    "getOwnPropertyNames": _names,
    "groupBy": _group_by,
    "hasOwn": _has_own,
    "is": _is,
    "isExtensible": _is_extensible,
    "isFrozen": _is_frozen,
    "isSealed": _is_frozen,
    "keys": _keys,
    "values": _values,
}
