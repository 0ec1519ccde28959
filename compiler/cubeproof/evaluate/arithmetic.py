"""Operators on numbers, by ECMA-262 6.1.6.1. Pure functions of numbers."""

import math
from collections.abc import Callable, Mapping
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
    """`left ** right`; None where the exact digits would be the host's choice."""
    if right == 0:
        return 1.0
    if left.is_integer() and right.is_integer() and 0 < right <= 1074:
        exact = int(left) ** int(right)
        return float(exact) if abs(exact) <= 2**53 else None
    return None


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
