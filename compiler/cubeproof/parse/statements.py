"""Actions that build statements. The name of each is that of its rule, or alias, in the grammar."""

from collections.abc import Callable
from typing import Any

from cubeproof.parse import ast
from cubeproof.parse.bindings import target
from cubeproof.parse.functions import function_named, function_named_async
from cubeproof.parse.tokens import RESERVED
from cubeproof.parse.tree import Builder
from cubeproof.source import Span

Loop = Callable[[Span, ast.Statement], ast.Statement]
"""The head of a loop, waiting for its body."""


def file(b: Builder, c: list[Any], _start: int, _end: int) -> ast.File:
    """The whole file."""
    span = b.span(0, len(b.source.text))
    return ast.File(span=span, source=b.source, body=tuple(c[0]), lost=tuple(b.lost_names))


def block(b: Builder, c: list[Any], start: int, end: int) -> ast.Block:
    """`{ … }`; modules are bound where the file begins, not inside of it."""
    for statement in c[1]:
        if isinstance(statement, ast.Import | ast.Export):
            word = "import" if isinstance(statement, ast.Import) else "export"
            b.report(statement.span, "E125", f"`{word}` stands inside a block", "move it out of the braces")
    return ast.Block(span=b.span(start, end), body=tuple(c[1]))


def expression_statement(b: Builder, c: list[Any], start: int, end: int) -> ast.ExpressionStatement:
    """`cube(…);`."""
    return ast.ExpressionStatement(span=b.span(start, end), expression=c[0])


def empty(b: Builder, _c: list[Any], start: int, end: int) -> ast.Empty:
    """`;`."""
    return ast.Empty(span=b.span(start, end))


def return_nothing(b: Builder, _c: list[Any], start: int, end: int) -> ast.Return:
    """`return;`."""
    return ast.Return(span=b.span(start, end), value=None)


def return_value(b: Builder, c: list[Any], start: int, end: int) -> ast.Return:
    """`return a;`."""
    return ast.Return(span=b.span(start, end), value=c[1])


def throw(b: Builder, c: list[Any], start: int, end: int) -> ast.Throw:
    """`throw a;`."""
    return ast.Throw(span=b.span(start, end), value=c[1])


def break_(b: Builder, _c: list[Any], start: int, end: int) -> ast.Break:
    """`break;`."""
    return ast.Break(span=b.span(start, end))


def continue_(b: Builder, _c: list[Any], start: int, end: int) -> ast.Continue:
    """`continue;`."""
    return ast.Continue(span=b.span(start, end))


def if_then(b: Builder, c: list[Any], start: int, end: int) -> ast.If:
    """`if (a) b`."""
    return ast.If(span=b.span(start, end), test=c[2], then=c[4], otherwise=None)


def if_else(b: Builder, c: list[Any], start: int, end: int) -> ast.If:
    """`if (a) b else c`."""
    return ast.If(span=b.span(start, end), test=c[2], then=c[4], otherwise=c[6])


# Loops


def loop_count(_b: Builder, c: list[Any], _start: int, _end: int) -> Loop:
    """`for (start; test; step)`."""
    return lambda span, body: ast.For(span=span, start=c[2], test=c[4], step=c[6], body=body)


def loop_declared(_b: Builder, c: list[Any], _start: int, _end: int) -> Loop:
    """`for (const a of b)`, `for (const a in b)`."""
    return lambda span, body: ast.ForEach(
        span=span, kind=c[2].value, target=c[3], over=c[4].value, values=c[5], body=body
    )


def loop_assigned(b: Builder, c: list[Any], _start: int, _end: int) -> Loop:
    """`for (a of b)`, `for (a.b in c)`."""
    each = target(b, c[2])
    return lambda span, body: ast.ForEach(
        span=span, kind=None, target=each, over=c[3].value, values=c[4], body=body
    )


def repeat(b: Builder, c: list[Any], start: int, end: int) -> ast.Statement:
    """A loop's head and its body."""
    head: Loop = c[0]
    return head(b.span(start, end), c[1])


# Declarations


def declarator_bare(b: Builder, c: list[Any], start: int, end: int) -> ast.Declarator:
    """`a`."""
    return ast.Declarator(span=b.span(start, end), target=c[0], value=None)


