"""Multi-stage measures: aggregates of what was aggregated before, in a query of their own beside the branches.

    total by status and city   →   sum of it by city alone (`reduceBy: [status]`), joined to the groups of the query by city

The inner query has the keys and row conditions of the query around it, and the keys of `addGroupBy`; a `timeShift` moves its
time dimension. What it gives is aggregated to the keys of the query, then to those that `groupBy` and `reduceBy` leave.
`rank` numbers its rows in each group of these. Source of the rules: the statements of Cube 0.35 and 1.7.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from cubeproof.diagnostics import has_errors
from cubeproof.lower import ir, sql
from cubeproof.plan import filters, members, names, nodes, windows
from cubeproof.plan.resolve import Resolved
from cubeproof.request.query import Condition, Filter, Query, TimeDimension

if TYPE_CHECKING:
    from cubeproof.plan.templates import Templates

_TWICE = ("sum", "avg", "min", "max")
"""Aggregates that may stand over themselves."""
_ONCE = (*_TWICE, "count", "count_distinct", "count_distinct_approx")

Arrange = Callable[[Resolved], nodes.Relation | None]


class Stage(msgspec.Struct, frozen=True):
    """A multi-stage measure as a relation of its own: keys, by which it meets the groups of the query, and its value."""

    member: ir.Measure
    relation: nodes.Relation
    keys: tuple[nodes.Output, ...]
    shifted: bool
    """Whether its groups may be others than those of the query."""


def stage(
    to: "Templates", member: ir.Measure, resolved: Resolved, keys: tuple[nodes.Output, ...], arrange: Arrange
) -> Stage | None:
    """The stage of one measure; None where a diagnostic says why there is none."""
    if not _is_supported(to, member, resolved):
        return None
    inner, query = _asked(to, member, resolved)
    if has_errors(to.report.diagnostics):
        return None
    with to.asking(query, _shift(to, member, resolved)):
        relation = arrange(inner)
    if relation is None:
        return None
    alias = names.snake(member.name)
    rows = nodes.Named(relation=relation, alias=f"{alias}_stage")
    left = _left(member, keys)
    shifted = is_shifted(to.model, member)
    if member.type == "rank":
        return Stage(member, _ranked(to, member, rows, keys, left), keys, shifted)
    if member.type in members.CALCULATED:
        return Stage(member, relation, keys, shifted)
    assert member.stages is not None  # noqa: S101 — what a stage is
    function, output = member.type, _output(to, member)
    if member.stages.add_group_by or len(left) == len(keys):
        grouped = _grouped(rows, keys, output, function)
        if len(left) == len(keys):
            return Stage(member, grouped, keys, shifted)
        rows = nodes.Named(relation=grouped, alias=f"{alias}_groups")
    grouped = _grouped(rows, left, output, function)
    if shifted:
        return Stage(member, _beside(rows, keys, grouped, left), keys, shifted)
    return Stage(member, grouped, left, shifted)


def is_shifted(model: ir.Model, start: ir.Measure) -> bool:
    """Whether a measure, or one that it is computed from, moves a time dimension."""
    return any(m.stages is not None and m.stages.time_shift for m in _behind(model, start))


def _behind(model: ir.Model, start: ir.Measure) -> list[ir.Measure]:
    """A measure and all that it refers to, also through others."""
    waiting, found = [start], {(start.cube, start.name): start}
    while waiting:
        member = waiting.pop()
        texts = (
            (member.sql, *(order.sql for order in member.stages.order_by if member.stages))
            if member.stages
            else (member.sql,)
        )
        for part in (part for text in texts if text is not None for part in sql.walk(text)):
            if isinstance(part, sql.MemberRef) and part.path[-2:] not in found:
                inner = model.cubes[part.path[-2]].member(part.path[-1])
                if isinstance(inner, ir.Measure):
                    found[(inner.cube, inner.name)] = inner
                    waiting.append(inner)
    return list(found.values())


# What is asked inside


def _is_supported(to: "Templates", member: ir.Measure, resolved: Resolved) -> bool:
    stages = member.stages
    assert stages is not None  # noqa: S101 — what a stage is
    regroups = stages.group_by is not None or stages.reduce_by is not None
    raw = member.sql is not None and not any(isinstance(p, sql.MemberRef) for p in sql.walk(member.sql))
    asked = {f"{dim.cube}.{dim.name}" for _, dim in resolved.times}
    why = None
    if stages.filter is not None or stages.grain is not None or stages.case is not None:
        why = "`filter`, `grain` and `case` of a multi-stage measure"
    elif member.filters or member.rolling_window is not None:
        why = "filters and windows of a multi-stage measure"
    elif any(windows.rolling(to.model, inner) is not None for inner in _behind(to.model, member)):
        why = "a multi-stage measure over one with a window"
    elif member.type in members.CALCULATED and (regroups or stages.add_group_by):
        why = f"`groupBy` and its like of a measure of type `{member.type}`"
    elif regroups and member.type not in (*_TWICE, "rank"):
        why = f"`groupBy` and `reduceBy` of a measure of type `{member.type}`"
    elif member.type not in (*_ONCE, "rank", *members.CALCULATED) or (
        raw and member.type not in ("sum", "min", "max")
    ):
        why = f"a multi-stage measure of type `{member.type}` with such SQL"
    elif any(shift.interval is None or shift.type is None for shift in stages.time_shift):
        why = "a `timeShift` by name or by SQL"
    elif stages.time_shift and (problem := _unshiftable(to.query, member, resolved, asked)):
        why = problem
    if why is not None:
        to.report.not_yet(f"{why} (`{member.cube}.{member.name}`)", span=member.span, cube=member.cube)
    return why is None


def _unshiftable(query: Query, member: ir.Measure, resolved: Resolved, asked: set[str]) -> str | None:
    assert member.stages is not None  # noqa: S101 — what a stage is
    moved = {shift.time_dimension for shift in member.stages.time_shift} - {None} or asked
    plain = {f"{dim.cube}.{dim.name}" for dim in resolved.dimensions} | set(_filtered(query.filters))
    if moved & plain:
        return "a `timeShift` of a time dimension that is a column or a filter by itself"
    return None


def _filtered(items: tuple[Filter, ...]) -> list[str]:
    return [
        name
        for item in items
        for name in ((item.member,) if isinstance(item, Condition) else _filtered(item.filters))
    ]


def _asked(to: "Templates", member: ir.Measure, resolved: Resolved) -> tuple[Resolved, Query]:
    """The inner query: the keys and the conditions on rows of the one around it."""
    assert member.stages is not None  # noqa: S101 — what a stage is
    dimensions, times = resolved.dimensions, list(resolved.times)
    known = {f"{dim.cube}.{dim.name}" for dim in dimensions} | {
        f"{dim.cube}.{dim.name}.{time.granularity}" for time, dim in times
    }
    for name in member.stages.add_group_by or ():
        if name in known:
            continue
        found = members.find(to.model, name, "dimensions")
        base, _, granularity = name.rpartition(".")
        time = None if found is not None else members.find(to.model, base, "dimensions")
        if isinstance(found, ir.Dimension):
            dimensions = (*dimensions, found)
        elif isinstance(time, ir.Dimension):
            times.append(
                (TimeDimension(path="", member=base, granularity=granularity, date_range=None), time)
            )
        else:
            to.report.not_yet(f"`addGroupBy` by `{name}`", span=member.span, cube=member.cube)
    filtered, measures = _row_filters(resolved)
    rows = tuple(item for item in to.query.filters if measures.isdisjoint(_filtered((item,))))
    inner = msgspec.structs.replace(
        resolved,
        measures=members.staged_on(member),
        dimensions=dimensions,
        times=tuple(times),
        filtered=filtered,
        owner=None,
    )
    shifted = bool(member.stages.time_shift)
    query = msgspec.structs.replace(
        to.query,
        filters=rows, order=(), limit=None, offset=None, total=False,
        # INVARIANT: models must not cut off the rows that a shift moves into the range
        time_dimensions=tuple(
            msgspec.structs.replace(time, date_range=None) if shifted else time for time, _ in times
        ),
    )  # fmt: skip
    return inner, query


def _row_filters(resolved: Resolved) -> tuple[dict[str, ir.Measure | ir.Dimension], set[str]]:
    """The members of filters on rows, and the names of measures: their filters choose among the groups of the answer."""
    measures = {name for name, found in resolved.filtered.items() if isinstance(found, ir.Measure)}
    return {name: found for name, found in resolved.filtered.items() if name not in measures}, measures


def _shift(to: "Templates", member: ir.Measure, resolved: Resolved) -> dict[str, tuple[tuple[int, str], ...]]:
    """How far each time dimension of the query is moved, as parts of an interval."""
    assert member.stages is not None  # noqa: S101 — what a stage is
    found = dict(to.shifts)
    for shift in member.stages.time_shift:
        assert shift.interval is not None  # noqa: S101 — what is supported
        sign = 1 if shift.type == "prior" else -1
        parts = tuple((sign * count, unit) for count, unit in shift.interval.parts)
        times = {f"{dim.cube}.{dim.name}" for _, dim in resolved.times}
        for name in {shift.time_dimension} if shift.time_dimension else times:
            found[name] = (*found.get(name, ()), *parts)
    return found


# What becomes of it


def _left(member: ir.Measure, keys: tuple[nodes.Output, ...]) -> tuple[nodes.Output, ...]:
    """The keys that `groupBy` and `reduceBy` leave; a time dimension is meant by its name without a granularity too."""
    assert member.stages is not None  # noqa: S101 — what a stage is
    kept, dropped = member.stages.group_by, member.stages.reduce_by or ()

    def named(key: nodes.Output, among: tuple[str, ...]) -> bool:
        base = key.id.rpartition(".")[0] if key.kind == "time_dimension" else key.id
        return key.id in among or base in among

    return tuple(key for key in keys if not named(key, dropped) and (kept is None or named(key, kept)))


def _output(to: "Templates", member: ir.Measure) -> nodes.Output:
    return nodes.Output(
        id=f"{member.cube}.{member.name}",
        alias=names.member_alias(to.model.cubes[member.cube], member.name, None, to.style),
        expression=nodes.Column(id=f"{member.cube}.{member.name}"),
        kind="measure",
        type="number",
    )


def _grouped(
    rows: nodes.Named, keys: tuple[nodes.Output, ...], output: nodes.Output, function: str
) -> nodes.Aggregate:
    value = nodes.Column(id=output.id, input=rows.alias)
    measure = msgspec.structs.replace(output, expression=nodes.Aggregated(function=function, argument=value))
    return nodes.Aggregate(input=rows, keys=_of(rows, keys), measures=(measure,))


def _beside(
    rows: nodes.Named,
    keys: tuple[nodes.Output, ...],
    grouped: nodes.Aggregate,
    left: tuple[nodes.Output, ...],
) -> nodes.Relation:
    """The groups of the inner query, which may be others than those of the one around it, each with its value."""
    (measure,) = grouped.measures
    value = nodes.Named(relation=grouped, alias=f"{rows.alias}_values")
    joined = nodes.Join(left=rows, right=value, on=same(left, rows.alias, value.alias))
    column = msgspec.structs.replace(measure, expression=nodes.Column(id=measure.id, input=value.alias))
    return nodes.Project(input=joined, columns=(*_of(rows, keys), column))


def same(keys: tuple[nodes.Output, ...], one: str, other: str) -> nodes.Expression | None:
    """Two relations have the same keys, NULL among them; None without any."""
    pairs = tuple(
        nodes.Call(
            function="same",
            arguments=(nodes.Column(id=key.id, input=one), nodes.Column(id=key.id, input=other)),
        )
        for key in keys
    )
    return filters.all_of(pairs) if pairs else None


def _of(rows: nodes.Named, keys: tuple[nodes.Output, ...]) -> tuple[nodes.Output, ...]:
    return tuple(
        msgspec.structs.replace(key, expression=nodes.Column(id=key.id, input=rows.alias)) for key in keys
    )


def _ranked(
    to: "Templates",
    member: ir.Measure,
    rows: nodes.Named,
    keys: tuple[nodes.Output, ...],
    left: tuple[nodes.Output, ...],
) -> nodes.Relation:
    assert member.stages is not None  # noqa: S101 — what a stage is
    order = tuple(
        (nodes.Column(id=f"{member.cube}.{inner.name}", input=rows.alias), by.descending)
        for inner, by in zip(members.staged_on(member), member.stages.order_by, strict=True)
    )
    partition = tuple(key.expression for key in _of(rows, left))
    rank = msgspec.structs.replace(
        _output(to, member), expression=nodes.Ranked(partition=partition, order=order)
    )
    return nodes.Project(input=rows, columns=(*_of(rows, keys), rank))
