"""What a query asks for, as expressions: measures to formulas over leaf measures, keys, conditions on rows and on groups.

    {"measures": ["Orders.share"]}   →   [Orders.total] / [Orders.count], with the leaves `total` and `count`

A leaf is a measure with an aggregate of its own. Where it is computed is decided later.
"""

from collections.abc import Mapping

import msgspec

from cubeproof.lower import ir
from cubeproof.plan import filters, members, moments, names, nodes
from cubeproof.plan import through as viewed
from cubeproof.plan.paths import Path
from cubeproof.plan.resolve import Resolved
from cubeproof.plan.templates import Leaf, Templates
from cubeproof.plan.windows import Time
from cubeproof.request.query import Condition, DateRange, Filter, Query


class Rows(msgspec.Struct, frozen=True):
    """What the rows of every branch are grouped by, which of them count, and the cubes that this needs."""

    keys: tuple[nodes.Output, ...]
    conditions: tuple[nodes.Expression, ...]
    cubes: frozenset[str]
    attached: Mapping[str, ir.Dimension]
    """Sub-query dimensions that this needs, by full name."""


class Asked(msgspec.Struct, frozen=True):
    """A query as expressions; `needed` are its cubes in the order in which a root is looked for."""

    measures: tuple[nodes.Output, ...]
    groups: tuple[nodes.Expression, ...]
    """Conditions on groups."""
    rows: Rows
    leaves: tuple[Leaf, ...]
    needed: tuple[Path, ...]
    around: Rows
    """The rows of windows: neither grouped by the time along which these go, nor in its range."""


def asked(resolved: Resolved, to: Templates, along: Time | None) -> Asked:
    """Everything that the query names, rendered."""
    before = tuple(to.touched)
    with to.noting() as first:
        measures = tuple(_measure(to, member) for member in resolved.measures)
    if resolved.owner is not None:
        # its keys are asked for: it is joined, but not the first choice of a root
        first.paths.pop((resolved.owner,), None)
    with to.noting() as second:
        keys = tuple(_key(to, member, None) for member in resolved.dimensions)
        segments = tuple(members.segment(to, member) for member in resolved.segments)
        operands = {name: members.dimension(to, member) for name, member in resolved.filtered.items()
                    if isinstance(member, ir.Dimension)}  # fmt: skip
        through = viewed.conditions(to) if resolved.owner is None else ()
        own = {
            name: filters.all_of(members.own_filters(to, member))
            for name, member in resolved.restricting.items()
        }
    with to.noting() as third:
        operands |= {name: members.measure(to, member) for name, member in resolved.filtered.items()
                     if isinstance(member, ir.Measure)}  # fmt: skip
    with to.noting() as fourth:
        keys += tuple(_key(to, dim, time.granularity) for time, dim in resolved.times if time.granularity)
        ranges = [
            (dim, _in_range(to, dim, time.date_range))
            for time, dim in resolved.times
            if time.date_range is not None
        ]
    types = {name: member.type for name, member in resolved.filtered.items()}
    written = _Conditions(operands, types, own, to.query.timezone).written
    on_rows, on_groups = _split(to.query, resolved)
    unresolved = any(diagnostic.severity == "error" for diagnostic in to.report.diagnostics)
    others = () if unresolved else (*segments, *through, *(written(item) for item in on_rows))
    own_time = None if along is None else along.member
    cubes, attached = second.cubes | fourth.cubes, second.attached | fourth.attached
    between, outside = ([r for d, r in ranges], [r for d, r in ranges if d is not own_time])
    return Asked(
        measures=measures,
        groups=() if unresolved else tuple(written(item) for item in on_groups),
        rows=Rows(keys, (*_flat(between), *others), cubes, attached),
        around=Rows(
            tuple(key for key in keys if along is None or key.id != along.key),
            (*_flat(outside), *others),
            cubes,
            attached,
        ),
        leaves=tuple(to.leaves.values()),
        needed=tuple(dict.fromkeys((*before, *first.paths, *second.paths, *third.paths, *fourth.paths))),
    )


class _Conditions(msgspec.Struct, frozen=True):
    """What filters compare, by member: its expression, its type, and the filters of a measure's own."""

    operands: dict[str, nodes.Expression]
    types: dict[str, str]
    own: dict[str, nodes.Expression]
    zone: str

    def written(self, item: Filter) -> nodes.Expression:
        """A filter of the query as a condition."""
        if isinstance(item, Condition) and item.operator == "measureFilter":
            return self.own[item.member]
        if isinstance(item, Condition):
            return filters.condition(item, self.operands[item.member], self.types[item.member], self.zone)
        inner = tuple(self.written(part) for part in item.filters)
        return filters.all_of(inner) if item.kind == "and" else filters.any_of(inner)


def _flat(conditions: list[nodes.Expression]) -> list[nodes.Expression]:
    return [part for c in conditions for part in (c.operands if isinstance(c, nodes.And) else (c,))]


def _measure(to: Templates, member: ir.Measure) -> nodes.Output:
    return nodes.Output(
        id=f"{member.cube}.{member.name}",
        alias=names.member_alias(to.model.cubes[member.cube], member.name, None, to.style),
        expression=members.measure(to, member),
        kind="measure",
        type=member.type if member.type in ("string", "time", "boolean") else "number",
    )


def _in_range(to: Templates, dim: ir.Dimension, span: DateRange) -> nodes.Expression:
    """A time lies in a range; one that is moved is compared on the clocks of the query's zone."""
    if f"{dim.cube}.{dim.name}" not in to.shifts:
        return filters.in_range(members.dimension(to, dim), span, to.query.timezone)
    at, (start, end) = members.local(to, dim), (moments.bound(slot) for slot in (span.start, span.end))
    since = nodes.Compare(left=at, operator=">=", right=start)
    return nodes.And(operands=(since, nodes.Compare(left=at, operator="<=", right=end)))


def _key(to: Templates, member: ir.Dimension, granularity: str | None) -> nodes.Output:
    name = f"{member.cube}.{member.name}"
    return nodes.Output(
        id=f"{name}.{granularity}" if granularity else name,
        alias=names.member_alias(to.model.cubes[member.cube], member.name, granularity, to.style),
        expression=members.truncated(to, member, granularity)
        if granularity
        else members.dimension(to, member),
        kind="time_dimension" if granularity else "dimension",
        type=member.type,
    )


def _split(query: Query, resolved: Resolved) -> tuple[list[Filter], list[Filter]]:
    """Filters on rows, and filters on groups: those of measures."""
    rows: list[Filter] = []
    groups: list[Filter] = []
    for item in query.filters:
        first = item
        while not isinstance(first, Condition):
            first = first.filters[0]
        member = None if first.operator == "measureFilter" else resolved.filtered.get(first.member)
        (groups if isinstance(member, ir.Measure) else rows).append(item)
    return rows, groups
