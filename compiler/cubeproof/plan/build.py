"""Members to a tree of relations: sources, joins, row filters, aggregate, group filters, order, limit.

Limit ← Sort ← Project ← Filter (groups) ← Aggregate ← Filter (rows) ← Join … ← Source
"""

from cubeproof.lower import ir
from cubeproof.plan import filters, members, names, nodes, paths
from cubeproof.plan.resolve import Resolved
from cubeproof.plan.templates import Templates
from cubeproof.request.query import Condition, Filter, Order, Query

_ANY_TIMES = ("min", "max", "count_distinct", "count_distinct_approx")
"""Aggregates that repeated rows do not change."""


def build(
    resolved: Resolved, to: Templates, graph: paths.Graph, style: names.AliasStyle
) -> nodes.Relation | None:
    """The tree; None, with a report, where the cubes cannot be joined or rows would be counted twice."""
    query, report = to.query, to.report
    measures = tuple(_measure(to, member, style) for member in resolved.measures)
    keys = tuple(_key(to, member, None, style) for member in resolved.dimensions)
    conditions = [members.segment(to, member) for member in resolved.segments]
    extra = _filtered_measures(to, resolved, style)
    by_member = {name: _operand(to, member) for name, member in resolved.filtered.items()}
    keys += tuple(_key(to, dim, time.granularity, style) for time, dim in resolved.times if time.granularity)
    ranges = [
        filters.in_range(members.dimension(to, dim), time.date_range, query.timezone)
        for time, dim in resolved.times
        if time.date_range is not None
    ]
    rows, groups = _split(query, resolved)
    types = {name: member.type for name, member in resolved.filtered.items()}

    def written(item: Filter) -> nodes.Expression:
        if isinstance(item, Condition):
            return filters.condition(item, by_member[item.member], types[item.member], query.timezone)
        inner = tuple(written(part) for part in item.filters)
        return filters.all_of(inner) if item.kind == "and" else filters.any_of(inner)

    if any(d.severity == "error" for d in report.diagnostics):
        return None
    relation = _joined(to, graph, (*resolved.measures, *_only_measures(resolved)))
    if relation is None:
        return None
    where = (*_flat(ranges), *conditions, *(written(item) for item in rows))
    if where:
        relation = nodes.Filter(input=relation, condition=filters.all_of(where))
    relation = nodes.Aggregate(input=relation, keys=keys, measures=(*measures, *extra))
    if groups:
        relation = nodes.Filter(
            input=relation, condition=filters.all_of(tuple(written(item) for item in groups))
        )
    columns = (*keys, *measures)
    shown = tuple(_column(output) for output in columns)
    relation = nodes.Project(input=relation, columns=shown)
    order = _order(query, columns, to)
    if order:
        relation = nodes.Sort(input=relation, keys=order)
    if query.limit is not None or query.offset:
        relation = nodes.Limit(input=relation, limit=query.limit, offset=query.offset or None)
    return relation


def _flat(conditions: list[nodes.Expression]) -> list[nodes.Expression]:
    return [part for c in conditions for part in (c.operands if isinstance(c, nodes.And) else (c,))]


def _column(output: nodes.Output) -> nodes.Output:
    return nodes.Output(
        id=output.id,
        alias=output.alias,
        kind=output.kind,
        type=output.type,
        expression=nodes.Column(id=output.id),
    )


def _measure(to: Templates, member: ir.Measure, style: names.AliasStyle) -> nodes.Output:
    cube = to.model.cubes[member.cube]
    kind = member.type if member.type in ("string", "time", "boolean") else "number"
    return nodes.Output(
        id=f"{member.cube}.{member.name}",
        alias=names.member_alias(cube, member.name, None, style),
        expression=members.measure(to, member),
        kind="measure",
        type=kind,
    )


def _key(
    to: Templates, member: ir.Dimension, granularity: str | None, style: names.AliasStyle
) -> nodes.Output:
    cube = to.model.cubes[member.cube]
    name = f"{member.cube}.{member.name}"
    return nodes.Output(
        id=f"{name}.{granularity}" if granularity else name,
        alias=names.member_alias(cube, member.name, granularity, style),
        expression=members.truncated(to, member, granularity)
        if granularity
        else members.dimension(to, member),
        kind="time_dimension" if granularity else "dimension",
        type=member.type,
    )


