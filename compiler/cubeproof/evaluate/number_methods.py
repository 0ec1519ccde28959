"""Methods of numbers and booleans. Knows no scope."""

from collections.abc import Callable, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate.arguments import first, integer
from cubeproof.evaluate.coerce import primitive_text
from cubeproof.evaluate.numbers import fixed_text, number_text, radix_text, significant_text
from cubeproof.evaluate.objects import INHERITED
from cubeproof.evaluate.values import UNDEFINED, Refusal, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

MEMBERS: Final = INHERITED | {"toExponential", "toFixed", "toPrecision"}


def _to_fixed(interpreter: "Interpreter", base: float, given: list[Value], span: Span) -> Value:
    digits = integer(interpreter, first(given), span)
    if not 0 <= digits <= 100:
        raise Refusal("`toFixed` needs a number of digits from 0 to 100", span, code="E218")
    return fixed_text(base, int(digits))


def _to_precision(interpreter: "Interpreter", base: float, given: list[Value], span: Span) -> Value:
    if first(given) is UNDEFINED or not isfinite(base):
        return number_text(base)
    digits = integer(interpreter, first(given), span)
    if not 1 <= digits <= 100:
        raise Refusal("`toPrecision` needs a number of digits from 1 to 100", span, code="E218")
    return significant_text(base, int(digits), exponential=False)


def _to_exponential(interpreter: "Interpreter", base: float, given: list[Value], span: Span) -> Value:
    digits = integer(interpreter, first(given), span)
    if not 0 <= digits <= 100:
        raise Refusal("`toExponential` needs a number of digits from 0 to 100", span, code="E218")
    if not isfinite(base):
        return number_text(base)
    if first(given) is UNDEFINED:
        digits = len(repr(abs(base)).partition("e")[0].replace(".", "").strip("0")) - 1.0
    return significant_text(base, int(max(digits, 0)) + 1, exponential=True)


def _to_string(interpreter: "Interpreter", base: float, given: list[Value], span: Span) -> Value:
    radix = integer(interpreter, first(given), span, default=10.0)
    if not 2 <= radix <= 36:
        raise Refusal("`toString` needs a base from 2 to 36", span, code="E218")
    if radix == 10:
        return number_text(base)
    if not base.is_integer() or abs(base) > 2**53:
        raise Refusal("`toString` of this number in another base is not supported yet", span, code="E207")
    return radix_text(int(base), int(radix))


def _value(interpreter: "Interpreter", base: float | bool, given: list[Value], span: Span) -> Value:
    return base


def _boolean_text(interpreter: "Interpreter", base: bool, given: list[Value], span: Span) -> Value:
    return primitive_text(base)


NUMBER: Final[Mapping[str, Callable[["Interpreter", float, list[Value], Span], Value]]] = {
    "toExponential": _to_exponential,
    "toFixed": _to_fixed,
    "toPrecision": _to_precision,
    "toString": _to_string,
    "valueOf": _value,
}
BOOLEAN: Final[Mapping[str, Callable[["Interpreter", bool, list[Value], Span], Value]]] = {
    "toString": _boolean_text,
    "valueOf": _value,
}
