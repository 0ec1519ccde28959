"""Patterns: their actions, and the expressions that turn out to be patterns, such as `[a, b]` in `[a, b] = c`."""

from typing import Any

from cubeproof.parse import ast
from cubeproof.parse.sequences import slots
from cubeproof.parse.tree import Builder, Computed


def binding_name(b: Builder, c: list[Any], start: int, end: int) -> ast.Name:
    """`a`."""
    if c[0].value == "this":
        b.report(
            b.span(start, end),
            "E121",
            "`this` is a reserved word and cannot be a name",
            "choose another name",
        )
    return ast.Name(span=b.span(start, end), id=c[0].value)


def default(b: Builder, c: list[Any], start: int, end: int) -> ast.Default:
    """`a = 1`."""
    return ast.Default(span=b.span(start, end), target=c[0], value=c[2])


def rest(b: Builder, c: list[Any], start: int, end: int) -> ast.Rest:
    """`...a`."""
    return ast.Rest(span=b.span(start, end), target=c[1])


def array_pattern(b: Builder, c: list[Any], start: int, end: int) -> ast.ArrayPattern:
    """`[a, , b = 1, ...c]`."""
    elements = slots(c[1])
    _rest_last(b, elements)
    return ast.ArrayPattern(span=b.span(start, end), elements=elements)


def object_pattern_empty(b: Builder, _c: list[Any], start: int, end: int) -> ast.ObjectPattern:
    """`{}`."""
    return ast.ObjectPattern(span=b.span(start, end), properties=())


def object_pattern(b: Builder, c: list[Any], start: int, end: int) -> ast.ObjectPattern:
    """`{a, b: c = 1, ...d}`."""
    _rest_last(b, c[1])
    return ast.ObjectPattern(span=b.span(start, end), properties=tuple(c[1]))


def pattern_pair(b: Builder, c: list[Any], start: int, end: int) -> ast.PatternProperty:
    """`key: a`."""
    key = c[0]
    computed = isinstance(key, Computed)
    return ast.PatternProperty(
        span=b.span(start, end), key=key.expression if computed else key, computed=computed, target=c[2]
    )


def pattern_short(b: Builder, c: list[Any], start: int, end: int) -> ast.PatternProperty:
    """`a`."""
    span = b.span(start, end)
    key = ast.Text(span=span, value=c[0].value)
    return ast.PatternProperty(span=span, key=key, computed=False, target=binding_name(b, c, start, end))


def pattern_short_default(b: Builder, c: list[Any], start: int, end: int) -> ast.PatternProperty:
    """`a = 1`."""
    at = (c[0].start, c[0].end)
    target_ = ast.Default(span=b.span(start, end), target=binding_name(b, c, *at), value=c[2])
    key = ast.Text(span=b.span(*at), value=c[0].value)
    return ast.PatternProperty(span=b.span(start, end), key=key, computed=False, target=target_)


def parameters(b: Builder, found: list[Any]) -> tuple[ast.Pattern, ...]:
    """The parameters of a function."""
    _rest_last(b, found)
    return tuple(found)


def _rest_last(b: Builder, found: Any) -> None:
    for one in found[:-1]:
        if type(one) is ast.Rest:
            b.report(
                one.span, "E124", "what takes the rest must stand last", "move `...` to the end of the list"
            )


# From expressions


def assignable(b: Builder, node: ast.Expression, operator: str) -> Any:
    """A name, `a.b` or `a[b]`, for `++` and `+=`; anything else is reported, and a name without letters."""
    if isinstance(node, ast.Name) and node.id != "this":
        return node
    if isinstance(node, ast.Member | ast.Index) and not node.optional:
        return node
    b.report(
        node.span, "E119", f"`{operator}` cannot change this", "left of it stands a name, `a.b` or `a[b]`"
    )
    return ast.Name(span=node.span, id="")


def target(b: Builder, node: Any) -> ast.Pattern:
    """The pattern that an expression left of `=` stands for."""
    match node:
        case ast.Array() if id(node) not in b.parentheses:
            elements = tuple(None if one is None else _element(b, one) for one in node.elements)
            _rest_last(b, elements)
            return ast.ArrayPattern(span=node.span, elements=elements)
        case ast.Object() if id(node) not in b.parentheses:
            properties = tuple(_property(b, one) for one in node.properties)
            _rest_last(b, properties)
            return ast.ObjectPattern(span=node.span, properties=properties)
        case _:
            found: ast.Pattern = assignable(b, node, "=")
            return found


def _element(b: Builder, node: Any) -> ast.Pattern:
    if isinstance(node, ast.Spread):
        return ast.Rest(span=node.span, target=target(b, node.argument))
    if isinstance(node, ast.Assign) and node.operator == "=" and id(node) not in b.parentheses:
        return ast.Default(span=node.span, target=node.target, value=node.value)
    return target(b, node)


def _property(b: Builder, node: ast.Property | ast.Spread) -> ast.PatternProperty | ast.Rest:
    if isinstance(node, ast.Spread):
        return ast.Rest(span=node.span, target=target(b, node.argument))
    if node.shorthand:
        b.covers.pop(node.span.start, None)
    return ast.PatternProperty(
        span=node.span, key=node.key, computed=node.computed, target=_element(b, node.value)
    )
