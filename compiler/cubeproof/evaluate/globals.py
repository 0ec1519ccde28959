"""The name spaces and functions of the language that every file knows. Nothing here reaches the host."""

import math
import re
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate import access, array_methods, math_functions, object_functions
from cubeproof.evaluate.arguments import at, callback, first, integer
from cubeproof.evaluate.json_text import parse, stringify
from cubeproof.evaluate.numbers import INFINITY, NAN, parse_float, parse_int, to_int32
from cubeproof.evaluate.scope import Bound
from cubeproof.evaluate.special import Iteration
from cubeproof.evaluate.values import UNDEFINED, Array, Native, Object, Refusal, Symbol, Thrown, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

Function = Callable[["Interpreter", list[Value], Span], Value]


def _is_array(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    value = first(given)
    if isinstance(value, Symbol) and not isinstance(value, Native):
        return value.is_list(span)
    return isinstance(interpreter.plain(value, span), Array)


def _array_of(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return interpreter.array(list(given), span)


def _array(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    """`Array(1, 2)`; `Array(3)` is three gaps."""
    length = first(given)
    if len(given) != 1 or not isinstance(length, float):
        return interpreter.array(list(given), span)
    if not 0 <= length < 2.0**32 or length != int(length):
        raise Refusal("the length of a list must be a whole number", span, code="E218")
    interpreter.size(int(length), span)
    made = interpreter.array([UNDEFINED] * int(length), span)
    made.gaps = length > 0
    return made


def _array_from(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    source = first(given)
    items: Iterable[Value]
    source = source if isinstance(source, Iteration) else interpreter.plain(source, span)
    if isinstance(source, Object):
        size = integer(interpreter, access.read(interpreter, source, "length", span), span)
        interpreter.size(int(min(max(size, 0), 2.0**32)), span)
        items = [access.read(interpreter, source, str(index), span) for index in range(int(max(size, 0)))]
    elif isinstance(source, Array):
        items = array_methods.going(source)
    elif isinstance(source, Iteration):
        items = source.items
    else:
        items = access.iterate(interpreter, source, span)
    if at(given, 1) is UNDEFINED:
        return interpreter.array(list(items), span)
    function = callback(given[1:], "Array.from", span)
    made: list[Value] = []
    for index, item in enumerate(items):
        interpreter.spend(1, span)
        made.append(interpreter.invoke(function, [item, float(index)], span))
    return interpreter.array(made, span)


def _not_called(name: str, instead: str) -> Function:
    def refuse(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
        raise Refusal(f"a call of `{name}` is not supported", span, code="E209", help=instead)

    return refuse


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


def _coded(code: Callable[[str], str], name: str) -> Function:
    """`encodeURIComponent` and the like: of a text that has such a form."""

    def compute(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
        text = interpreter.words(first(given), span)
        interpreter.reserve(3 * len(text), span)
        try:
            return code(text)
        except UnicodeError:
            raise Refusal(f"`{name}` cannot be done with this text", span, code="E218") from None

    return compute


def _encoded(safe: str) -> Callable[[str], str]:
    def encode(text: str) -> str:
        from urllib.parse import quote

        return quote(text, safe=safe)

    return encode


def _decoded(text: str) -> str:
    from urllib.parse import unquote

    if "%" in re.sub("%[0-9A-Fa-f]{2}", "", text):
        raise UnicodeError
    return unquote(text, errors="strict")


def _error(name: str) -> Function:
    def make(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
        message = interpreter.as_text(given[0], span) if given and given[0] is not UNDEFINED else ""
        return Thrown(name, message)

    return make


def _from_char_code(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    halves = "".join(chr(to_int32(interpreter.number(value, span)) & 0xFFFF) for value in given)
    return interpreter.whole(halves, span)


def _from_code_point(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    numbers = [interpreter.number(value, span) for value in given]
    if any(not number.is_integer() or not 0 <= number <= 0x10FFFF for number in numbers):
        raise Refusal("`String.fromCodePoint` needs numbers of characters", span, code="E218")
    return interpreter.whole("".join(chr(int(number)) for number in numbers), span)


def _said(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    return UNDEFINED


def _native(name: str, function: Function | None = None, **members: Function | float) -> Native:
    return Native(
        name,
        function,
        {key: Native(f"{name}.{key}", m) if callable(m) else m for key, m in members.items()},
    )


GLOBALS: Final[dict[str, Bound]] = {
    "NaN": NAN,
    "Infinity": INFINITY,
    "Object": _native("Object", _not_called("Object", "write the object: `{…}`"), **object_functions.FUNCTIONS),
    "Array": _native(
        "Array", _array, isArray=_is_array, of=_array_of, **{"from": _array_from},
    ),
    "String": _native("String", _string, fromCharCode=_from_char_code, fromCodePoint=_from_code_point),
    "Boolean": Native("Boolean", _boolean),
    "Number": _native(
        "Number", _number, parseFloat=_parse_float, parseInt=_parse_int,
        isFinite=_of_number(math.isfinite), isInteger=_of_number(float.is_integer),
        isNaN=_of_number(lambda number: number != number),
        isSafeInteger=_of_number(lambda number: number.is_integer() and abs(number) < 2.0**53),
        MAX_SAFE_INTEGER=2.0**53 - 1, MIN_SAFE_INTEGER=1 - 2.0**53, EPSILON=2.0**-52, NaN=NAN,
        MAX_VALUE=sys.float_info.max, MIN_VALUE=5e-324, POSITIVE_INFINITY=INFINITY, NEGATIVE_INFINITY=-INFINITY,
    ),
    "Math": _native("Math", None, **math_functions.FUNCTIONS),
    "JSON": _native("JSON", parse=parse, stringify=stringify),
    "console": _native("console", log=_said, info=_said, warn=_said, error=_said, debug=_said),
    "Error": Native("Error", _error("Error")),
    "TypeError": Native("TypeError", _error("TypeError")),
    "RangeError": Native("RangeError", _error("RangeError")),
    "parseInt": Native("parseInt", _parse_int),
    "parseFloat": Native("parseFloat", _parse_float),
    "isNaN": Native("isNaN", _is_nan),
    "isFinite": Native("isFinite", _is_finite),
    "encodeURIComponent": Native("encodeURIComponent", _coded(_encoded("!'()*-._~"), "encodeURIComponent")),
    "encodeURI": Native("encodeURI", _coded(_encoded("!'()*-._~;/?:@&=+$,#"), "encodeURI")),
    "decodeURIComponent": Native("decodeURIComponent", _coded(_decoded, "decodeURIComponent")),
}  # fmt: skip
"""Shared by all files; none of them can be assigned. What `console` is told goes nowhere."""
