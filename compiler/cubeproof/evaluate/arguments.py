"""What built-in functions are given: positions, functions, lists. Knows no method."""

from typing import TYPE_CHECKING

from cubeproof.evaluate import coerce
from cubeproof.evaluate.values import UNDEFINED, Array, Builtin, Function, Native, Refusal, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter


def at(given: list[Value], index: int) -> Value:
    """An argument, or undefined."""
    return given[index] if index < len(given) else UNDEFINED


def first(given: list[Value]) -> Value:
    """The first argument, or undefined."""
    return given[0] if given else UNDEFINED


def without_gaps(value: Array, span: Span) -> list[Value]:
    """The items of a list, for what skips those that are not there."""
    if value.gaps:
        raise Refusal(
            "this list has gaps, which this tells from undefined", span, code="E209",
            help="fill them first: `Array.from(list)`, or `[...list]`",
        )  # fmt: skip
    return value.items


def callback(given: list[Value], name: str, span: Span) -> Value:
    """The function that a method is given."""
    function = first(given)
    if isinstance(function, Function | Builtin) or (isinstance(function, Native) and function.function):
        return function
    raise Refusal(f"`{name}` needs a function, but is given {coerce.kind(function)}", span, code="E205")


def not_callable(value: Value, shown: str, span: Span) -> Refusal:
    """The refusal of a call of something else."""
    return Refusal(f"{shown} is {coerce.kind(value)}, not a function", span, code="E205")


def integer(interpreter: "Interpreter", value: Value, span: Span, default: float = 0.0) -> float:
    """ToIntegerOrInfinity: truncated, NaN as 0; undefined as `default`."""
    if value is UNDEFINED:
        return default
    number = interpreter.number(value, span)
    if number != number:
        return 0.0
    return number if abs(number) == float("inf") else float(int(number))


def position(interpreter: "Interpreter", value: Value, length: int, span: Span, default: float = 0.0) -> int:
    """A position in something of a length: negative ones count from the end, all are clamped."""
    number = integer(interpreter, value, span, default)
    return int(max(length + number, 0) if number < 0 else min(number, length))


def clamped(interpreter: "Interpreter", value: Value, length: int, span: Span, default: float = 0.0) -> int:
    """A position in something of a length, where negative ones are 0."""
    return int(max(0, min(integer(interpreter, value, span, default), length)))
