"""What a model means: cubes, their members and joins. The same for every caller, query and dialect."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import msgspec

from cubeproof.lower.access import Claim as Claim
from cubeproof.lower.access import Constant as Constant
from cubeproof.lower.access import DefaultFilter as DefaultFilter
from cubeproof.lower.access import Node as Node
from cubeproof.lower.access import Policy as Policy
from cubeproof.lower.access import PolicyCondition as PolicyCondition
from cubeproof.lower.access import PolicyFilter as PolicyFilter
from cubeproof.lower.access import PolicyGroup as PolicyGroup
from cubeproof.lower.sql import Sql

MemberKind: TypeAlias = Literal["measure", "dimension", "segment"]
Relationship: TypeAlias = Literal["one_to_one", "one_to_many", "many_to_one"]
Unit: TypeAlias = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year"]


class Member(Node):
    """What measures, dimensions and segments share. `cube` and `name` make its full name, `Orders.count`."""

    cube: str
    name: str
    title: str | None = None
    short_title: str | None = None
    description: str | None = None
    public: bool = True
    meta: Any = None
    aliases: tuple[str, ...] = ()
    mask: str | float | bool | Sql | None = None
    """What a caller sees who may know that the member is there, but not its values; None is NULL."""
    unsupported: str | None = None
    """Why no SQL can be had yet, such as `rolling windows`; a query that needs the member is refused with it."""


class Interval(msgspec.Struct, frozen=True):
    """`1 month 2 days`: as written, and as numbers of units, `((1, "month"), (2, "day"))`."""

    text: str
    parts: tuple[tuple[int, Unit], ...]


Bound: TypeAlias = Interval | Literal["unbounded"] | None


class RollingWindow(Node):
    """`rollingWindow: {trailing: `7 day`, offset: `start`}`; `year_to_date` is `to_date` with its `granularity`.

    A bound that is not given is None: there the window ends with the bucket.
    """

    type: Literal["fixed", "to_date"]
    trailing: Bound = None
    leading: Bound = None
    offset: Literal["start", "end"] = "end"
    granularity: str | None = None


class TimeShift(Node):
    """`timeShift: [{timeDimension: createdAt, interval: `1 year`, type: `prior`}]`; in calendars also `name` or `sql`."""

    time_dimension: str | None = None
    interval: Interval | None = None
    type: Literal["prior", "next"] | None = None
    name: str | None = None
    sql: Sql | None = None


class OrderBy(Node):
    """`orderBy: [{sql: `${CUBE.total}`, dir: `desc`}]`."""

    sql: Sql
    descending: bool


class SwitchCase(Node):
    """`case: {switch: currency, when: [{value: `EUR`, sql: `…`}], else: {sql: `…`}}`; `switch` is a full name."""

    switch: str
    whens: tuple[tuple[str, Sql], ...]
    otherwise: Sql | None


class Selection(Node):
    """`grain: {exclude: [city]}` and `filter: {keepOnly: […]}` of a multi-stage member: full names; None is not given.

    `added` are filters of the model's own, as in a query: `filter: {include: [{member, operator, values}]}`.
    """

    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    keep_only: tuple[str, ...] | None = None
    fixed: bool = False
    added: tuple[Any, ...] = ()


class Stages(Node):
    """What makes a member multi-stage: `multiStage: true` with `groupBy`, `timeShift` …; lists of full names or None."""

    group_by: tuple[str, ...] | None = None
    reduce_by: tuple[str, ...] | None = None
    add_group_by: tuple[str, ...] | None = None
    time_shift: tuple[TimeShift, ...] = ()
    order_by: tuple[OrderBy, ...] = ()
    filter: Selection | None = None
    grain: Selection | None = None
    case: SwitchCase | None = None


class Measure(Member, kw_only=True):
    """`total: {sql: `amount`, type: `sum`}`; `type` in snake case: `count`, `count_distinct`, `sum`, `number`."""

    type: str
    sql: Sql | None = None
    filters: tuple[Sql, ...] = ()
    format: Any = None
    currency: str | None = None
    cumulative: bool = False
    drill_members: tuple[str, ...] = ()
    drill_filters: tuple[Sql, ...] = ()
    rolling_window: RollingWindow | None = None
    stages: Stages | None = None


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

    name: str
    title: str | None = None
    texts: Mapping[str, str] = {}
    """`interval`, `origin` and `offset` as they are written."""
    sql: Sql | None = None
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
    switch: SwitchCase | None = None
    """A `case` over another dimension."""
    latitude: Sql | None = None
    longitude: Sql | None = None
    primary_key: bool = False
    sub_query: bool = False
    propagate_filters: bool = False
    format: Any = None
    currency: str | None = None
    suggest_filter_values: bool = True
    granularities: Mapping[str, Granularity] = {}
    """Those of its own, beside the standard ones."""
    values: tuple[str, ...] = ()
    """What a dimension of type `switch` can be."""
    key: str | None = None
    """The full name of the dimension that tells its values apart."""
    order: str | None = None
    stages: Stages | None = None
    time_shift: tuple[TimeShift, ...] = ()
    """Of a calendar's time dimension: how its shifts are computed."""


