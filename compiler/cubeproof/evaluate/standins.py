"""JSON in place of a module that needs the outside. Knows no file and no project."""

from typing import TYPE_CHECKING

from cubeproof.evaluate.objects import put
from cubeproof.evaluate.values import Native, Object, Slot, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter


def stand_in(value: Value) -> Value:
    """What a module exports, by its data: `"name()": value` is a function that gives the value, whatever it is given."""
    if not isinstance(value, Object):
        return value
    made = Object()
    for key, slot in value.slots.items():
        called = key.endswith("()")
        name = key.removesuffix("()")
        item = _answering(name, slot.value) if called else slot.value
        put(made, name, Slot(item, slot.key_span, slot.value_span))
    return made


def _answering(name: str, value: Value) -> Native:
    def answer(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
        return value

    return Native(name, answer)
