"""A relational plan: which rows and columns answer a query. No dialect, and no value of a claim, in sight.

Expressions and relations are closed unions of frozen nodes. A relation's columns are named by ids, which are the
members' full names (`Orders.count`, `Orders.createdAt.day`).
"""

from typing import Literal, TypeAlias, Union, dataclass_transform

import msgspec

from cubeproof.lower.ir import Join as Edge
from cubeproof.lower.ir import Relationship
from cubeproof.source import Span


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a plan."""


# Where a parameter's value comes from


class ClaimOrigin(Node):
    """The claim at a path; a list's element has its index last: `("roles", 1)`."""

    path: tuple[str | int, ...]


class ConstantOrigin(Node):
    """A value that the model itself gives, in an access policy."""

    value: str | float | bool


class ValueOrigin(Node):
    """A value of the query: its index in `Request.values`, and where it was written (`filters[0].values[1]`)."""

    index: int
    label: str


Convert: TypeAlias = Literal[
    "as_is", "text", "like", "number", "number_like", "boolean", "from_instant", "to_instant", "local",
    "date_begin", "date_end", "day_begin", "day_end",
]  # fmt: skip
"""What `bind` does to a value: nothing; write it as text; the same with LIKE wildcards escaped by `\\`; read a number
(`number_like`: where it reads as one) or a boolean; turn a local time of the query's zone into a UTC instant
(`2020-01-01T05:00:00.000Z`), the first or the last of those that a clock change makes of it; take a local time
as the clocks show it; read an absolute date, and give the first or the last instant of it, or of all of its day."""


# Expressions


class Param(Node):
    """A placeholder. `guard` is the index of the guard (`Statement.guards`) that it belongs to."""

    origin: ClaimOrigin | ConstantOrigin | ValueOrigin
    convert: Convert = "as_is"
    zone: str = "UTC"
    guard: int | None = None


class Sql(Node):
    """A model's own SQL: text byte for byte, and what its holes became."""

    parts: tuple[Union[str, "Expression"], ...]
    span: Span | None = None
    """Where the author wrote it."""


class Spliced(Node):
    """Text that a claim's value decided, `unsafeValue()`: part of the SQL around it, which is read only when it is whole."""

    text: str


class Alias(Node):
    """The alias of a source, quoted as the dialect needs."""

    name: str


class Column(Node):
    """A column that the input computes, by id. After an `Aggregate`, a measure's or a key's value.

    `input` is the alias of the `Named` relation that computes it, where several stand side by side.
    """

    id: str
    input: str | None = None


class Constant(Node):
    """A condition that is always true (`1 = 1`) or always false (`1 = 0`); `guard` as in `Param`."""

    value: bool
    guard: int | None = None


class String(Node):
    """A text of the model (a case label), written as the dialect's literal."""

    value: str


class Word(Node):
    """An argument of a dialect function that is no SQL by itself: a granularity, a zone."""

    value: str


class Call(Node):
    """A dialect function by the name of its TOML key, such as `date_trunc` or `contains`."""

    function: str
    arguments: tuple["Expression", ...]


class Operand(Node):
    """An expression inside a model's text that must stay one operand: parenthesised where it could bind weaker.

    Elsewhere inside `Sql`, expressions are written as they are: a guard's condition stands as the model placed it.
    """

    expression: "Expression"


class Compare(Node):
    """A comparison: `left operator right`."""

    left: "Expression"
    operator: Literal["=", "<>", ">", ">=", "<", "<="]
    right: "Expression"


class In(Node):
    """`operand [NOT] IN (values)`; never empty."""

    operand: "Expression"
    values: tuple["Expression", ...]
    negated: bool = False


class IsNull(Node):
    """`operand IS [NOT] NULL`."""

    operand: "Expression"
    negated: bool = False


class And(Node):
    """All of them; at least two."""

    operands: tuple["Expression", ...]


class Or(Node):
    """Any of them; at least two."""

    operands: tuple["Expression", ...]


class Case(Node):
    """`CASE WHEN condition THEN value … ELSE otherwise END`."""

    whens: tuple[tuple["Expression", "Expression"], ...]
    otherwise: Union["Expression", None] = None


class Aggregated(Node):
    """An aggregate: `function` is `count`, `count_distinct`, `count_distinct_approx`, `sum`, `avg`, `min`, `max`.

    Without an argument it counts rows. `filters` are conditions that a row must meet to be counted.
    """

    function: str
    argument: Union["Expression", None] = None
    filters: tuple["Expression", ...] = ()


class Ranked(Node):
    """The rank of a row among those with equal `partition`, by `order`: expressions, and whether the largest comes first."""

    partition: tuple["Expression", ...]
    order: tuple[tuple["Expression", bool], ...]


Expression: TypeAlias = Union[
    Param, Sql, Spliced, Alias, Column, Constant, String, Word, Call, Operand,
    Compare, In, IsNull, And, Or, Case, Aggregated, Ranked,
]  # fmt: skip


