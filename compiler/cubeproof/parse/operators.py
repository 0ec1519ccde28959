"""Chains of binary operators become trees: precedence and association of ECMAScript 13.6 to 13.13. Knows no grammar."""

from typing import Any, Final, Literal, cast

from cubeproof.parse import ast
from cubeproof.parse.tree import Builder
from cubeproof.source import Span

PRECEDENCE: Final = {
    operator: level
    for level, operators in enumerate(
        (
            "??",
            "||",
            "&&",
            "|",
            "^",
            "&",
            "== != === !==",
            "< > <= >= in instanceof",
            "<< >> >>>",
            "+ -",
            "* / %",
            "**",
        )
    )
    for operator in operators.split()
}
_Operand = tuple[ast.Expression, int, int]


def fold(b: Builder, c: list[Any], _start: int, _end: int) -> ast.Expression:
    """The tree of `[operand, operator, operand, …]`, in one pass and without recursion."""
    chain = c[0]
    operands: list[_Operand] = [(chain[0], *b.extent(chain[0]))]
    pending: list[str] = []
    for place in range(1, len(chain), 2):
        operator = chain[place].value
        level = PRECEDENCE[operator]
        while pending and (
            PRECEDENCE[pending[-1]] > level or (PRECEDENCE[pending[-1]] == level and operator != "**")
        ):
            _join(b, operands, pending.pop())
        pending.append(operator)
        operands.append((chain[place + 1], *b.extent(chain[place + 1])))
    while pending:
        _join(b, operands, pending.pop())
    return operands[0][0]


def _join(b: Builder, operands: list[_Operand], operator: str) -> None:
    right, _, end = operands.pop()
    left, start, _ = operands.pop()
    span = b.span(start, end)
    _ambiguous(b, operator, left, right, span)
    node: ast.Expression
    if operator in ("??", "||", "&&"):
        node = ast.Logical(
            span=span, operator=cast("Literal['&&', '||', '??']", operator), left=left, right=right
        )
    else:
        node = ast.Binary(span=span, operator=operator, left=left, right=right)
    operands.append((node, start, end))


def _ambiguous(b: Builder, operator: str, left: ast.Expression, right: ast.Expression, span: Span) -> None:
    """Report what JavaScript refuses without parentheses: `a || b ?? c` and `-a ** b`."""
    if operator == "**" and isinstance(left, ast.Unary | ast.Await) and _bare(b, left):
        b.report(span, "E120", "a sign before `**` needs parentheses", "write `(-a) ** b` or `-(a ** b)`")
    if operator not in ("??", "||", "&&"):
        return
    for side in (left, right):
        mixed = isinstance(side, ast.Logical) and (side.operator == "??") != (operator == "??")
        if isinstance(side, ast.Logical) and mixed and _bare(b, side):
            message = f"`{operator}` and `{side.operator}` need parentheses to stand side by side"
            b.report(span, "E120", message, f"write `(a {side.operator} b) {operator} c`, or what you mean")


def _bare(b: Builder, node: ast.Expression) -> bool:
    return id(node) not in b.parentheses
