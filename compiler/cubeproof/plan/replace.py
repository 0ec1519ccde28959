"""Columns in an expression, with what they stand for put in place of them."""

from collections.abc import Mapping
from typing import assert_never

from cubeproof.plan import nodes


def replaced(expression: nodes.Expression, known: Mapping[str, nodes.Expression]) -> nodes.Expression:
    """The expression with each known `Column` of no certain input replaced; itself if there is none."""
    match expression:
        case nodes.Column():
            return known.get(expression.id, expression) if expression.input is None else expression
        case nodes.Sql():
            parts = tuple(
                part if isinstance(part, str) else replaced(part, known) for part in expression.parts
            )
            return nodes.Sql(parts=parts, span=expression.span)
        case nodes.Operand():
            return nodes.Operand(expression=replaced(expression.expression, known))
        case nodes.Call():
            return nodes.Call(function=expression.function, arguments=_each(expression.arguments, known))
        case nodes.Case():
            whens = tuple((replaced(when, known), replaced(then, known)) for when, then in expression.whens)
            otherwise = expression.otherwise
            return nodes.Case(
                whens=whens, otherwise=None if otherwise is None else replaced(otherwise, known)
            )
        case (
            nodes.Param()
            | nodes.Spliced()
            | nodes.Alias()
            | nodes.Constant()
            | nodes.String()
            | nodes.Word()
            | nodes.Aggregated()
            | nodes.Ranked()
        ):
            return expression
        case _:
            return _condition(expression, known)


def _condition(
    expression: nodes.And | nodes.Or | nodes.Compare | nodes.In | nodes.IsNull,
    known: Mapping[str, nodes.Expression],
) -> nodes.Expression:
    match expression:
        case nodes.And():
            return nodes.And(operands=_each(expression.operands, known))
        case nodes.Or():
            return nodes.Or(operands=_each(expression.operands, known))
        case nodes.Compare():
            left, right = replaced(expression.left, known), replaced(expression.right, known)
            return nodes.Compare(left=left, operator=expression.operator, right=right)
        case nodes.In():
            operand, values = replaced(expression.operand, known), _each(expression.values, known)
            return nodes.In(operand=operand, values=values, negated=expression.negated)
        case nodes.IsNull():
            return nodes.IsNull(operand=replaced(expression.operand, known), negated=expression.negated)
        case _:
            assert_never(expression)


def _each(
    several: tuple[nodes.Expression, ...], known: Mapping[str, nodes.Expression]
) -> tuple[nodes.Expression, ...]:
    return tuple(replaced(one, known) for one in several)