class Segment(Member, kw_only=True):
    """`completed: {sql: `${CUBE}.status = 'completed'`}`."""

    sql: Sql


class Join(Node):
    """`Users: {relationship: `belongsTo`, sql: `…`}` in the cube `source`."""

    source: str
    target: str
    relationship: Relationship
    sql: Sql


class Hierarchy(Node):
    """`place: {title: 'Place', levels: [country, city]}`; levels are full names, of members of views in a view."""

    name: str
    title: str | None = None
    public: bool = True
    levels: tuple[str, ...] = ()
    source: str | None = None
    """In a view, the full name of the hierarchy that it shows."""


class RefreshKey(Node):
    """`refreshKey: {every: `1 hour`}`, `{sql: `…`, every: `…`}`, `{immutable: true}`; `every` is an interval or cron."""

    sql: Sql | None = None
    every: str | None = None
    timezone: str | None = None
    immutable: bool = False
    incremental: bool = False
    update_window: str | None = None


class Index(Node):
    """`indexes: {byStatus: {columns: [status], type: `aggregate`}}`: full names, or columns as text; or `sql`."""

    columns: tuple[str, ...] = ()
    sql: Sql | None = None
    type: str | None = None


class PreAggregation(Node):
    """`daily: {measures: [count], timeDimension: createdAt, granularity: `day`}`; references are full names."""

    cube: str
    name: str
    type: Literal["rollup", "original_sql", "rollup_join", "rollup_lambda", "auto_rollup"]
    measures: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    rollups: tuple[str, ...] = ()
    """`Orders.daily`, of a `rollup_join` or `rollup_lambda`."""
    time_dimensions: tuple[tuple[str, str | None], ...] = ()
    """Full names with their granularities; `original_sql` has none."""
    partition_granularity: str | None = None
    refresh_key: RefreshKey | None = None
    indexes: Mapping[str, Index] = {}
    build_range_start: Sql | None = None
    build_range_end: Sql | None = None
    output_column_types: tuple[tuple[str, str], ...] = ()
    unique_key_columns: tuple[str, ...] = ()
    sql_alias: str | None = None
    stream_offset: str | None = None
    max_pre_aggregations: float | None = None
    external: bool = True
    scheduled_refresh: bool = True
    read_only: bool = False
    use_original_sql: bool = False
    allow_non_strict_date_range_match: bool = False
    union_with_source_data: bool = False


class Cube(Node):
    """A cube: where its rows come from (`table`), and what can be asked of them."""

    name: str
    table: Sql
    is_table: bool
    """`table` is a table's name (`sqlTable`), not a SELECT."""
    extends: str | None = None
    """The cube that it extends, whose parts are among its own here."""
    replaced: Sql | None = None
    """The SQL of the cube without a name that it extends, which its own takes the place of."""
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
    pre_aggregations: Mapping[str, PreAggregation] = {}
    refresh_key: RefreshKey | None = None
    policies: tuple[Policy, ...] | None = None
    """None: no access policy is given, everyone sees all. One that has none for a caller shows that caller nothing."""
    hierarchies: tuple[Hierarchy, ...] = ()
    rewrite_queries: bool = False
    calendar: bool = False
    unsupported: str | None = None
    """Why a query cannot read the cube yet, such as `access policies`."""

    @property
    def primary_keys(self) -> tuple[Dimension, ...]:
        """The dimensions that make a row unique, in the order written."""
        return tuple(d for d in self.dimensions.values() if d.primary_key)

    def member(self, name: str) -> Measure | Dimension | Segment | None:
        """The member of that name, of whatever kind."""
        return self.measures.get(name) or self.dimensions.get(name) or self.segments.get(name)


class ViewMember(Node):
    """A member of a cube as a view shows it: `view.name` stands for `cube.member`, reached along `path`.

    `path` is the join path, root first and `cube` last. Texts that are None are the member's own.
    """

    view: str
    name: str
    kind: MemberKind
    cube: str
    member: str
    path: tuple[str, ...]
    title: str | None = None
    description: str | None = None
    format: Any = None
    meta: Any = None


class Folder(Node):
    """`{name: 'Who', includes: ['city', {name: 'Inner', includes: […]}]}`: names of the view's members, and folders."""

    name: str
    members: "tuple[str | Folder, ...]"


class View(Node):
    """`view('V', {cubes: [{joinPath: Orders.Users, includes: '*', prefix: true}]})`: members of cubes under one name."""

    name: str
    title: str | None = None
    description: str | None = None
    public: bool = True
    meta: Any = None
    members: Mapping[str, ViewMember] = {}
    own: Mapping[str, Measure | Dimension | Segment] = {}
    """Members that the view itself computes; no query is answered from them yet."""
    hierarchies: tuple[Hierarchy, ...] = ()
    folders: tuple[Folder, ...] = ()
    policies: "tuple[Policy, ...] | None" = None
    """None: no access policy is given."""
    defaults: tuple[DefaultFilter, ...] = ()
    unsupported: str | None = None
    """Why a query cannot read the view yet."""


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """All cubes by name, in the order of files and declarations."""

    cubes: Mapping[str, Cube]
    views: Mapping[str, View] = {}