NEVER = Sql(parts=("NULL",))
"""Stands where an error has been reported; never reaches a statement."""


# Facts that ride along


class Guard(Node):
    """What became of a guard of the model in this statement."""

    cube: str
    claim: str
    on: str | None
    form: Literal["filter", "requiredFilter", "callback", "unsafeValue", "value", "policy"]
    state: Literal["bound", "open", "closed"]
    span: Span


class Scan(Node):
    """A place where a statement reads the rows of a cube; the same cube may be read in several."""

    cube: str
    alias: str | None
    """None where the rows are read inside another cube's SQL, `${Users.sql()}`."""
    guards: tuple[int, ...]
    """Those of the cube's own SQL that stand here, by their index among the plan's guards."""
    relation: Sql
    """The rows as they are read here: the cube's SQL, and what access policies add to it."""
    is_table: bool


class Uses(Node):
    """What a statement reads: scans in the order met, members by full name, and the model's joins."""

    scans: tuple[Scan, ...] = ()
    members: tuple[str, ...] = ()
    joins: tuple[Edge, ...] = ()
    texts: tuple[tuple[str, Sql], ...] = ()
    """SQL of members and joins that may read tables of its own, with the cube that it is written in."""


# Relations


class Output(Node):
    """A column of a relation: its id, the alias it is shown under, and how it is computed."""

    id: str
    alias: str
    expression: Expression
    kind: Literal["dimension", "time_dimension", "measure"]
    type: str


class Source(Node):
    """A cube's rows: its table, or its SELECT in parentheses, with the guards inside."""

    cube: str
    alias: str
    relation: Sql
    is_table: bool


class Named(Node):
    """A relation as a table of its own name: a sub-select inside FROM."""

    relation: "Relation"
    alias: str


class Series(Node):
    """Buckets of time, each with the columns `begins` and `ends` (exclusive): from `start` on, while not after `end`."""

    start: Expression
    end: Expression
    count: str
    unit: str
    """A bucket is so many `months`, `days` or `seconds`."""


class Merged(Node):
    """The distinct rows of all inputs, which have equal columns."""

    inputs: tuple["Relation", ...]


class Shared(Node):
    """A relation that stands before the SELECT under this name (`Select.bindings`)."""

    alias: str
    columns: tuple[Output, ...]


class Join(Node):
    """`left` with the rows on the right that fit; rows of `left` without any are kept.

    Without `on`, each row with each. `relationship` is that of the model's join, None for one that planning made.
    """

    left: "Relation"
    right: Union[Source, Named, Shared]
    on: Union[Expression, None]
    relationship: Relationship | None = None


class Filter(Node):
    """The rows (above an `Aggregate`: the groups) of the input that meet the condition."""

    input: "Relation"
    condition: Expression


class Aggregate(Node):
    """One row a group of equal keys; one row altogether without keys."""

    input: "Relation"
    keys: tuple[Output, ...]
    measures: tuple[Output, ...]


class Project(Node):
    """The columns, in order; `bindings` are what `Shared` names inside."""

    input: "Relation"
    columns: tuple[Output, ...]
    bindings: tuple[Named, ...] = ()


class SortKey(Node):
    """A column by id. NULL sorts as the largest value, in every dialect."""

    id: str
    descending: bool


class Sort(Node):
    """The input in order."""

    input: "Relation"
    keys: tuple[SortKey, ...]


class Limit(Node):
    """At most `limit` rows after `offset` of them; None is no limit."""

    input: "Relation"
    limit: int | None
    offset: int | None


class Select(Node):
    """Adjacent nodes that fit one SELECT statement; made by `fold`."""

    columns: tuple[Output, ...]
    source: "Relation"
    """A `Source` or a `Named` relation, or a `Join` of such."""
    where: tuple[Expression, ...] = ()
    """Conditions that all hold."""
    grouped: bool = False
    """Whether rows are grouped by the columns that are no measures."""
    having: tuple[Expression, ...] = ()
    order: tuple[SortKey, ...] = ()
    """Each key is the id of one of the columns."""
    limit: int | None = None
    offset: int | None = None
    bindings: tuple[Named, ...] = ()
    """Relations that stand before the SELECT, under their names."""


Relation: TypeAlias = Union[
    Source, Named, Series, Merged, Shared, Join, Filter, Aggregate, Project, Sort, Limit, Select
]  # fmt: skip


class Plan(Node):
    """A plan, with what is known of it: the guards met on the way, in order, and the sources without any."""

    relation: Relation
    columns: tuple[Output, ...]
    guards: tuple[Guard, ...]
    unguarded: tuple[tuple[str, str], ...]
    """Cube and table of each scan without a guard."""
    uses: Uses = Uses()
    notes: tuple[str, ...] = ()
    """How the query was planned, for people: join paths, what was repeated, and how that was solved."""
