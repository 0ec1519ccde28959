"""Members become expressions: the type of a measure, the case of a dimension, the table alias before a plain column."""

import re
from collections.abc import Mapping
from typing import Literal, Protocol, TypeAlias

from cubeproof.lower import ir, sql
from cubeproof.plan import granularities, moments, nodes
from cubeproof.plan.report import Report
from cubeproof.request.query import DateRange, Query

Section: TypeAlias = Literal["measures", "dimensions", "segments"]
CALCULATED = ("number", "string", "time", "boolean")
"""Types of a measure whose SQL is an aggregate itself, or a formula over measures."""
_AGGREGATE = re.compile(
    r"\b(count|sum|avg|min|max|any_value|median|mode|(array|string|json|jsonb|json_object|bool|bit)_?agg|group_concat"
    r"|bool_\w+|bit_\w+|every|percentile_\w+|stddev\w*|var\w*|corr|covar\w*|regr_\w+|approx\w*|quantile\w*|list|first|last)\s*\(",
    re.IGNORECASE,
)
"""A call of a function that may be an aggregate."""
_COLUMN = re.compile(r"[_a-zA-Z][_a-zA-Z0-9]*")


class Rendering(Protocol):
    """What members need of the one who renders templates."""

    model: ir.Model
    query: Query
    report: Report
    touched: dict[tuple[str, ...], None]
    used: dict[str, None]
    row_level: bool
    """Inside what is computed for each row, where no measure can stand."""
    restricted: tuple[nodes.Expression, ...]
    """Conditions that measures must put on their rows beside their own: those of a formula that has filters."""
    whole: bool
    """Inside a measure that cannot be taken apart: its measures are written out in place."""

    shifts: Mapping[str, tuple[tuple[int, str], ...]]
    """How far time dimensions are moved, by full name."""

    @property
    def ranges(self) -> dict[str, DateRange]:
        """The first date range of each time dimension of the query."""

    def attach(self, member: ir.Dimension) -> nodes.Column:
        """A sub-query dimension, as a column of its sub-query."""

    def render(self, template: sql.Sql, cube: str) -> nodes.Sql:
        """A template of a cube, as an expression."""

    def alias(self, cube: str) -> nodes.Alias:
        """The alias of a cube in the statement."""

    def leaf(self, member: ir.Measure) -> nodes.Column:
        """A measure with an aggregate of its own, as a column that is computed elsewhere."""

    def stage(self, member: ir.Measure) -> nodes.Column:
        """A multi-stage measure, as a column that is computed elsewhere."""


def _note(to: Rendering, member: ir.Member) -> None:
    to.touched[(member.cube,)] = None
    to.used[f"{member.cube}.{member.name}"] = None


def find(model: ir.Model, name: str, section: Section) -> ir.Member | None:
    """The member of that full name, if it is of that kind."""
    cube_name, _, member_name = name.partition(".")
    cube = model.cubes.get(cube_name)
    found: ir.Member | None = getattr(cube, section).get(member_name) if cube is not None else None
    return found


def reference(to: Rendering, part: sql.MemberRef) -> nodes.Expression:
    """`${CUBE.total}`, `${Users.city}`, `${createdAt.month}` inside another member's SQL."""
    cube = to.model.cubes[part.path[-2]]
    member = cube.member(part.path[-1])
    if len(part.path) > 2:
        to.touched[part.path[:-1]] = None
    if isinstance(member, ir.Measure):
        if to.row_level:
            message = f"measure `{member.cube}.{member.name}` stands where a value of each row is needed"
            to.report.add("E357", message, span=part.span, cube=cube.name)
        return measure(to, member)
    if isinstance(member, ir.Segment):
        return segment(to, member)
    assert isinstance(member, ir.Dimension)  # noqa: S101 — lowering resolved the path
    if part.granularity is not None:
        return truncated(to, member, part.granularity)
    return dimension(to, member)


def dimension(to: Rendering, member: ir.Dimension) -> nodes.Expression:
    """A dimension's value in a row."""
    _note(to, member)
    if member.unsupported is not None:
        to.report.not_yet(
            f"{member.unsupported} (`{member.cube}.{member.name}`)", span=member.span, cube=member.cube
        )
        return nodes.NEVER
    if member.sub_query:
        return to.attach(member)
    outer, to.row_level = to.row_level, True
    value = _value(to, member)
    to.row_level = outer
    return value


