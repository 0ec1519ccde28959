"""`ungrouped`: the rows themselves, each measure as its value in one row.

    {"measures": ["Orders.count", "Orders.total"], "dimensions": ["Orders.id"], "ungrouped": true}
    →   Project id, CASE WHEN id IS NOT NULL THEN 1 END, amount ← Filter ← Join … ← Source

As in Cube, the primary keys of all cubes that are joined must be selected, so that every row can be told apart, and
conditions on measures are refused: there are no groups for them.
"""

from cubeproof.diagnostics import has_errors
from cubeproof.plan import filters, nodes, paths
from cubeproof.plan.asked import Asked
from cubeproof.plan.build import Building
from cubeproof.plan.combine import ordered
from cubeproof.plan.replace import replaced
from cubeproof.plan.templates import Leaf, Templates

_ONE = nodes.Sql(parts=("1",))


def ungrouped(building: Building, asked: Asked) -> nodes.Relation | None:
    """The rows; None where a diagnostic says why there are none."""
    to, tree = building.to, building.tree
    _check_keys(to, asked, tree)
    if asked.groups:
        to.report.add("E383", "measures cannot be filtered in an ungrouped query: they have no groups",
                      path="ungrouped", help="filter a dimension, or leave `ungrouped` out")  # fmt: skip
    for staged in to.stages.values():
        what = f"the multi-stage measure `{staged.cube}.{staged.name}` in an ungrouped query"
        to.report.not_yet(what, span=staged.span, path="ungrouped")
    values = {leaf.id: _value(to, leaf) for leaf in asked.leaves}
    rows = building.filtered(tree, asked.leaves)
    if has_errors(to.report.diagnostics):
        return None
    measures = (_in_row(measure, values) for measure in asked.measures)
    columns = (*asked.rows.keys, *measures)
    return ordered(to, nodes.Project(input=rows, columns=columns), columns)


def _check_keys(to: Templates, asked: Asked, tree: paths.Tree) -> None:
    selected = {key.id for key in asked.rows.keys}
    for name in tree.cubes:
        keys = to.model.cubes[name].primary_keys
        missing = [f"`{name}.{key.name}`" for key in keys if f"{name}.{key.name}" not in selected]
        if not keys:
            message = f"an ungrouped query needs a primary key of `{name}`, which has none"
            to.report.add("E383", message, path="ungrouped", span=to.model.cubes[name].span, cube=name,
                          help="mark the dimension that makes a row unique with `primaryKey: true`")  # fmt: skip
        elif missing:
            message = (
                f"an ungrouped query must select the primary key of `{name}`: {', '.join(missing)} is missing"
            )
            to.report.add("E383", message, path="ungrouped", cube=name, help="add it to `dimensions`")


def _value(to: Templates, leaf: Leaf) -> nodes.Expression:
    """A measure in one row: what is counted is 1 or nothing, what is added up or compared is the value."""
    found = leaf.expression
    is_windowed = leaf.member.rolling_window is not None or leaf.member.type == "running_total"
    if is_windowed or not isinstance(found, nodes.Aggregated):
        why = "it is a window over several" if is_windowed else "its SQL is an aggregate of its own"
        message = f"`{leaf.id}` has no value in a single row: {why}"
        to.report.add("E383", message, path="ungrouped", span=leaf.member.span, cube=leaf.member.cube)
        return nodes.NEVER
    value, conditions = found.argument, found.filters
    if found.function.startswith("count"):
        if value is not None:
            conditions = (*conditions, nodes.IsNull(operand=value, negated=True))
        value = _ONE
    assert value is not None  # noqa: S101 — a count alone can do without
    return nodes.Case(whens=((filters.all_of(conditions), value),)) if conditions else value


def _in_row(measure: nodes.Output, values: dict[str, nodes.Expression]) -> nodes.Output:
    return nodes.Output(
        id=measure.id,
        alias=measure.alias,
        expression=replaced(measure.expression, values),
        kind="measure",
        type=measure.type,
    )
