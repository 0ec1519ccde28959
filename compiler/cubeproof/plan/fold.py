"""Adjacent nodes that fit one SELECT become one, so that a simple query is the flat statement a person would write.

Limit(Sort(Project(Filter(Aggregate(Filter(rows))))))   →   Select(rows, where, grouped, having, order, limit)

Formulas over measures are put in place of their names where the measures are computed in the same SELECT; what stands
above several aggregates (`Named`) names their columns.
"""

from typing import assert_never

import msgspec

from cubeproof.plan import nodes
from cubeproof.plan.replace import replaced


def fold(relation: nodes.Relation) -> nodes.Select:
    """One `Select`; the relation has an `Aggregate` or a `Project` in it."""
    match relation:
        case nodes.Limit():
            inner = fold(relation.input)
            return msgspec.structs.replace(inner, limit=relation.limit, offset=relation.offset)
        case nodes.Sort():
            return msgspec.structs.replace(fold(relation.input), order=relation.keys)
        case nodes.Project():
            return _project(relation)
        case nodes.Filter():
            inner = fold(relation.input)
            computed = {output.id: output.expression for output in inner.columns}
            return msgspec.structs.replace(inner, having=_conditions(replaced(relation.condition, computed)))
        case nodes.Aggregate():
            return _aggregate(relation)
        case nodes.Select():
            return relation
        case nodes.Source() | nodes.Join() | nodes.Named() | nodes.Shared() | nodes.Series() | nodes.Merged():
            raise AssertionError("rows without columns")
        case _:
            assert_never(relation)


def _project(relation: nodes.Project) -> nodes.Select:
    rows, where = _filtered(relation.input)
    if isinstance(rows, nodes.Source | nodes.Join | nodes.Named | nodes.Shared):
        bindings = tuple(_named(binding) for binding in relation.bindings)
        return nodes.Select(columns=relation.columns, source=_source(rows), where=where, bindings=bindings)
    inner = fold(relation.input)
    computed = {output.id: output.expression for output in inner.columns}
    columns = tuple(
        msgspec.structs.replace(column, expression=replaced(column.expression, computed))
        for column in relation.columns
    )
    return msgspec.structs.replace(inner, columns=columns)


def _aggregate(relation: nodes.Aggregate) -> nodes.Select:
    rows, where = _filtered(relation.input)
    columns = (*relation.keys, *relation.measures)
    return nodes.Select(columns=columns, source=_source(rows), where=where, grouped=bool(relation.keys))


def _filtered(rows: nodes.Relation) -> tuple[nodes.Relation, tuple[nodes.Expression, ...]]:
    if isinstance(rows, nodes.Filter):
        return rows.input, _conditions(rows.condition)
    return rows, ()


def _source(rows: nodes.Relation) -> nodes.Relation:
    match rows:
        case nodes.Named():
            return _named(rows)
        case nodes.Join():
            right = _named(rows.right) if isinstance(rows.right, nodes.Named) else rows.right
            return msgspec.structs.replace(rows, left=_source(rows.left), right=right)
        case _:
            return rows


def _named(rows: nodes.Named) -> nodes.Named:
    inner = rows.relation
    match inner:
        case nodes.Series():
            return rows
        case nodes.Merged():
            merged = nodes.Merged(inputs=tuple(fold(one) for one in inner.inputs))
            return nodes.Named(relation=merged, alias=rows.alias)
        case _:
            return nodes.Named(relation=fold(inner), alias=rows.alias)


def _conditions(condition: nodes.Expression) -> tuple[nodes.Expression, ...]:
    return condition.operands if isinstance(condition, nodes.And) else (condition,)
