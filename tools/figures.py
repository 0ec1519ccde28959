"""Figures: what was measured beside its target, and how a time is taken. Knows nothing of what is measured."""

import time
from collections.abc import Callable
from statistics import median
from typing import NamedTuple


class Figure(NamedTuple):
    """One line of the table; a figure without a target is there to compare with."""

    name: str
    value: float
    unit: str
    target: float | None = None
    note: str = ""

    @property
    def over(self) -> bool:
        """Whether the target is missed."""
        return self.target is not None and self.value > self.target

    def line(self) -> str:
        """The figure as a line of the table."""
        target = "" if self.target is None else f"<= {self.target:g} {self.unit}"
        verdict = "" if self.target is None else "over" if self.over else "pass"
        value = f"{self.value:.3f}" if self.value < 1 else f"{self.value:.2f}"
        return f"{self.name:56} {value:>9} {self.unit:4} {target:12} {verdict:4}  {self.note}".rstrip()


def time_of(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def each(call: Callable[[int], object], count: int) -> float:
    """The median time of a call, in seconds, after some that are not counted."""
    times = [time_of(lambda: call(number)) for number in range(count + 20)]  # noqa: B023
    return median(times[20:])
