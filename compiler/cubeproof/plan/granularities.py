"""A local time is cut to a granularity: a standard one, or one that its dimension defines.

Buckets lie on the calendar exactly: months are counted as months, whatever their length, and shorter units on the
clocks of the query's zone. Without an origin, years are counted from 2000 and weeks from Monday; no clock is read.
Cube counts months by their average length, and years from the year in which the query is asked.
"""

from datetime import datetime

from cubeproof.lower import ir
from cubeproof.lower.calendar import is_day_of_all
from cubeproof.plan import nodes
from cubeproof.plan.report import Report
from cubeproof.request.zones import zone

_MONTHS = {1: "month", 3: "quarter", 12: "year"}
_SECONDS = {1: "second", 60: "minute", 3600: "hour", 86_400: "day", 604_800: "week"}
_EPOCH = datetime(1970, 1, 1)
_MONDAY = 4 * 86_400
"""The first Monday of the epoch."""
_MILLENNIUM = 2000 * 12
"""January 2000, as months since January of the year 0."""


def cut(
    local: nodes.Expression, member: ir.Dimension, name: str, zone_name: str, report: Report
) -> nodes.Expression:
    """The start of the bucket in which a local time of the zone lies."""
    own = member.granularities.get(name)
    if own is None:
        return _truncated(local, name)
    if own.unsupported is not None:
        report.not_yet(f"{own.unsupported} (`{name}` of `{member.cube}.{member.name}`)", span=own.span,
                       cube=member.cube)  # fmt: skip
        return nodes.NEVER
    begins = None if own.origin is None else _local(own.origin, zone_name)
    if not own.months:
        return _shorter(local, own, begins)
    if begins is not None and not is_day_of_all(begins, own.months):
        message = f"the origin of granularity `{name}` is day {begins.day} in `{zone_name}`, which not every month has"
        report.add("E382", message, span=own.span, cube=member.cube, help="ask in UTC, or move the origin")
        return nodes.NEVER
    return _longer(local, own, begins)


def _longer(local: nodes.Expression, own: ir.Granularity, begins: datetime | None) -> nodes.Expression:
    """By months: those before the first of the bucket's months are taken off, and put back."""
    if begins is None:
        months, milliseconds = _MILLENNIUM + own.offset_months, own.offset_seconds * 1000
    else:
        start = begins.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        months, milliseconds = begins.year * 12 + begins.month - 1, _milliseconds(begins, start)
    months %= own.months
    at = _moved(local, -milliseconds)
    if months:
        at = _interval(_truncated(at, "month"), -months, "months")
    unit = _MONTHS.get(own.months)
    at = _truncated(at, unit) if unit else _call("bin_months", at, str(own.months))
    if months:
        at = _interval(at, months, "months")
    return _moved(at, milliseconds)


def _shorter(local: nodes.Expression, own: ir.Granularity, begins: datetime | None) -> nodes.Expression:
    """By seconds: so many after the epoch a bucket begins."""
    length = own.seconds * 1000
    unit = _SECONDS.get(own.seconds)
    natural = _MONDAY * 1000 if own.seconds % 604_800 == 0 else 0
    after = own.offset_seconds * 1000 + natural if begins is None else _milliseconds(begins, _EPOCH)
    if unit:
        after -= natural
    after %= length
    if after * 2 > length:
        after -= length
    at = _moved(local, -after)
    at = _truncated(at, unit) if unit else _call("bin_seconds", at, str(own.seconds))
    return _moved(at, after)


def _local(origin: str, zone_name: str) -> datetime:
    moment = datetime.fromisoformat(origin)
    return moment if moment.tzinfo is None else moment.astimezone(zone(zone_name)).replace(tzinfo=None)


def _milliseconds(end: datetime, start: datetime) -> int:
    past = end - start
    return (past.days * 86_400 + past.seconds) * 1000 + past.microseconds // 1000


def _moved(value: nodes.Expression, milliseconds: int) -> nodes.Expression:
    if milliseconds == 0:
        return value
    for unit, length in (("days", 86_400_000), ("hours", 3_600_000), ("minutes", 60_000), ("seconds", 1000)):
        if milliseconds % length == 0:
            return _interval(value, milliseconds // length, unit)
    return _interval(value, milliseconds / 1000, "seconds")


def _interval(value: nodes.Expression, count: float, unit: str) -> nodes.Expression:
    return _call("add_interval", value, f"{count}", unit)


def _truncated(value: nodes.Expression, unit: str) -> nodes.Expression:
    return _call("date_trunc", value, unit)


def _call(function: str, value: nodes.Expression, *words: str) -> nodes.Expression:
    return nodes.Call(function=function, arguments=(value, *(nodes.Word(value=word) for word in words)))
