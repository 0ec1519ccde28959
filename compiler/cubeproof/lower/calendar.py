"""Where the buckets of a model's own granularities lie: intervals, where they begin, and whether a calendar can hold them.

    half_year: {interval: `6 months`}   fiscal_year: {interval: `1 year`, offset: `3 months`}
    sprint: {interval: `2 weeks`, origin: `2024-01-08`}

What an interval may be without an origin is Cube's rule: a divisor of the next longer unit. Knows no zone and no SQL.
"""

import math
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
_SECONDS: Final = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_PART: Final = re.compile(r"(-?\d{1,6})\s+(second|minute|hour|day|week|month|quarter|year)s?")
_WHOLES: Final = {"second": 60, "minute": 60, "hour": 24, "day": 1, "week": 1, "month": 12, "quarter": 4}
"""How many of a unit the next longer one that begins with it has; years begin with every count."""
_ORIGIN: Final = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z)?)?)?)?"
)
_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FORMS: Final = "write it as `2024-01-01` or `2024-01-01T00:00:00`"


def place(interval: str, origin: str | None, offset: str | None) -> dict[str, Any] | tuple[str, str | None]:
    """Where the buckets of an interval lie, as `ir.Granularity` has it; or what is wrong, and what to write."""
    length = _parsed(interval)
    if length is None or min(length) < 0 or max(length) == 0:
        return (
            f"has `{interval}` for an interval",
            "write numbers and units: `6 months`, `1 week`, `1 day 12 hours`",
        )
    if min(length) > 0:
        advice = (
            "months differ in length, so that no bucket could be found without counting; use one kind of unit"
        )
        return f"mixes months and shorter units in `{interval}`", advice
    moved = (0, 0) if offset is None else _parsed(offset)
    if moved is None:
        return f"has `{offset}` for an offset", "write numbers and units: `3 months`, `-1 day`"
    if origin is not None and offset is not None:
        return "has both `origin` and `offset`", "move the origin"
    if length[1] and moved[0]:
        return (
            f"is moved by months in `{offset}`, which are longer than its interval",
            "write an offset in days or shorter units",
        )
    if origin is None and not _divides(interval):
        return (
            f"needs an `origin`: `{interval}` is no part of a longer unit",
            "write the start of one of its buckets",
        )
    begins = None if origin is None else _instant(origin)
    if origin is not None and begins is None:
        return f"has `{origin}` for an origin", _FORMS
    if begins and begins.tzinfo is None and length[0] and not is_day_of_all(begins, length[0]):
        advice = "begin on a day that each of those months has"
        return f"begins on day {begins.day}, which not every month that begins a bucket has", advice
    return {
        "months": length[0],
        "seconds": length[1],
        "origin": None if begins is None else begins.isoformat(timespec="milliseconds"),
        "offset_months": moved[0],
        "offset_seconds": moved[1],
    }


def _parsed(text: str) -> tuple[int, int] | None:
    """Months and seconds of `1 year 6 months`."""
    months = seconds = 0
    parts = list(_parts(text))
    if not parts:
        return None
    for count, unit in parts:
        months += count * _MONTHS.get(unit, 0)
        seconds += count * _SECONDS.get(unit, 0)
    return months, seconds


def _parts(text: str) -> Iterator[tuple[int, str]]:
    words = text.split()
    pairs = [" ".join(words[at : at + 2]) for at in range(0, len(words), 2)]
    matches = [_PART.fullmatch(pair) for pair in pairs]
    if all(matches):
        yield from ((int(match[1]), match[2]) for match in matches if match is not None)


def _divides(interval: str) -> bool:
    """Whether buckets begin where the next longer unit begins, so that no origin is needed."""
    parts = list(_parts(interval))
    if len(parts) != 1:
        return False
    count, unit = parts[0]
    return unit == "year" or _WHOLES[unit] % count == 0


def _instant(text: str) -> datetime | None:
    """A local time, or with `Z` an instant; None for what is no date."""
    match = _ORIGIN.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(match[at] or default) for at, default in _FIELDS)
    microsecond = int((match[7] or "0").ljust(3, "0")) * 1000
    try:
        return datetime(year, month, day, hour, minute, second, microsecond, UTC if match[8] else None)
    except ValueError:
        return None


_FIELDS: Final = ((1, "1"), (2, "1"), (3, "1"), (4, "0"), (5, "0"), (6, "0"))


def is_day_of_all(begins: datetime, months: int) -> bool:
    """Whether each month in which a bucket begins has the day of the origin."""
    step = math.gcd(months, 12)
    return all(begins.day <= _DAYS[month % 12] for month in range(begins.month - 1, begins.month + 11, step))
