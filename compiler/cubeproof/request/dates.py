"""Dates of a query: absolute or relative, they become local times of the query's zone.

A range has two inclusive ends, `2020-01-01T00:00:00.000` and `2020-12-31T23:59:59.999`. A date alone covers its
day; a time is kept to the millisecond; a time with an offset or `Z` is an instant, shown on the zone's clocks.

Differs from Cube, which takes such an instant's clock time for a local one, leaves a date that does not exist to the
database and lets a range end before it starts. Here the last two are errors.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final, TypeAlias

import msgspec

from cubeproof.request.jsonplaces import shown
from cubeproof.request.zones import local_text
from cubeproof.request.zones import to_instant as to_instant  # the instant of a local time belongs to dates

Range: TypeAlias = tuple[str, str]
"""Two local times, as `local_text` writes them, the first not after the second."""

_ABSOLUTE: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
_FROM_TO: Final = re.compile(r"from (.+?) to (.+)")
_FORMS: Final = "write it as `2020-12-31` or `2020-12-31T23:59:59.999`"


class DateProblem(msgspec.Struct, frozen=True):
    """Why a date or range cannot be used: a code, a message without its place, and what to do."""

    code: str
    message: str
    help: str | None = None


class _Date(msgspec.Struct, frozen=True):
    """An absolute date: its first and last moment, which are one where a time is given."""

    first: datetime
    last: datetime
    day: date


def range_between(start: str, end: str, zone: tzinfo) -> Range | DateProblem:
    """The range from one absolute date to another."""
    first = _absolute(start, zone) or _no_date(start)
    if isinstance(first, DateProblem):
        return first
    last = _absolute(end, zone) or _no_date(end)
    if isinstance(last, DateProblem):
        return last
    return _ordered(first.first, last.last, f"`{start}` to `{end}`", zone)


def range_of(text: str, zone: tzinfo, now: datetime) -> Range | DateProblem:
    """The range that one text means: the day of an absolute date, or a relative phrase, seen from `now`."""
    from cubeproof.request import phrases

    absolute = _absolute(text, zone)
    if isinstance(absolute, DateProblem):
        return absolute
    if absolute is not None:
        return _day(absolute.day)
    phrase = " ".join(text.lower().split())
    try:
        here = now.astimezone(zone)
        match = _FROM_TO.fullmatch(phrase)
        if match is not None:
            return _from_to(match[1], match[2], zone, here)
        found = phrases.period(phrase, here)
        return _no_phrase(text) if found is None else _ordered(*found, f"`{shown(text)}`", zone)
    except OverflowError:
        return DateProblem("E325", f"`{shown(text)}` leads out of the years 1 to 9999")


def bounds_of(text: str, zone: tzinfo, now: datetime) -> Range | DateProblem:
    """The first and last moment of what an operator such as `beforeDate` compares with.

    As `range_of`, but for an absolute date with a time, which is a single moment.
    """
    absolute = _absolute(text, zone)
    if isinstance(absolute, _Date):
        return local_text(absolute.first), local_text(absolute.last)
    return range_of(text, zone, now)


def days_between(start: str, end: str, zone: tzinfo) -> Range | DateProblem:
    """All of the days from one absolute date to another, whatever times are given."""
    found = range_between(start, end, zone)
    if isinstance(found, DateProblem):
        return found
    return found[0][:10] + "T00:00:00.000", found[1][:10] + "T23:59:59.999"


def instant_of(text: str, zone_name: str, edge: str) -> str:
    """The instant at one edge of an absolute date: `date_begin`, `date_end`, or of its day, `day_begin`, `day_end`.

    Raises `ValueError` for any other text: what a policy allows must not move with the clock.
    """
    from cubeproof.request.zones import zone

    found = _absolute(text, zone(zone_name))
    if not isinstance(found, _Date):
        raise ValueError(text)
    begin, end = (
        _day(found.day) if edge.startswith("day") else (local_text(found.first), local_text(found.last))
    )
    return to_instant(end, zone_name, last=True) if edge.endswith("end") else to_instant(begin, zone_name)


def _absolute(text: str, zone: tzinfo) -> _Date | DateProblem | None:
    """An absolute date; None where the text is none."""
    match = _ABSOLUTE.fullmatch(text)
    if match is None:
        return None
    try:
        day = date.fromisoformat(match[1])
        if match[2] is None:
            first = datetime.combine(day, time.min)
            return _Date(first, first + timedelta(hours=23, minutes=59, seconds=59, milliseconds=999), day)
        fraction = (match[4] or "")[:3].ljust(3, "0")
        clock = time.fromisoformat(f"{match[2]}:{match[3] or '00'}.{fraction}")
        moment = datetime.combine(day, clock)
        if match[5] is not None:
            moment = moment.replace(tzinfo=_offset(match[5])).astimezone(zone)
    except ValueError:
        return DateProblem("E321", f"there is no date `{text}`", _FORMS)
    except OverflowError:
        return DateProblem("E325", f"`{text}` lies outside the years 1 to 9999")
    return _Date(moment, moment, moment.date())


def _from_to(start: str, end: str, zone: tzinfo, now: datetime) -> Range | DateProblem:
    """A phrase with two ends; days are covered whole, or the shorter unit that one of the ends is counted in."""
    from cubeproof.request import phrases

    ends = (phrases.point(start, now), phrases.point(end, now))
    unit = "day"
    for found in ends:
        unit = phrases.finest(unit, found[1]) if found else unit
    moments: list[datetime] = []
    for index, (text, found) in enumerate(zip((start, end), ends, strict=True)):
        if found is not None:
            moments.append(phrases.around(found[0], found[0], unit)[index])
            continue
        absolute = _absolute(text.upper(), zone)
        if absolute is None:
            return _no_phrase(text)
        if isinstance(absolute, DateProblem):
            return absolute
        moments.append((absolute.first, absolute.last)[index])
    return _ordered(moments[0], moments[1], f"`{shown(f'from {start} to {end}')}`", zone)


def _ordered(first: datetime, last: datetime, what: str, zone: tzinfo) -> Range | DateProblem:
    start, end = local_text(first), local_text(last)
    if first.tzinfo is None and last.tzinfo is None:
        reversed_ = first > last
    else:
        name = "UTC" if zone is UTC else str(zone)
        reversed_ = to_instant(start, name) > to_instant(end, name, last=True)
    if reversed_:
        return DateProblem("E323", f"the range {what} ends before it starts", "swap its ends")
    return start, end


def _offset(text: str) -> timezone:
    """The offset `Z`, `+02:00` or `+0200`; ValueError beyond a day."""
    if text in "Zz":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    if minutes > 59:
        raise ValueError
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def _day(day: date) -> Range:
    text = day.isoformat()
    return f"{text}T00:00:00.000", f"{text}T23:59:59.999"


def _no_date(text: str) -> DateProblem:
    return DateProblem(
        "E321", f"`{shown(text)}` is not an absolute date", f"{_FORMS}; a relative phrase stands alone"
    )


def _no_phrase(text: str) -> DateProblem:
    from cubeproof.request import phrases

    advice = f"write a date, `2020-12-31`, or a phrase such as {phrases.EXAMPLES}"
    return DateProblem("E322", f"`{shown(text)}` is neither a date nor a known phrase", advice)