def _value(to: Rendering, member: ir.Dimension) -> nodes.Expression:
    if member.case is not None:
        return _case(to, member, member.case)
    if member.latitude is not None and member.longitude is not None:
        latitude, longitude = (_text(to, part, member.cube) for part in (member.latitude, member.longitude))
        return nodes.Call(function="concat", arguments=(latitude, nodes.String(value=","), longitude))
    return _text(to, member.sql, member.cube)


def truncated(to: Rendering, member: ir.Dimension, granularity: str) -> nodes.Expression:
    """A time dimension cut to a granularity, in the query's zone."""
    return granularities.cut(local(to, member), member, granularity, to.query.timezone, to.report)


def local(to: Rendering, member: ir.Dimension) -> nodes.Expression:
    """A time dimension as the clocks of the query's zone show it."""
    name = f"{member.cube}.{member.name}"
    value = dimension(to, member)
    span = to.ranges.get(name)
    bounds = () if span is None else tuple(_local(slot.index, slot.label) for slot in (span.start, span.end))
    zone = nodes.Word(value=to.query.timezone)
    local = nodes.Call(function="convert_tz", arguments=(value, zone, *bounds))
    return moments.later(local, to.shifts.get(name, ()))


def segment(to: Rendering, member: ir.Segment) -> nodes.Expression:
    """A segment's condition on a row."""
    _note(to, member)
    outer, to.row_level = to.row_level, True
    condition = to.render(member.sql, member.cube)
    to.row_level = outer
    return condition


def measure(to: Rendering, member: ir.Measure) -> nodes.Expression:
    """A measure's value over the rows of a group: a formula whose leaves are columns, named by the measures' names."""
    _note(to, member)
    if member.unsupported is not None:
        to.report.not_yet(
            f"{member.unsupported} (`{member.cube}.{member.name}`)", span=member.span, cube=member.cube
        )
        return nodes.NEVER
    if to.whole and (member.rolling_window is not None or member.type == "running_total"):
        what = f"a window (`{member.cube}.{member.name}`) inside a measure that has filters or an aggregate of its own"
        to.report.not_yet(what, span=member.span, cube=member.cube)
        return nodes.NEVER
    if is_stage(member):
        if not to.whole and not to.restricted:
            return to.stage(member)
        what = f"a multi-stage measure (`{member.cube}.{member.name}`) inside one that has filters or an aggregate of its own"
        to.report.not_yet(what, span=member.span, cube=member.cube)
        return nodes.NEVER
    if is_leaf(to.model, member) and not to.whole:
        return to.leaf(member)
    return aggregate(to, member)


def is_stage(member: ir.Measure) -> bool:
    """Whether a measure is computed in a query of its own; a formula over multi-stage measures is not."""
    stages = member.stages
    if stages is None:
        return False
    regroups = any(keys is not None for keys in (stages.group_by, stages.reduce_by, stages.add_group_by))
    picks = any(part is not None for part in (stages.filter, stages.grain, stages.case))
    return member.type not in CALCULATED or regroups or picks or bool(stages.time_shift)


def staged_on(member: ir.Measure) -> tuple[ir.Measure, ...]:
    """The measures of a multi-stage measure's inner query: what is aggregated, or what is ranked by."""
    assert member.stages is not None  # noqa: S101 — what is multi-stage
    if member.type != "rank":
        return (_inner(member, member.sql, member.name),) if member.sql is not None else ()
    orders = enumerate(member.stages.order_by)
    return tuple(_inner(member, order.sql, f"{member.name}.order{at}") for at, order in orders)


def _inner(member: ir.Measure, text: sql.Sql, name: str) -> ir.Measure:
    """A measure of the inner query: a formula over measures, or the aggregate itself where the SQL is one of a row."""
    refers = any(isinstance(part, sql.MemberRef) for part in sql.walk(text))
    kind = "number" if refers or member.type == "rank" else member.type
    return ir.Measure(span=member.span, cube=member.cube, name=name, type=kind, sql=text)


def aggregate(to: Rendering, member: ir.Measure) -> nodes.Expression:
    """The aggregate of a leaf; of a formula, the text that it makes of its measures."""
    _note(to, member)
    if member.type in CALCULATED and member.sql is not None:
        return _filtered(to, member, member.sql) if member.filters else to.render(member.sql, member.cube)
    outer, to.row_level = to.row_level, True
    conditions = own_filters(to, member)
    argument: nodes.Expression | None = None
    if member.sql is not None:
        argument = _text(to, member.sql, member.cube)
    elif keys := to.model.cubes[member.cube].primary_keys:
        argument = dimension(to, keys[0])
    to.row_level = outer
    function = "sum" if member.type == "running_total" else member.type
    return nodes.Aggregated(function=function, argument=argument, filters=(*to.restricted, *conditions))


