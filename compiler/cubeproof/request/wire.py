"""A query's JSON as it is sent: the shapes that msgspec decodes. What each value means is found out in `read`.

Every key may be left out; a key that is given has a value of its type. `forms` says the same for texts that do not fit.
"""

from typing import Literal, TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

CacheMode: TypeAlias = Literal["stale-if-slow", "stale-while-revalidate", "must-revalidate", "no-cache"]
ResponseFormat: TypeAlias = Literal["default", "compact", "columnar"]
Value: TypeAlias = str | int | float | bool | None


class Wire(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, rename="camel", gc=False):
    """A JSON object of a query."""


class TimeDimension(Wire):
    """`{"dimension": "Orders.createdAt", "granularity": "day", "dateRange": "last month"}`."""

    dimension: str | UnsetType = UNSET
    granularity: str | None = None
    date_range: str | list[str] | UnsetType = UNSET
    compare_date_range: list[str | list[str]] | UnsetType = UNSET


class Filter(Wire, rename={"and_": "and", "or_": "or"}):
    """`{"member": "Orders.status", "operator": "equals", "values": ["paid"]}`, or `{"and": […]}`, or `{"or": […]}`."""

    member: str | UnsetType = UNSET
    dimension: str | UnsetType = UNSET
    operator: str | UnsetType = UNSET
    values: list[Value] | UnsetType = UNSET
    and_: list["Filter"] | UnsetType = UNSET
    or_: list["Filter"] | UnsetType = UNSET


class OrderKey(Wire):
    """`{"id": "Orders.count", "desc": true}`."""

    id: str | UnsetType = UNSET
    desc: bool = False


class Query(Wire):
    """The whole query. The keys after `join_hints` steer caches and answers, and change no statement."""

    measures: list[str] = []
    dimensions: list[str] = []
    segments: list[str] = []
    time_dimensions: list[TimeDimension] = []
    filters: list[Filter] = []
    order: dict[str, str] | list[list[str] | OrderKey] | UnsetType = UNSET
    limit: int | float | None | UnsetType = UNSET
    row_limit: int | float | None | UnsetType = UNSET
    offset: int | float | UnsetType = UNSET
    timezone: str = "UTC"
    ungrouped: bool = False
    total: bool = False
    join_hints: list[list[str]] = []
    renew_query: bool | UnsetType = UNSET
    cache: CacheMode | UnsetType = UNSET
    cache_mode: CacheMode | UnsetType = UNSET
    response_format: ResponseFormat | UnsetType = UNSET
