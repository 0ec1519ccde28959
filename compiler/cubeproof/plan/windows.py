"""Rolling windows: which measures have one, over which time dimension of the query, and from when to when it reaches.

A window is relative to a bucket of time `[begins, ends)`, and half open itself, whatever a month's length:

    trailing 7 day                 [ends - 7 days, ends)          offset start, trailing 7 day   [begins - 7 days, begins)
    leading 1 month                [ends, ends + 1 month)         trailing unbounded             [-, ends)
    to_date by month               [begins cut to its month, ends)
    type `runningTotal`            [start of the query's range, ends)

Without a granularity the query's whole range is the one bucket; without a time dimension there is no window at all.
"""

import msgspec

from cubeproof.lower import ir, sql
from cubeproof.plan import granularities, members, moments, nodes
from cubeproof.plan.resolve import Resolved
from cubeproof.plan.templates import Leaf, Templates
from cubeproof.request.query import DateRange, Query

_RUNNING = "running total"


class Time(msgspec.Struct, frozen=True):
    """The time dimension that windows go along."""

    member: ir.Dimension
    granularity: str | None
    span: DateRange

    @property
    def name(self) -> str:
        """Its full name."""
        return f"{self.member.cube}.{self.member.name}"

    @property
    def key(self) -> str:
        """The id of its column."""
        return f"{self.name}.{self.granularity}"


def spec(leaf: Leaf) -> tuple[object, ...] | None:
    """What tells a leaf's window from others; None without one."""
    if leaf.member.type == "running_total":
        return (_RUNNING,)
    window = leaf.member.rolling_window
    if window is None:
        return None
    return window.type, window.trailing, window.leading, window.offset, window.granularity


def time(resolved: Resolved, to: Templates) -> Time | None:
    """Along which time dimension the windows of the query go; None without windows or times."""
    measures = (*resolved.measures, *(m for m in resolved.filtered.values() if isinstance(m, ir.Measure)))
    first = next((found for measure in measures if (found := rolling(to.model, measure))), None)
    if first is None or not resolved.times:
        return None
    name = f"{first.cube}.{first.name}"
    cut = {(dim.cube, dim.name, asked.granularity): dim for asked, dim in resolved.times if asked.granularity}
    spans = {(dim.cube, dim.name): dim for asked, dim in resolved.times if asked.date_range}
    if len(cut) > 1 or (not cut and len(spans) > 1):
        message = f"`{name}` has a window, and the query has several times along which it could go"
        to.report.add("E369", message, path=resolved.times[-1][0].path, span=first.span, cube=first.cube,
                      help="ask for one time dimension with one granularity")  # fmt: skip
        return None
    member = next(iter(cut.values() or spans.values()))
    granularity = next((key[2] for key in cut), None)
    ranges = [asked.date_range for asked, dim in resolved.times if dim is member and asked.date_range]
    if len(ranges) != 1:
        wanted = "needs a date range of the time" if not ranges else "has several date ranges for the time"
        message = f"`{name}` has a window, and the query {wanted} along which it goes"
        to.report.add("E369", message, path=resolved.times[0][0].path, span=first.span, cube=first.cube,
                      help="give the time dimension one `dateRange`")  # fmt: skip
        return None
    return Time(member, granularity, ranges[0])


def widened(query: Query, along: Time) -> Query:
    """The query as models see it: what a window looks at is not bounded by the range, so none is pushed into their SQL."""
    times = tuple(
        msgspec.structs.replace(asked, date_range=None) if asked.member == along.name else asked
        for asked in query.time_dimensions
    )
    return msgspec.structs.replace(query, time_dimensions=times)


