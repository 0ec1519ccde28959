"""The bounds of what an evaluation hands on: a finite tree. Knows no scope."""

from typing import TYPE_CHECKING, Final

from cubeproof.evaluate.values import Array, Object, Refusal, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

_HOLDING: Final = (Array, Object)


def check_body(interpreter: "Interpreter", body: Value, span: Span) -> None:
    """Refuse a value that contains itself or nests too deep: who reads it may walk it without care.

    Values that occur twice are paid for twice, since a reader meets them twice.
    """
    todo: list[tuple[Value, int]] = [(body, 0)]
    while todo:
        value, depth = todo.pop()
        if not isinstance(value, _HOLDING):
            continue
        if depth > interpreter.limits.nesting:
            raise Refusal(
                f"this nests deeper than {interpreter.limits.nesting} levels, or contains itself",
                span,
                code="E217",
            )
        if isinstance(value, Array):
            interpreter.spend(len(value.items), span)
            todo += [(item, depth + 1) for item in value.items if isinstance(item, _HOLDING)]
        else:
            interpreter.spend(len(value.slots), span)
            todo += [
                (slot.value, depth + 1) for slot in value.slots.values() if isinstance(slot.value, _HOLDING)
            ]
