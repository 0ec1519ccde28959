"""What the grammar's actions share: the file they build nodes for, what they report, and what a node cannot carry.

An action takes the builder, the children of its rule (tokens, nodes, lists) and the half-open range of characters
from the first to the last of them. Knows no single rule.
"""

from collections.abc import Callable
from typing import Any

from cubeproof.diagnostics import Diagnostic
from cubeproof.parse import ast
from cubeproof.source import Source, Span


class Builder:
    """The state of one file's actions."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self.parentheses: dict[int, tuple[ast.Expression, int, int]] = {}
        """Of a node by its identity: the range with its parentheses. The node is kept, so that its identity is."""
        self.lost: dict[int, list[str]] = {}
        """By the start of an object's brace: the keys of properties that could not be read, `*` where even the key could not."""
        self.lost_names: list[str] = []
        """What statements that could not be read would have declared."""
        self.covers: dict[int, Span] = {}
        """By its start, each `a = 1` in an object's braces: an error, unless the object turns out to be a pattern."""

    def span(self, start: int, end: int) -> Span:
        """A place in this file."""
        return Span(self.source, start, end)

    def report(self, span: Span, code: str, message: str, help_: str | None) -> None:
        """Add an error."""
        self.diagnostics.append(Diagnostic(code=code, message=message, span=span, help=help_))

    def extent(self, node: ast.Expression) -> tuple[int, int]:
        """The range of a node, parentheses included."""
        wrapped = self.parentheses.get(id(node))
        return (wrapped[1], wrapped[2]) if wrapped else (node.span.start, node.span.end)


Action = Callable[[Builder, list[Any], int, int], Any]


class Parts(list[Any]):
    """The beginning of a template: tokens and interpolated expressions by turns."""


class Computed:
    """The key of a property that is known only when it is evaluated."""

    def __init__(self, expression: ast.Expression) -> None:
        self.expression = expression