def rolling(model: ir.Model, start: ir.Measure) -> ir.Measure | None:
    """A measure with a window that one is computed from, itself included."""
    waiting, seen = [start], {(start.cube, start.name)}
    while waiting:
        member = waiting.pop()
        if member.type == "running_total" or member.rolling_window is not None:
            return member
        if member.type not in members.CALCULATED or member.sql is None:
            continue
        for part in sql.walk(member.sql):
            if isinstance(part, sql.MemberRef) and part.path[-2:] not in seen:
                inner = model.cubes[part.path[-2]].member(part.path[-1])
                seen.add((part.path[-2], part.path[-1]))
                waiting += [inner] if isinstance(inner, ir.Measure) else []
    return None


class Buckets(msgspec.Struct, frozen=True):
    """The buckets of a query, and the windows around them."""

    along: Time
    to: Templates

    def cut(self, value: nodes.Expression, granularity: str) -> nodes.Expression:
        """The start of the bucket in which a local time lies."""
        zone = self.to.query.timezone
        return granularities.cut(value, self.along.member, granularity, zone, self.to.report)

    @property
    def step(self) -> tuple[int, str]:
        """How long a bucket is."""
        assert self.along.granularity is not None  # noqa: S101 — asked where there are buckets
        own = self.along.member.granularities.get(self.along.granularity)
        if own is None:
            return moments.STEPS[self.along.granularity]
        return (own.months, "months") if own.months else (own.seconds, "seconds")

    @property
    def first(self) -> tuple[nodes.Expression, nodes.Expression]:
        """The first bucket, or the only one."""
        start, end = moments.bound(self.along.span.start), moments.bound(self.along.span.end)
        if self.along.granularity is None:
            return start, moments.moved(end, 0.001, "seconds")
        begins = self.cut(start, self.along.granularity)
        return begins, moments.moved(begins, *self.step)

    @property
    def last(self) -> tuple[nodes.Expression, nodes.Expression]:
        """The last bucket, or the only one."""
        if self.along.granularity is None:
            return self.first
        begins = self.cut(moments.bound(self.along.span.end), self.along.granularity)
        return begins, moments.moved(begins, *self.step)

    @property
    def series(self) -> nodes.Series:
        """All buckets."""
        count, unit = self.step
        end = moments.bound(self.along.span.end)
        return nodes.Series(start=self.first[0], end=end, count=str(count), unit=unit)

    def low(self, leaf: Leaf, bucket: tuple[nodes.Expression, nodes.Expression]) -> nodes.Expression | None:
        """From when on the window of a bucket reaches."""
        window = leaf.member.rolling_window
        if leaf.member.type == "running_total" or window is None:
            return moments.bound(self.along.span.start)
        if window.type == "to_date":
            assert window.granularity is not None  # noqa: S101 — lowering demands it
            return self.cut(bucket[0], window.granularity)
        return _reached(window.trailing, bucket[window.offset == "end"], -1)

    def high(self, leaf: Leaf, bucket: tuple[nodes.Expression, nodes.Expression]) -> nodes.Expression | None:
        """Before when the window of a bucket ends."""
        window = leaf.member.rolling_window
        if leaf.member.type == "running_total" or window is None or window.type == "to_date":
            return bucket[1]
        return _reached(window.leading, bucket[window.offset == "end"], 1)

    def inside(
        self,
        leaf: Leaf,
        at: nodes.Expression,
        first: tuple[nodes.Expression, nodes.Expression],
        last: tuple[nodes.Expression, nodes.Expression],
    ) -> tuple[nodes.Expression, ...]:
        """A local time lies in a window of the buckets from the first to the last."""
        low, high = self.low(leaf, first), self.high(leaf, last)
        since = () if low is None else (nodes.Compare(left=at, operator=">=", right=low),)
        return since if high is None else (*since, nodes.Compare(left=at, operator="<", right=high))


def _reached(bound: ir.Bound, anchor: nodes.Expression, sign: int) -> nodes.Expression | None:
    if bound is None:
        return anchor
    if not isinstance(bound, ir.Interval):
        return None
    return moments.later(anchor, bound.parts, sign)
