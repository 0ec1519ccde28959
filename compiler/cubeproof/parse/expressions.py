"""Actions that build names, literals, access, calls and operators. The name of each is that of its rule in the grammar."""

from typing import Any

from cubeproof.parse import ast
from cubeproof.parse.bindings import assignable, target
from cubeproof.parse.tree import Builder

"""What `new` may make."""


def name(b: Builder, c: list[Any], start: int, end: int) -> ast.Name:
    """`CUBE`."""
    return ast.Name(span=b.span(start, end), id=c[0].value)


def text(b: Builder, c: list[Any], start: int, end: int) -> ast.Text:
    """`'status'`."""
    return ast.Text(span=b.span(start, end), value=c[0].value)


def number(b: Builder, c: list[Any], start: int, end: int) -> ast.Number:
    """`42`."""
    return ast.Number(span=b.span(start, end), value=c[0].value)


def regex(b: Builder, c: list[Any], start: int, end: int) -> ast.Regex:
    """`/^a+$/i`."""
    pattern, flags = c[0].value
    if len(set(flags)) != len(flags) or not set(flags) <= set("dgimsuvy"):
        b.report(
            b.span(start, end),
            "E108",
            f"`{flags}` are not flags of a regular expression",
            "flags are `g`, `i`, `m`, `s`",
        )
    return ast.Regex(span=b.span(start, end), pattern=pattern, flags=flags)


def true(b: Builder, _c: list[Any], start: int, end: int) -> ast.Boolean:
    """`true`."""
    return ast.Boolean(span=b.span(start, end), value=True)


def false(b: Builder, _c: list[Any], start: int, end: int) -> ast.Boolean:
    """`false`."""
    return ast.Boolean(span=b.span(start, end), value=False)


def null(b: Builder, _c: list[Any], start: int, end: int) -> ast.Null:
    """`null`."""
    return ast.Null(span=b.span(start, end))


def parenthesised(b: Builder, c: list[Any], start: int, end: int) -> ast.Expression:
    """`(a)` is `a`; but what `?.` skips ends at a parenthesis, so that `(a?.b)` is a sequence of one."""
    node: ast.Expression = c[1]
    link = node
    while isinstance(link, ast.Member | ast.Index | ast.Call):
        if link.optional:
            node = ast.Sequence(span=b.span(start, end), expressions=(node,))
            break
        link = link.callee if isinstance(link, ast.Call) else link.object
    b.parentheses[id(node)] = (node, start, end)
    return node


# Access and calls


def member(b: Builder, c: list[Any], start: int, end: int) -> ast.Member:
    """`object.name`, `object?.name`."""
    word = c[2]
    return ast.Member(
        span=b.span(start, end),
        object=c[0],
        name=word.value,
        name_span=b.span(word.start, word.end),
        optional=c[1].type == "OPTIONAL_DOT",
    )


def index(b: Builder, c: list[Any], start: int, end: int) -> ast.Index:
    """`object[index]`."""
    return ast.Index(span=b.span(start, end), object=c[0], index=c[2], optional=False)


def index_optional(b: Builder, c: list[Any], start: int, end: int) -> ast.Index:
    """`object?.[index]`."""
    return ast.Index(span=b.span(start, end), object=c[0], index=c[3], optional=True)


def call(b: Builder, c: list[Any], start: int, end: int) -> ast.Call:
    """`callee(a)`."""
    return ast.Call(span=b.span(start, end), callee=c[0], arguments=tuple(c[1]), optional=False)


def call_optional(b: Builder, c: list[Any], start: int, end: int) -> ast.Call:
    """`callee?.(a)`."""
    return ast.Call(span=b.span(start, end), callee=c[0], arguments=tuple(c[2]), optional=True)


def new(b: Builder, c: list[Any], start: int, end: int) -> ast.New:
    """`new Error('…')`."""
    return _new(b, c[1], c[2], start, end)


def new_bare(b: Builder, c: list[Any], start: int, end: int) -> ast.New:
    """`new Date`."""
    return _new(b, c[1], [], start, end)


def _new(b: Builder, made: Any, arguments: list[Any], start: int, end: int) -> ast.New:
    return ast.New(span=b.span(start, end), callee=made.value, arguments=tuple(arguments))


# Operators


def unary(b: Builder, c: list[Any], start: int, end: int) -> ast.Unary:
    """`!a`, `-a`, `typeof a`."""
    return ast.Unary(span=b.span(start, end), operator=c[0].value, operand=c[1])


def await_(b: Builder, c: list[Any], start: int, end: int) -> ast.Await:
    """`await a`."""
    return ast.Await(span=b.span(start, end), argument=c[1])


def step_after(b: Builder, c: list[Any], start: int, end: int) -> ast.Update:
    """`a++`."""
    return ast.Update(
        span=b.span(start, end), operator=c[1].value, prefix=False, target=assignable(b, c[0], c[1].value)
    )


def step_before(b: Builder, c: list[Any], start: int, end: int) -> ast.Update:
    """`++a`."""
    return ast.Update(
        span=b.span(start, end), operator=c[0].value, prefix=True, target=assignable(b, c[1], c[0].value)
    )


def conditional(b: Builder, c: list[Any], start: int, end: int) -> ast.Conditional:
    """`a ? b : c`."""
    return ast.Conditional(span=b.span(start, end), test=c[0], then=c[2], otherwise=c[4])


def assign(b: Builder, c: list[Any], start: int, end: int) -> ast.Assign:
    """`a = 1`, `[a, b] = c`, `a ||= 1`."""
    operator = c[1].value
    found: Any = target(b, c[0]) if operator == "=" else assignable(b, c[0], operator)
    return ast.Assign(span=b.span(start, end), operator=operator, target=found, value=c[2])


def sequence(b: Builder, c: list[Any], start: int, end: int) -> ast.Sequence:
    """`a, b`."""
    return ast.Sequence(span=b.span(start, end), expressions=tuple(c[0]))
