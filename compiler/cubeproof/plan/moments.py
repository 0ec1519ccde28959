"""Local times, moved by so many units: the parts of an interval in the words of the dialects. Knows no query."""

from collections.abc import Iterable
from typing import Final

from cubeproof.plan import nodes
from cubeproof.request.query import Slot

STEPS: Final[dict[str, tuple[int, str]]] = {
    "second": (1, "seconds"), "minute": (60, "seconds"), "hour": (3600, "seconds"), "day": (1, "days"),
    "week": (7, "days"), "month": (1, "months"), "quarter": (3, "months"), "year": (12, "months"),
}  # fmt: skip


def bound(slot: Slot) -> nodes.Expression:
    """An end of the query's range, as local time."""
    origin = nodes.ValueOrigin(index=slot.index, label=slot.label)
    return nodes.Call(function="local_bound", arguments=(nodes.Param(origin=origin, convert="local"),))


def later(value: nodes.Expression, parts: Iterable[tuple[int, str]], sign: int = 1) -> nodes.Expression:
    """A local time moved by an interval, its parts one after the other."""
    for count, unit in parts:
        size, step = STEPS[unit]
        value = moved(value, sign * count * size, step)
    return value


def moved(value: nodes.Expression, count: float, unit: str) -> nodes.Expression:
    """A local time so many units later."""
    if unit == "months":
        return nodes.Call(function="add_months", arguments=(value, nodes.Word(value=str(count))))
    return nodes.Call(
        function="add_interval", arguments=(value, nodes.Word(value=str(count)), nodes.Word(value=unit))
    )
