"""Conversions and comparisons of plain values by the rules of JavaScript (ECMA-262, chapter 7).

Plain means: no symbol and no text with holes; what those answer is the interpreter's business. Knows no scope.
"""

from cubeproof.evaluate.numbers import NAN, number_text, text_number
from cubeproof.evaluate.ropes import units
from cubeproof.evaluate.values import (
    UNDEFINED,
    Array,
    Builtin,
    Factory,
    Function,
    Lazy,
    Native,
    Object,
    Rope,
    Undefined,
    Value,
)

Primitive = Undefined | None | bool | float | str


def typeof(value: Value) -> str:
    """`typeof value`; a symbol other than a function of the language cannot say."""
    match value:
        case Undefined():
            return "undefined"
        case bool():
            return "boolean"
        case float():
            return "number"
        case str() | Rope():
            return "string"
        case Function() | Builtin() | Factory() | Lazy():
            return "function"
        case Native():
            return "function" if value.function else "object"
        case _:
            return "object"


def kind(value: Value) -> str:
    """What a value is, in words of a message."""
    match value:
        case Undefined():
            return "undefined"
        case None:
            return "null"
        case bool():
            return "a boolean"
        case float():
            return "a number"
        case str():
            return "a text"
        case Rope():
            return "a text with SQL in it"
        case Array():
            return "a list"
        case Object():
            return "an object"
        case Function() | Builtin() | Native():
            return "a function"
        case Factory():
            return "a cube without a name"
        case Lazy():
            return "a template"
        case _:
            return "a name of SQL"


def is_primitive(value: Value) -> bool:
    """Undefined, null, a boolean, a number, a text without holes."""
    return value is None or isinstance(value, Undefined | bool | float | str)


def is_nullish(value: Value) -> bool:
    """Undefined or null."""
    return value is None or value is UNDEFINED


def truthy(value: Value) -> bool:
    """`!!value`."""
    match value:
        case Undefined() | None:
            return False
        case bool():
            return value
        case float():
            return value == value and value != 0
        case str():
            return value != ""
        case _:
            return True


def primitive_text(value: Primitive) -> str:
    """`String(value)`."""
    match value:
        case str():
            return value
        case Undefined():
            return "undefined"
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case float():
            return number_text(value)


def primitive_number(value: Primitive) -> float:
    """`Number(value)`."""
    match value:
        case float():
            return value
        case bool():
            return float(value)
        case Undefined():
            return NAN
        case None:
            return 0.0
        case str():
            return text_number(value)


def strictly_equal(left: Value, right: Value) -> bool:
    """`left === right` of plain values."""
    match left:
        case bool():
            return isinstance(right, bool) and left == right
        case float():
            return isinstance(right, float) and left == right
        case str():
            return isinstance(right, str) and left == right
        case _:
            return left is right


def loosely_equal(left: Primitive, right: Primitive) -> bool:
    """`left == right` of primitives."""
    if is_nullish(left) or is_nullish(right):
        return is_nullish(left) and is_nullish(right)
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    return primitive_number(left) == primitive_number(right)


def less(left: Primitive, right: Primitive) -> bool | None:
    """`left < right`; None where one of them is no number."""
    if isinstance(left, str) and isinstance(right, str):
        return units(left) < units(right)
    first, second = primitive_number(left), primitive_number(right)
    if first != first or second != second:
        return None
    return first < second
