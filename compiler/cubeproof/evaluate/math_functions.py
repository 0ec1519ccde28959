"""`Math`, pure functions of numbers (ECMA-262 21.3).

Without `random`, because a model means the same each time it is read. Of logarithms and the like, whose last digit is the
choice of each host, those values alone that are exact.
"""

import math
import struct
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate.arguments import at, first
from cubeproof.evaluate.arithmetic import NUMERIC, power
from cubeproof.evaluate.numbers import INFINITY, NAN, to_int32
from cubeproof.evaluate.values import Refusal, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

Function = Callable[["Interpreter", list[Value], Span], Value]


def _of_finite(function: Callable[[float], float]) -> Function:
    """A function of one number; those without an end come back as they are."""

    def compute(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
        number = interpreter.number(first(given), span)
        return function(number) if math.isfinite(number) else number

    return compute


def _of_number(function: Callable[[float], float]) -> Function:
    """A function of any number."""

    def compute(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
        return function(interpreter.number(first(given), span))

    return compute


def _rounded(number: float) -> float:
    """`Math.round`: halves go up; what rounds to nothing keeps its sign."""
    below = math.floor(number)
    return math.copysign(float(below + 1 if number - below >= 0.5 else below), number)


def _sign(number: float) -> float:
    return number if number == 0 or number != number else math.copysign(1.0, number)


def _largest(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    numbers = [interpreter.number(value, span) for value in given]
    if any(number != number for number in numbers):
        return NAN
    return max(numbers, key=lambda number: (number, math.copysign(1, number)), default=-INFINITY)


def _smallest(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    numbers = [interpreter.number(value, span) for value in given]
    if any(number != number for number in numbers):
        return NAN
    return min(numbers, key=lambda number: (number, math.copysign(1, number)), default=INFINITY)


def _power(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    result = NUMERIC["**"](interpreter.number(first(given), span), interpreter.number(at(given, 1), span))
    if result is None:
        why = "`Math.pow` of these numbers is not supported: its last digit differs from host to host"
        raise Refusal(why, span, code="E209", help="write the number itself")
    return result


def _exact(name: str, function: Callable[[float], float], back: Callable[[float], float | None]) -> Function:
    """A function whose value counts where the way back from it is exact."""

    def compute(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
        number = interpreter.number(first(given), span)
        if number > 0 and math.isfinite(number):
            found = float(round(function(number)))
            if back(found) == number:
                return found
        raise Refusal(f"`Math.{name}` of this number is not supported: its last digit differs from host to host",
                      span, code="E209", help="write the number itself")  # fmt: skip

    return compute


def _fround(number: float) -> float:
    if not math.isfinite(number):
        return number
    try:
        found: float = struct.unpack("f", struct.pack("f", number))[0]
    except OverflowError:
        return math.copysign(INFINITY, number)
    return found


def _imul(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    left, right = interpreter.number(first(given), span), interpreter.number(at(given, 1), span)
    return float(to_int32(float((to_int32(left) * to_int32(right)) & 0xFFFFFFFF)))


FUNCTIONS: Final[Mapping[str, Function | float]] = {
    "E": math.e,
    "LN10": math.log(10),
    "LN2": math.log(2),
    "LOG10E": math.log10(math.e),
    "LOG2E": math.log2(math.e),
    "PI": math.pi,
    "SQRT1_2": math.sqrt(0.5),
    "SQRT2": math.sqrt(2),
    "abs": _of_number(abs),
    "clz32": _of_number(lambda number: float(32 - (to_int32(number) & 0xFFFFFFFF).bit_length())),
    "fround": _of_number(_fround),
    "imul": _imul,
    "log10": _exact("log10", math.log10, lambda power_: power(10.0, power_)),
    "log2": _exact("log2", math.log2, lambda power_: power(2.0, power_)),
    "ceil": _of_finite(lambda number: math.copysign(float(math.ceil(number)), number)),
    "floor": _of_finite(lambda number: math.copysign(float(math.floor(number)), number)),
    "max": _largest,
    "min": _smallest,
    "pow": _power,
    "round": _of_finite(_rounded),
    "sign": _of_number(_sign),
    "sqrt": _of_number(lambda number: NAN if number < 0 else number if number == 0 else math.sqrt(number)),
    "trunc": _of_finite(lambda number: math.copysign(float(math.trunc(number)), number)),
}