def _filtered(to: Rendering, member: ir.Measure, formula: sql.Sql) -> nodes.Expression:
    """A formula over the rows that its filters take: each of its measures takes those alone; nothing without such rows."""
    if _aggregates(formula):
        what = f"filters of a measure whose SQL is an aggregate of its own (`{member.cube}.{member.name}`)"
        to.report.not_yet(what, span=member.span, cube=member.cube)
        return nodes.NEVER
    outer = to.restricted
    to.restricted = (*outer, *own_filters(to, member))
    count = nodes.Aggregated(function="count", filters=to.restricted)
    value = to.render(formula, member.cube)
    to.restricted = outer
    some = nodes.Compare(left=count, operator=">", right=nodes.Sql(parts=("0",)))
    return nodes.Case(whens=((some, value),))


def own_filters(to: Rendering, member: ir.Measure) -> tuple[nodes.Expression, ...]:
    """The conditions that a measure itself puts on the rows it takes."""
    _note(to, member)
    outer, to.row_level = to.row_level, True
    conditions = tuple(to.render(condition, member.cube) for condition in member.filters)
    to.row_level = outer
    return conditions


def is_leaf(model: ir.Model, member: ir.Measure) -> bool:
    """Whether a measure is computed from rows, and not from measures alone.

    SQL that holds an aggregate of its own beside measures cannot be taken apart: it is a leaf as a whole.
    """
    is_windowed = member.rolling_window is not None
    if member.type not in CALCULATED or member.sql is None or member.filters or is_windowed:
        return True
    found = False
    for part in sql.walk(member.sql):
        if isinstance(part, sql.MemberRef):
            if not isinstance(model.cubes[part.path[-2]].member(part.path[-1]), ir.Measure):
                return True
            found = True
        elif isinstance(part, sql.CubeRef | sql.SqlOf):
            return True
    return not found or _aggregates(member.sql)


def inner_cubes(model: ir.Model, start: ir.Measure) -> frozenset[str]:
    """The cubes of the measures that a measure refers to, also through others."""
    waiting, found = [start], {f"{start.cube}.{start.name}": start}
    while waiting:
        text = waiting.pop().sql
        for part in sql.walk(text) if text is not None else ():
            inner = (
                model.cubes[part.path[-2]].member(part.path[-1]) if isinstance(part, sql.MemberRef) else None
            )
            if isinstance(inner, ir.Measure) and f"{inner.cube}.{inner.name}" not in found:
                found[f"{inner.cube}.{inner.name}"] = inner
                waiting.append(inner)
    return frozenset(member.cube for member in found.values())


def _aggregates(formula: sql.Sql) -> bool:
    """Whether a formula computes something from rows by itself."""
    refers = any(isinstance(part, sql.MemberRef) for part in sql.walk(formula))
    return not refers or any(_AGGREGATE.search(text) for text in sql.texts(formula))


def _text(to: Rendering, template: sql.Sql | None, cube: str) -> nodes.Expression:
    """A member's SQL; a plain word is a column of the cube and gets its alias (observed in all versions of Cube)."""
    assert template is not None  # noqa: S101 — lowering demands SQL
    rendered = to.render(template, cube)
    if len(rendered.parts) == 1:
        part = rendered.parts[0]
        if not isinstance(part, str):
            return part
        if _COLUMN.fullmatch(part):
            return nodes.Sql(parts=(to.alias(cube), f".{part}"), span=rendered.span)
    return rendered


def _case(to: Rendering, member: ir.Dimension, case: ir.Case) -> nodes.Expression:
    def label(value: str | sql.Sql) -> nodes.Expression:
        return nodes.String(value=value) if isinstance(value, str) else _text(to, value, member.cube)

    whens = tuple((to.render(when.condition, member.cube), label(when.label)) for when in case.whens)
    return nodes.Case(whens=whens, otherwise=None if case.otherwise is None else label(case.otherwise))


def _local(index: int, label: str) -> nodes.Param:
    return nodes.Param(origin=nodes.ValueOrigin(index=index, label=label))
