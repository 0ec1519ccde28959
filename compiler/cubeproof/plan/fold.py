"""Adjacent nodes that fit one SELECT become one, so that a simple query is the flat statement a person would write.

Limit(Sort(Project(Filter(Aggregate(Filter(rows))))))   →   Select(rows, where, grouped, having, order, limit)
"""

from typing import assert_never

import msgspec

from cubeproof.plan import nodes


def fold(relation: nodes.Relation) -> nodes.Select:
    """One `Select`; the relation has an `Aggregate` in it."""
    match relation:
        case nodes.Limit():
            inner = fold(relation.input)
            return msgspec.structs.replace(inner, limit=relation.limit, offset=relation.offset)
        case nodes.Sort():
            return msgspec.structs.replace(fold(relation.input), order=relation.keys)
        case nodes.Project():
            inner = fold(relation.input)
            computed = {output.id: output for output in inner.columns}
            return msgspec.structs.replace(
                inner, columns=tuple(computed[column.id] for column in relation.columns)
            )
        case nodes.Filter():
            inner = fold(relation.input)
            computed_by = {output.id: output.expression for output in inner.columns}
            return msgspec.structs.replace(
                inner, having=_conditions(_inlined(relation.condition, computed_by))
            )
        case nodes.Aggregate():
            return _aggregate(relation)
        case nodes.Select():
            return relation
        case nodes.Source() | nodes.Join():
            raise AssertionError("rows without columns")
        case _:
            assert_never(relation)


def _aggregate(relation: nodes.Aggregate) -> nodes.Select:
    rows = relation.input
    where: tuple[nodes.Expression, ...] = ()
    if isinstance(rows, nodes.Filter):
        where = _conditions(rows.condition)
        rows = rows.input
    columns = (*relation.keys, *relation.measures)
    return nodes.Select(columns=columns, source=rows, where=where, grouped=bool(relation.keys))


def _conditions(condition: nodes.Expression) -> tuple[nodes.Expression, ...]:
    return condition.operands if isinstance(condition, nodes.And) else (condition,)


def _inlined(expression: nodes.Expression, computed: dict[str, nodes.Expression]) -> nodes.Expression:
    """A condition on columns, with what the columns stand for."""
    match expression:
        case nodes.Column():
            return computed[expression.id]
        case nodes.And():
            return nodes.And(operands=tuple(_inlined(o, computed) for o in expression.operands))
        case nodes.Or():
            return nodes.Or(operands=tuple(_inlined(o, computed) for o in expression.operands))
        case nodes.Compare():
            left = _inlined(expression.left, computed)
            return nodes.Compare(left=left, operator=expression.operator, right=expression.right)
        case nodes.In():
            operand = _inlined(expression.operand, computed)
            return nodes.In(operand=operand, values=expression.values, negated=expression.negated)
        case nodes.IsNull():
            return nodes.IsNull(operand=_inlined(expression.operand, computed), negated=expression.negated)
        case nodes.Call():
            arguments = tuple(_inlined(a, computed) for a in expression.arguments)
            return nodes.Call(function=expression.function, arguments=arguments)
        case _:
            return expression
