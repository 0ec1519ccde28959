"""The clock changes of a time zone, for engines that know no zones by name. Knows the time zone database, no SQL.

An answer is exact or there is none: an offset of today is never taken for another day.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import tzinfo

Offsets: TypeAlias = tuple[tuple[int | None, int], ...]
"""Differences to UTC in seconds, each until a Unix time (exclusive); the last has no end."""

DAY = 86_400
FIRST, LAST = -5_364_662_400, 2_145_916_800  # 1800 and 2038: where the database's list of changes lies
AHEAD = 30
"""Years after `LAST` that are looked at to see whether a zone's rule goes on changing its clock."""
LONGEST = 200 * 366 * DAY
MOST = 120
"""So many changes are written out at most."""


@lru_cache(maxsize=64)
def always(zone: str) -> Offsets | None:
    """The offsets at any time, of a zone whose clock has stopped changing; None if it goes on."""
    offset = _offset_at(zone)
    if _changes(offset, LAST, LAST + AHEAD * 366 * DAY, 7 * DAY):
        return None
    return _offsets(offset, FIRST, LAST)


@lru_cache(maxsize=256)
def between(zone: str, start: str, end: str) -> Offsets | None:
    """The offsets from one local time to another (ISO 8601, without an offset), and a day around; None if unknown."""
    from datetime import UTC, datetime

    try:
        first, last = (
            int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) for text in (start, end)
        )
    except ValueError:
        return None
    # A local time is within a day of the same digits in UTC, so that a day more on both sides covers all instants.
    if last - first > LONGEST:
        return None
    try:
        return _offsets(_offset_at(zone), first - 2 * DAY, max(first, last) + 2 * DAY)
    except (OverflowError, ValueError):
        return None


def _offset_at(zone: str) -> Callable[[int], int]:
    """The offset in seconds at a Unix time."""
    from datetime import UTC, datetime, timedelta
    from zoneinfo import ZoneInfo

    place: tzinfo = ZoneInfo(zone)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)

    def offset(at: int) -> int:
        difference = (epoch + timedelta(seconds=at)).astimezone(place).utcoffset()
        return 0 if difference is None else int(difference.total_seconds())

    return offset


def _offsets(offset: Callable[[int], int], start: int, end: int) -> Offsets | None:
    changes = _changes(offset, start, end, DAY)
    if len(changes) > MOST:
        return None
    before = [(change, offset(change - 1)) for change in changes]
    return (*before, (None, offset(end)))


def _changes(offset: Callable[[int], int], start: int, end: int, step: int) -> list[int]:
    """The instants in (start, end] at which the offset changes, where no two lie within `step` seconds."""
    found: list[int] = []
    at, known = start, offset(start)
    while at < end:
        following = min(at + step, end)
        new = offset(following)
        if new != known:
            low, high = at, following
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(middle) == known else (low, middle)
            found.append(high)
            # A second change of the same day starts from what holds after the first.
            following, new = high, offset(high)
        at, known = following, new
    return found
