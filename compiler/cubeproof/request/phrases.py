"""Relative dates: `last 7 days`, `this month`, `from 2 weeks ago to now`. As Cube's REST API reads them.

A phrase is a range of whole units around a moment, on the clocks of that moment's zone. Weeks start on Monday.
`last 7 days` leaves today out, `from 7 days ago to now` includes it. A range `from … to …` covers whole days,
or whole hours, minutes or seconds where one of its ends is counted in them.

Differs from Cube: only the phrases below are known, and a phrase is understood as a whole. Cube looks for known words
anywhere, so that `from yesterday to tomorrow` means yesterday, and `last day of month` too.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, TypeAlias

Unit: TypeAlias = str
"""`second`, `minute`, `hour`, `day`, `week`, `month`, `quarter` or `year`."""
Period: TypeAlias = tuple[datetime, datetime]

EXAMPLES: Final = "`today`, `last 7 days`, `this month`, `from 2 weeks ago to now`"

_UNITS = r"(second|minute|hour|day|week|month|quarter|year)"
_NAMED: Final = re.compile(rf"(this|last|next) {_UNITS}")
_COUNTED: Final = re.compile(rf"(last|next) (\d{{1,6}}) {_UNITS}s?", re.ASCII)
_AWAY: Final = re.compile(rf"(?:(\d{{1,6}}) {_UNITS}s? (ago|from now)|in (\d{{1,6}}) {_UNITS}s?)", re.ASCII)
_DAYS: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}
_LENGTHS: Final = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1)}
_END_OF_DAY: Final = time(23, 59, 59, 999_000)
_FINE: Final = ("second", "minute", "hour")


def period(phrase: str, now: datetime) -> Period | None:
    """The first and last moment, to the millisecond, of a phrase in lower case with single spaces; None if unknown.

    `now` carries the zone. OverflowError where a phrase leads out of the years 1 to 9999.
    """
    if phrase in _DAYS:
        return _units(now, "day", _DAYS[phrase], _DAYS[phrase])
    if match := _NAMED.fullmatch(phrase):
        distance = ("last", "this", "next").index(match[1]) - 1
        return _units(now, match[2], distance, distance)
    if match := _COUNTED.fullmatch(phrase):
        count, unit = int(match[2]), match[3]
        if count == 0:
            return None
        return _units(now, unit, -count, -1) if match[1] == "last" else _units(now, unit, 1, count)
    if found := point(phrase, now):
        moment, unit = found
        return around(moment, moment, unit)
    return None


def point(phrase: str, now: datetime) -> tuple[datetime, Unit] | None:
    """A moment (`now`, `yesterday`, `2 hours ago`, `in 3 days`) and the unit it is meant in: a day or finer."""
    if phrase == "now":
        return now, "day"
    if phrase in _DAYS:
        return _moved(now, "day", _DAYS[phrase]), "day"
    match = _AWAY.fullmatch(phrase)
    if match is None:
        return None
    count = int(match[1] or match[4])
    unit = match[2] or match[5]
    moved = _moved(now, unit, -count if match[3] == "ago" else count)
    return moved, unit if unit in _FINE else "day"


def around(start: datetime, end: datetime, unit: Unit) -> Period:
    """From the start of the unit in which `start` lies to the end of the one in which `end` lies.

    A day or longer begins and ends by the calendar: such moments carry no zone, for a clock change may make two
    instants of one, and a range takes both in.
    """
    return _first(start, unit), _last(end, unit)


def finest(left: Unit, right: Unit) -> Unit:
    """The shorter of two units that `point` gave."""
    return min(left, right, key=(*_FINE, "day").index)


def _units(now: datetime, unit: Unit, first: int, last: int) -> Period:
    return around(_moved(now, unit, first), _moved(now, unit, last), unit)


def _moved(moment: datetime, unit: Unit, count: int) -> datetime:
    """`count` units later; hours and less elapse, days and more are counted on the calendar."""
    if unit in _LENGTHS:
        elapsed = moment.astimezone(UTC) + count * _LENGTHS[unit]
        return elapsed.astimezone(moment.tzinfo)
    if unit in ("day", "week"):
        return moment + timedelta(days=count * (7 if unit == "week" else 1))
    months = moment.year * 12 + moment.month - 1 + count * {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError
    day = min(moment.day, _days_in(year, month + 1))
    return moment.replace(year=year, month=month + 1, day=day)


def _first(moment: datetime, unit: Unit) -> datetime:
    match unit:
        case "second":
            return moment.replace(microsecond=0)
        case "minute":
            return moment.replace(second=0, microsecond=0)
        case "hour":
            return moment.replace(minute=0, second=0, microsecond=0)
    day = datetime.combine(moment, time.min)
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=day.month - (day.month - 1) % 3, day=1)
        case "year":
            return day.replace(month=1, day=1)
        case _:
            return day


def _last(moment: datetime, unit: Unit) -> datetime:
    match unit:
        case "second":
            return moment.replace(microsecond=999_000)
        case "minute":
            return moment.replace(second=59, microsecond=999_000)
        case "hour":
            return moment.replace(minute=59, second=59, microsecond=999_000)
    day = datetime.combine(moment, _END_OF_DAY)
    match unit:
        case "week":
            return day + timedelta(days=6 - day.weekday())
        case "month":
            return _end_of_month(day, day.month)
        case "quarter":
            return _end_of_month(day, day.month + 2 - (day.month - 1) % 3)
        case "year":
            return _end_of_month(day, 12)
        case _:
            return day


def _end_of_month(day: datetime, month: int) -> datetime:
    return day.replace(month=month, day=_days_in(day.year, month))


def _days_in(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days
