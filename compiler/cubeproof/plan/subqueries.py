"""Sub-query dimensions: a measure for each row of a cube, planned as a query of its own by the cube's primary key.

    Users.totalSpent: {sql: `${Orders.total}`, subQuery: true}   →   {"measures": [that], "dimensions": ["Users.id"]}

Filters of the query hold inside only where the dimension says `propagateFiltersToSubQuery`: those on rows, and none that
needs a sub-query dimension itself.
"""

import msgspec

from cubeproof.lower import ir, sql
from cubeproof.lower.checks import texts_of
from cubeproof.plan.report import Report
from cubeproof.plan.resolve import Resolved
from cubeproof.request.query import Condition, Filter, Query


def subquery(
    model: ir.Model, member: ir.Dimension, outer: Resolved, query: Query, report: Report
) -> tuple[Resolved, Query] | None:
    """What the sub-query of a dimension asks; None, with a report, where the dimension cannot have one."""
    if not _can_be_asked(model, member, report):
        return None
    keys = model.cubes[member.cube].primary_keys
    measure = ir.Measure(span=member.span, cube=member.cube, name=member.name, type="number", sql=member.sql)
    asked = Resolved(
        measures=(measure,),
        dimensions=keys,
        segments=(),
        times=(),
        filtered={},
        restricting={},
        owner=member.cube,
    )
    inner = Query(order=(), timezone=query.timezone)
    if not member.propagate_filters:
        return asked, inner
    times = tuple(
        (msgspec.structs.replace(time, granularity=None), dimension)
        for time, dimension in outer.times
        if time.date_range is not None and not _attaches(model, dimension)
    )
    filters = tuple(item for item in query.filters if _is_plain(model, item, outer))
    asked = Resolved(
        measures=(measure,),
        dimensions=keys,
        segments=tuple(segment for segment in outer.segments if not _attaches(model, segment)),
        times=times,
        filtered={name: outer.filtered[name] for item in filters for name in _names(item)},
        restricting={},
        owner=member.cube,
    )
    return asked, msgspec.structs.replace(
        inner, filters=filters, time_dimensions=tuple(time for time, _ in times)
    )


def _can_be_asked(model: ir.Model, member: ir.Dimension, report: Report) -> bool:
    """Whether there is a measure to compute and a key to compute it by; else reported."""
    name = f"{member.cube}.{member.name}"
    if not _measures(model, member):
        message, advice = (
            f"the sub-query dimension `{name}` refers to no measure",
            "refer to a measure of another cube",
        )
    elif not model.cubes[member.cube].primary_keys:
        message = f"the sub-query dimension `{name}` needs a primary key of `{member.cube}`"
        advice = "mark a dimension with `primaryKey: true`"
    else:
        return True
    report.add("E368", message, span=member.span, cube=member.cube, help=advice)
    return False


def _measures(model: ir.Model, member: ir.Dimension) -> bool:
    found = (_member(model, part) for part in (sql.walk(member.sql) if member.sql is not None else ()))
    return any(isinstance(inner, ir.Measure) for inner in found)


def _is_plain(model: ir.Model, item: Filter, outer: Resolved) -> bool:
    """Whether a filter is on rows, and needs no sub-query."""
    asked = (outer.filtered.get(name) for name in _names(item))
    return all(isinstance(member, ir.Dimension) and not _attaches(model, member) for member in asked)


def _names(item: Filter) -> tuple[str, ...]:
    if isinstance(item, Condition):
        return (item.member,)
    return tuple(name for inner in item.filters for name in _names(inner))


def _attaches(model: ir.Model, start: ir.Dimension | ir.Segment) -> bool:
    """Whether a member is a sub-query dimension, or refers to one."""
    waiting: list[ir.Dimension | ir.Segment] = [start]
    seen: set[tuple[str, str]] = set()
    while waiting:
        member = waiting.pop()
        if isinstance(member, ir.Dimension) and member.sub_query:
            return True
        if (member.cube, member.name) in seen:
            continue
        seen.add((member.cube, member.name))
        inner = (_member(model, part) for text in texts_of(member) for part in sql.walk(text))
        waiting += [found for found in inner if isinstance(found, ir.Dimension | ir.Segment)]
    return False


def _member(model: ir.Model, part: sql.Gap) -> ir.Measure | ir.Dimension | ir.Segment | None:
    if not isinstance(part, sql.MemberRef):
        return None
    return model.cubes[part.path[-2]].member(part.path[-1])
