"""Time zones by IANA name, and the instants that their clocks show.

The one source of zone rules is the tzdata package, never the machine's own tables, so that equal input gives equal
output everywhere. UTC needs none of it. Knows nothing of queries.
"""

import functools
import os
from datetime import UTC, datetime, timedelta, timezone, tzinfo

_EARLIEST = "0001-01-01T00:00:00.000Z"
_LATEST = "9999-12-31T23:59:59.999Z"


def zone_name(text: str) -> str | None:
    """The IANA name meant by `text`, in its canonical case (`europe/BERLIN` is `Europe/Berlin`); None if unknown."""
    return "UTC" if text == "UTC" else _names().get(text.casefold())


def zone_names() -> tuple[str, ...]:
    """Every known name."""
    return tuple(_names().values())


@functools.lru_cache(maxsize=64)
def zone(name: str) -> tzinfo:
    """The rules of a zone; `name` is one that `zone_name` gave."""
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo

    with open(os.path.join(_folder(), "zoneinfo", *name.split("/")), "rb") as file:
        return ZoneInfo.from_file(file, key=name)


def to_instant(local: str, zone_of: str, *, last: bool = False) -> str:
    """The instant at which a zone's clocks show a local time, as `2020-01-01T05:00:00.000Z`.

    A time that clocks show twice, when they are set back, means the first instant, or with `last` the second.
    A time that they skip, when they are set forward, is read with the offset before the change, as PostgreSQL does:
    02:30 becomes 03:30. A local time may end in an offset (see `local_text`), which then decides. What lies outside
    the years 1 to 9999 in UTC becomes the first or last instant of them.

    >>> to_instant("2020-01-01T00:00:00.000", "America/New_York")
    '2020-01-01T05:00:00.000Z'
    """
    if zone_of == "UTC" and len(local) == 23:
        return local + "Z"
    moment = datetime.fromisoformat(local)
    if moment.tzinfo is None:
        first, second = _offsets(moment.replace(tzinfo=zone(zone_of)))
        moment = moment.replace(tzinfo=timezone(second if last and second < first else first))
    try:
        instant = moment.astimezone(UTC)
    except OverflowError:
        return _EARLIEST if moment.year == 1 else _LATEST
    return instant.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def local_text(moment: datetime) -> str:
    """A moment as its zone's clocks show it, to the millisecond: `2020-01-01T00:00:00.000`.

    Where they show that time twice, the moment's offset stands behind, `2020-11-01T01:30:00.000-05:00`, because
    the time alone would not say which one is meant. A moment without a zone is written as it is.
    """
    if moment.tzinfo is not None:
        first, second = _offsets(moment)
        if second >= first:
            moment = moment.replace(tzinfo=None)
    return moment.isoformat(timespec="milliseconds")


def _offsets(moment: datetime) -> tuple[timedelta, timedelta]:
    """The offsets that the two readings of a local time have.

    They differ at a clock change alone: where a time is shown twice the second is smaller, where it is skipped larger.
    """
    first, second = moment.replace(fold=0).utcoffset(), moment.replace(fold=1).utcoffset()
    return first or timedelta(), second or timedelta()


@functools.cache
def _names() -> dict[str, str]:
    with open(os.path.join(_folder(), "zones"), encoding="utf-8") as file:
        names = file.read().split()
    return {name.casefold(): name for name in names if name != "Factory"}


def _folder() -> str:
    import tzdata  # type: ignore[import-untyped]

    return os.path.dirname(str(tzdata.__file__))
