"""Actions that build functions. The name of each is that of its rule, or alias, in the grammar."""

from typing import Any

from cubeproof.parse import ast
from cubeproof.parse.bindings import parameters
from cubeproof.parse.tree import Builder


def function(
    b: Builder,
    known: str | None,
    found: list[Any],
    body: ast.Block | ast.Expression,
    start: int,
    end: int,
    *,
    arrow: bool,
    asynchronous: bool,
) -> ast.Function:
    """A function of any kind; `known` is its name, `body` a block or, for arrows, an expression."""
    return ast.Function(
        span=b.span(start, end),
        name=known,
        parameters=parameters(b, found),
        body=body,
        arrow=arrow,
        asynchronous=asynchronous,
    )


def function_unnamed(b: Builder, c: list[Any], start: int, end: int) -> ast.Function:
    """`function (a) {…}`."""
    return function(b, None, c[2], c[4], start, end, arrow=False, asynchronous=False)


def function_unnamed_async(b: Builder, c: list[Any], start: int, end: int) -> ast.Function:
    """`async function (a) {…}`."""
    return function(b, None, c[3], c[5], start, end, arrow=False, asynchronous=True)


def function_named(b: Builder, c: list[Any], start: int, end: int) -> ast.Function:
    """`function name(a) {…}`."""
    return function(b, c[1].value, c[3], c[5], start, end, arrow=False, asynchronous=False)


def function_named_async(b: Builder, c: list[Any], start: int, end: int) -> ast.Function:
    """`async function name(a) {…}`."""
    return function(b, c[2].value, c[4], c[6], start, end, arrow=False, asynchronous=True)


def arrow_single(b: Builder, c: list[Any], start: int, end: int) -> ast.Function:
    """`a => body`."""
    parameter = ast.Name(span=b.span(c[0].start, c[0].end), id=c[0].value)
    return function(b, None, [parameter], c[2], start, end, arrow=True, asynchronous=False)


def arrow_single_async(b: Builder, c: list[Any], start: int, end: int) -> ast.Function:
    """`async a => body`."""
    parameter = ast.Name(span=b.span(c[1].start, c[1].end), id=c[1].value)
    return function(b, None, [parameter], c[3], start, end, arrow=True, asynchronous=True)


def arrow(b: Builder, c: list[Any], start: int, end: int) -> ast.Function:
    """`(a, {b}) => body`."""
    return function(b, None, c[1], c[4], start, end, arrow=True, asynchronous=False)


def arrow_async(b: Builder, c: list[Any], start: int, end: int) -> ast.Function:
    """`async (a) => body`."""
    return function(b, None, c[2], c[5], start, end, arrow=True, asynchronous=True)
