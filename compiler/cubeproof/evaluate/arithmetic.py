"""Operators on numbers, by ECMA-262 6.1.6.1. Pure functions of numbers."""

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from cubeproof.evaluate.numbers import INFINITY, NAN, to_int32


def divide(left: float, right: float) -> float:
    """`left / right`."""
    if right != 0:
        return left / right
    if left != left or left == 0:
        return NAN
    return math.copysign(INFINITY, left) * math.copysign(1.0, right)


def remainder(left: float, right: float) -> float:
    """`left % right`: the sign of the left."""
    if right == 0 or abs(left) == INFINITY or left != left or right != right:
        return NAN
    return math.fmod(left, right)


def power(left: float, right: float) -> float | None:
    """`left ** right`, where a number has exactly that value; None where the last digit would be the host's choice."""
    if right == 0:
        return 1.0
    if not (math.isfinite(left) and math.isfinite(right)) or left == 0 or abs(right) > LARGEST_POWER:
        return None
    if right.is_integer():
        exact = Fraction(left) ** int(right)
    elif right == 0.5 and left > 0:
        exact = Fraction(math.sqrt(left))
        if exact * exact != Fraction(left):
            return None
    else:
        return None
    return exactly(exact)


def exactly(value: Fraction) -> float | None:
    """The number that has this value; None without one."""
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if Fraction(found) == value else None


LARGEST_POWER: Final = 1074
"""No number but 1 and -1 has a larger power that is one; theirs are refused with the others."""


def _shifted(value: int) -> float:
    return float(to_int32(float(value & 0xFFFFFFFF)))


def _count(number: float) -> int:
    return to_int32(number) & 31


NUMERIC: Final[Mapping[str, Callable[[float, float], float | None]]] = {
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": divide,
    "%": remainder,
    "**": power,
    "|": lambda left, right: float(to_int32(left) | to_int32(right)),
    "&": lambda left, right: float(to_int32(left) & to_int32(right)),
    "^": lambda left, right: float(to_int32(left) ^ to_int32(right)),
    "<<": lambda left, right: _shifted(to_int32(left) << _count(right)),
    ">>": lambda left, right: float(to_int32(left) >> _count(right)),
    ">>>": lambda left, right: float((to_int32(left) & 0xFFFFFFFF) >> _count(right)),
}
"""Operators whose both sides become numbers."""
