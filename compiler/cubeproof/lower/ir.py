"""What a model means: cubes, their members and joins. The same for every caller, query and dialect."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias, dataclass_transform

import msgspec

from cubeproof.lower.sql import Sql
from cubeproof.source import Span

Relationship: TypeAlias = Literal["one_to_one", "one_to_many", "many_to_one"]


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A fact of the model and the place it was written at."""

    span: Span


class Member(Node):
    """What measures, dimensions and segments share. `cube` and `name` make its full name, `Orders.count`."""

    cube: str
    name: str
    title: str | None = None
    short_title: str | None = None
    description: str | None = None
    public: bool = True
    meta: Any = None
    unsupported: str | None = None
    """Why no SQL can be had yet, such as `rolling windows`; a query that needs the member is refused with it."""


class Measure(Member, kw_only=True):
    """`total: {sql: `amount`, type: `sum`}`; `type` in snake case: `count`, `count_distinct`, `sum`, `number`."""

    type: str
    sql: Sql | None = None
    filters: tuple[Sql, ...] = ()
    format: Any = None
    drill_members: tuple[str, ...] = ()
    extra: Mapping[str, Any] = {}
    """Properties kept as data: `rolling_window`, `multi_stage` …"""


class When(Node):
    """`{sql: `…`, label: `…`}` of a case; a label is text or SQL."""

    condition: Sql
    label: str | Sql


class Case(Node):
    """`case: {when: […], else: {label: …}}`."""

    whens: tuple[When, ...]
    otherwise: str | Sql | None


class Granularity(Node):
    """`half_year: {interval: `6 months`}`: how a time dimension is cut; its length is months, or else seconds."""

    months: int = 0
    seconds: int = 0
    origin: str | None = None
    """The start of one bucket: a local time of the query's zone, `2024-01-01T00:00:00.000`, or with `+00:00` an instant."""
    offset_months: int = 0
    offset_seconds: int = 0
    """How much later than the natural start of the interval buckets begin, without an origin."""
    unsupported: str | None = None


class Dimension(Member, kw_only=True):
    """`status: {sql: `status`, type: `string`}`; exactly one of `sql`, `case`, `latitude` with `longitude`."""

    type: str
    sql: Sql | None = None
    case: Case | None = None
    latitude: Sql | None = None
    longitude: Sql | None = None
    primary_key: bool = False
    sub_query: bool = False
    propagate_filters: bool = False
    format: Any = None
    suggest_filter_values: bool = True
    granularities: Mapping[str, Granularity] = {}
    """Those of its own, beside the standard ones."""
    extra: Mapping[str, Any] = {}


class Segment(Member, kw_only=True):
    """`completed: {sql: `${CUBE}.status = 'completed'`}`."""

    sql: Sql


class Join(Node):
    """`Users: {relationship: `belongsTo`, sql: `…`}` in the cube `source`."""

    source: str
    target: str
    relationship: Relationship
    sql: Sql


class Cube(Node):
    """A cube: where its rows come from (`table`), and what can be asked of them."""

    name: str
    table: Sql
    is_table: bool
    """`table` is a table's name (`sqlTable`), not a SELECT."""
    alias: str | None = None
    title: str | None = None
    description: str | None = None
    public: bool = True
    data_source: str = "default"
    meta: Any = None
    joins: tuple[Join, ...] = ()
    measures: Mapping[str, Measure] = {}
    dimensions: Mapping[str, Dimension] = {}
    segments: Mapping[str, Segment] = {}
    extra: Mapping[str, Any] = {}
    """Properties kept as data: `pre_aggregations`, `refresh_key`, `access_policy`, `hierarchies` …"""
    unsupported: str | None = None
    """Why a query cannot read the cube yet, such as `access policies`."""

    @property
    def primary_keys(self) -> tuple[Dimension, ...]:
        """The dimensions that make a row unique, in the order written."""
        return tuple(d for d in self.dimensions.values() if d.primary_key)

    def member(self, name: str) -> Measure | Dimension | Segment | None:
        """The member of that name, of whatever kind."""
        return self.measures.get(name) or self.dimensions.get(name) or self.segments.get(name)


class View(Node):
    """`view('V', {…})`, kept as data."""

    name: str
    extra: Mapping[str, Any] = {}


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """All cubes by name, in the order of files and declarations."""

    cubes: Mapping[str, Cube]
    views: Mapping[str, View] = {}
