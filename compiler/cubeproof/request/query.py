"""What is asked: a query, its values apart from its shape.

`Query` is the shape: hashable, it holds no filter value; the values stand beside it in `Request.values`,
and a `Slot` says which one goes where.
"""

from collections.abc import Iterable
from typing import Literal, TypeAlias, Union, dataclass_transform

import msgspec

Scalar: TypeAlias = str | float | int | bool


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a query."""


class Slot(Node):
    """The place of a value: `index` into `Request.values`; `label` says where it was written (`filters[0].values[1]`)."""

    index: int
    label: str


class DateRange(Node):
    """Two local times in the query's zone, `2020-01-01T00:00:00.000` to `2020-12-31T23:59:59.999`, both inclusive.

    Relative ranges are resolved before; times with an offset of their own are already shifted into the zone. Where
    the zone's clocks show such a time twice, its offset stands behind it: `2020-11-01T01:30:00.000-05:00`.
    """

    start: Slot
    end: Slot


class TimeDimension(Node):
    """`{"dimension": "Orders.createdAt", "granularity": "day", "dateRange": […]}`; `path` as `timeDimensions[0]`."""

    path: str
    member: str
    granularity: str | None = None
    date_range: DateRange | None = None


class Condition(Node):
    """`{"member": "Orders.status", "operator": "equals", "values": […]}`; null among the values is None.

    `operator` is in camel case, one of `operators.OPERATORS`. The values of date operators are local times like
    those of a `DateRange`, a from-time or a to-time as the operator needs: `inDateRange`, `notInDateRange` and
    `onTheDate` have two, `beforeDate`, `afterDate`, `beforeOrOnDate`, `afterOrOnDate` one.
    """

    path: str
    member: str
    operator: str
    values: tuple[Slot | None, ...] = ()


class Group(Node):
    """`{"and": […]}`, `{"or": […]}`; never empty."""

    path: str
    kind: Literal["and", "or"]
    filters: tuple[Union["Condition", "Group"], ...]


Filter: TypeAlias = Condition | Group


class Order(Node):
    """One key of `order`."""

    path: str
    member: str
    descending: bool


class Query(Node):
    """A query after validation; members as asked, in order, each once.

    A name has cube and member, `Orders.count`, or a path of cubes before the member (`Orders.Users.city`); a
    dimension's may have a granularity behind it, and which of the two it is the model tells.
    """

    measures: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    time_dimensions: tuple[TimeDimension, ...] = ()
    filters: tuple[Filter, ...] = ()
    order: tuple[Order, ...] | None = None
    """None: not given, so the default order applies; empty: no order."""
    limit: int | None = None
    offset: int | None = None
    timezone: str = "UTC"
    ungrouped: bool = False
    total: bool = False
    """How many rows there are is asked for, in place of the rows; beside each request of rows whose query says `total`."""
    join_hints: tuple[tuple[str, ...], ...] = ()
    """Paths of cubes: each is joined from the one before it."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One statement's worth of asking: a shape and its values.

    `query_index` counts the queries of an array, `range_index` the ranges of `compareDateRange`; None without one.
    """

    query: Query
    values: tuple[Scalar, ...]
    query_index: int | None = None
    range_index: int | None = None


def columns_once(asked: Iterable[TimeDimension]) -> tuple[TimeDimension, ...]:
    """Each column once: a granularity asked for again leaves its date range alone, if it has one.

    One that never had either shows and filters nothing; that its member is there, and may be seen, is still looked at.
    """
    found: list[TimeDimension] = []
    columns: set[tuple[str, str]] = set()
    for time in asked:
        if time.granularity is not None:
            column = (time.member, time.granularity)
            if column in columns and time.date_range is None:
                continue
            if column in columns:
                time = TimeDimension(path=time.path, member=time.member, date_range=time.date_range)
            columns.add(column)
        found.append(time)
    return tuple(found)