def declarator_value(b: Builder, c: list[Any], start: int, end: int) -> ast.Declarator:
    """`a = 1`."""
    return ast.Declarator(span=b.span(start, end), target=c[0], value=c[2])


def declaration(b: Builder, c: list[Any], start: int, end: int) -> ast.Declaration:
    """`const a = 1, {b} = c`; a constant or a pattern without a value is reported."""
    kind = c[0].value
    for one in c[1]:
        if one.value is None and (kind == "const" or not isinstance(one.target, ast.Name)):
            what = "a constant" if kind == "const" else "a pattern"
            b.report(one.span, "E123", f"{what} is declared without a value", "add `= …`")
    return ast.Declaration(span=b.span(start, end), kind=kind, declarators=tuple(c[1]))


def declare(b: Builder, c: list[Any], start: int, end: int) -> ast.Declaration:
    """A declaration with its semicolon."""
    found: ast.Declaration = c[0]
    return ast.Declaration(span=b.span(start, end), kind=found.kind, declarators=found.declarators)


def function_declaration(b: Builder, c: list[Any], start: int, end: int) -> ast.FunctionDeclaration:
    """`function name(a) {…}`, `async function name(a) {…}`."""
    build = function_named if len(c) == 6 else function_named_async
    return ast.FunctionDeclaration(span=b.span(start, end), function=build(b, c, start, end))


# Modules


def specifier_same(b: Builder, c: list[Any], start: int, end: int) -> ast.Specifier:
    """`a`."""
    return ast.Specifier(span=b.span(start, end), name=c[0].value, alias=c[0].value)


def specifier_renamed(b: Builder, c: list[Any], start: int, end: int) -> ast.Specifier:
    """`a as b`."""
    return ast.Specifier(span=b.span(start, end), name=c[0].value, alias=c[2].value)


def _module(b: Builder, token: Any) -> ast.Text:
    return ast.Text(span=b.span(token.start, token.end), value=token.value)


def _import(b: Builder, specifiers: list[ast.Specifier], module: Any, start: int, end: int) -> ast.Import:
    for one in specifiers:
        _free(b, one.alias, one.span)
    return ast.Import(span=b.span(start, end), specifiers=tuple(specifiers), module=_module(b, module))


def _free(b: Builder, name: str, span: Span) -> None:
    if name in RESERVED:
        message = f"`{name}` is a reserved word and cannot be a name"
        b.report(span, "E121", message, f"write `{name} as other`")


def import_bare(b: Builder, c: list[Any], start: int, end: int) -> ast.Import:
    """`import './a';`."""
    return _import(b, [], c[1], start, end)


def import_default(b: Builder, c: list[Any], start: int, end: int) -> ast.Import:
    """`import a from './b';`."""
    return _import(b, [_default(b, c[1])], c[3], start, end)


def import_names(b: Builder, c: list[Any], start: int, end: int) -> ast.Import:
    """`import {a, b as c} from './d';`."""
    return _import(b, c[1], c[3], start, end)


def import_both(b: Builder, c: list[Any], start: int, end: int) -> ast.Import:
    """`import a, {b} from './c';`."""
    return _import(b, [_default(b, c[1]), *c[3]], c[5], start, end)


def _default(b: Builder, token: Any) -> ast.Specifier:
    return ast.Specifier(span=b.span(token.start, token.end), name="default", alias=token.value)


def export_declaration(b: Builder, c: list[Any], start: int, end: int) -> ast.Export:
    """`export const a = 1;`, `export function a() {…}`."""
    return ast.Export(span=b.span(start, end), declaration=c[1], specifiers=(), module=None, default=None)


def export_default(b: Builder, c: list[Any], start: int, end: int) -> ast.Export:
    """`export default a;`."""
    return ast.Export(span=b.span(start, end), declaration=None, specifiers=(), module=None, default=c[2])


def export_names(b: Builder, c: list[Any], start: int, end: int) -> ast.Export:
    """`export {a as b};`."""
    for one in c[1]:
        _free(b, one.name, one.span)
    return ast.Export(
        span=b.span(start, end), declaration=None, specifiers=tuple(c[1]), module=None, default=None
    )


def export_from(b: Builder, c: list[Any], start: int, end: int) -> ast.Export:
    """`export {a} from './b';`."""
    module = _module(b, c[3])
    return ast.Export(
        span=b.span(start, end), declaration=None, specifiers=tuple(c[1]), module=module, default=None
    )