def _only_measures(resolved: Resolved) -> tuple[ir.Measure, ...]:
    """Measures that are filtered and not selected."""
    selected = {(m.cube, m.name) for m in resolved.measures}
    found = (m for m in resolved.filtered.values() if isinstance(m, ir.Measure))
    return tuple(m for m in found if (m.cube, m.name) not in selected)


def _filtered_measures(
    to: Templates, resolved: Resolved, style: names.AliasStyle
) -> tuple[nodes.Output, ...]:
    return tuple(_measure(to, member, style) for member in _only_measures(resolved))


def _operand(to: Templates, member: ir.Measure | ir.Dimension) -> nodes.Expression:
    if isinstance(member, ir.Measure):
        return nodes.Column(id=f"{member.cube}.{member.name}")
    return members.dimension(to, member)


def _split(query: Query, resolved: Resolved) -> tuple[list[Filter], list[Filter]]:
    """Filters on rows, and filters on groups: those of measures."""
    rows: list[Filter] = []
    groups: list[Filter] = []
    for item in query.filters:
        first = item
        while not isinstance(first, Condition):
            first = first.filters[0]
        (groups if isinstance(resolved.filtered.get(first.member), ir.Measure) else rows).append(item)
    return rows, groups


def _joined(to: Templates, graph: paths.Graph, measures: tuple[ir.Measure, ...]) -> nodes.Relation | None:
    tree = graph.tree(to.touched, to.report)
    if tree is None or not _counts_once(to, tree, measures):
        return None
    relation: nodes.Relation = to.source(to.model.cubes[tree.root])
    present = {tree.root}
    for join in tree.joins:
        right = to.source(to.model.cubes[join.target])
        present.add(join.target)
        touched, to.touched = to.touched, {}
        on = to.render(join.sql, join.source)
        foreign = [name for path in to.touched for name in path if name not in present]
        to.touched = touched
        if foreign:
            message = f"the join from `{join.source}` to `{join.target}` needs `{foreign[0]}`, which it does not join"
            to.report.add("E363", message, span=join.span, cube=join.source)
            return None
        relation = nodes.Join(left=relation, right=right, on=on, relationship=join.relationship)
    return relation


def _counts_once(to: Templates, tree: paths.Tree, measures: tuple[ir.Measure, ...]) -> bool:
    repeated = paths.multiplying(tree)
    found = False
    for member in measures:
        for leaf in members.leaves(to.model, member):
            path = repeated.get(leaf.cube)
            if path is None or leaf.type in _ANY_TIMES:
                continue
            found = True
            name = f"{leaf.cube}.{leaf.name}"
            way = " → ".join(f"`{cube}`" for cube in path)
            message = f"not supported yet: `{name}` in a query that repeats rows of `{leaf.cube}` ({way} is one to many)"
            to.report.add("E362", message, span=leaf.span, cube=leaf.cube,
                          help=f"leave out the members of `{path[-1]}`, or ask for them in a query of their own")  # fmt: skip
    return not found


def _order(query: Query, columns: tuple[nodes.Output, ...], to: Templates) -> tuple[nodes.SortKey, ...]:
    """The order asked, or Cube's default: by time, else by the first measure, else by the first dimension."""
    if query.order is None:
        return _default_order(columns)
    found: dict[str, nodes.SortKey] = {}
    for asked in query.order:
        column = _ordered(asked, columns)
        if column is None:
            message = f"`{asked.member}` is not selected, so it cannot order the rows; it is ignored"
            to.report.add("E358", message, severity="warning", path=asked.path)
        else:
            found.setdefault(column.id, nodes.SortKey(id=column.id, descending=asked.descending))
    return tuple(found.values())


def _ordered(asked: Order, columns: tuple[nodes.Output, ...]) -> nodes.Output | None:
    """The column of that id; a time dimension's name stands for its first granularity."""
    exact = next((c for c in columns if c.id == asked.member), None)
    if exact is not None:
        return exact
    return next(
        (c for c in columns if c.kind == "time_dimension" and c.id.rpartition(".")[0] == asked.member), None
    )


def _default_order(columns: tuple[nodes.Output, ...]) -> tuple[nodes.SortKey, ...]:
    times = [c for c in columns if c.kind == "time_dimension"]
    measures = [c for c in columns if c.kind == "measure"]
    dimensions = [c for c in columns if c.kind == "dimension"]
    if times:
        return (nodes.SortKey(id=times[0].id, descending=False),)
    if measures and dimensions:
        return (nodes.SortKey(id=measures[0].id, descending=True),)
    return (nodes.SortKey(id=dimensions[0].id, descending=False),) if dimensions else ()
