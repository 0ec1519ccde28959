"""Actions that build templates, arrays, objects and keys. The name of each is that of its rule in the grammar."""

from typing import Any

from cubeproof.parse import ast
from cubeproof.parse.functions import function
from cubeproof.parse.sequences import slots
from cubeproof.parse.tree import Builder, Computed, Parts


def template_plain(b: Builder, c: list[Any], start: int, end: int) -> ast.Template:
    """`` `text` ``."""
    value = c[0].value
    chunks = (ast.Chunk(span=b.span(start + 1, max(start + 1, end - 1)), value=value),) if value else ()
    return ast.Template(span=b.span(start, end), parts=chunks)


def template_first(_b: Builder, c: list[Any], _start: int, _end: int) -> Parts:
    """`` `text${ ``."""
    return Parts(c)


def template_more(_b: Builder, c: list[Any], _start: int, _end: int) -> Parts:
    """`… x}text${`."""
    parts: Parts = c[0]
    parts += c[1:]
    return parts


def template(b: Builder, c: list[Any], start: int, end: int) -> ast.Template:
    """`` … x}text` ``: chunks, where they are not empty, and interpolations."""
    tokens = [*c[0], c[1], c[2]]
    built: list[ast.Chunk | ast.Interpolation] = []
    for place in range(0, len(tokens), 2):
        chunk = tokens[place]
        last = place == len(tokens) - 1
        inside, stop = chunk.start + 1, chunk.end - (1 if last else 2)
        if chunk.value:
            built.append(ast.Chunk(span=b.span(inside, max(inside, stop)), value=chunk.value))
        if not last:
            following = tokens[place + 2]
            span = b.span(stop, max(stop, min(following.start + 1, following.end)))
            built.append(ast.Interpolation(span=span, expression=tokens[place + 1]))
    return ast.Template(span=b.span(start, end), parts=tuple(built))


def spread(b: Builder, c: list[Any], start: int, end: int) -> ast.Spread:
    """`...a`."""
    return ast.Spread(span=b.span(start, end), argument=c[1])


def array(b: Builder, c: list[Any], start: int, end: int) -> ast.Array:
    """`[a, , ...b]`."""
    return ast.Array(span=b.span(start, end), elements=slots(c[1]))


def object_empty(b: Builder, _c: list[Any], start: int, end: int) -> ast.Object:
    """`{}`."""
    return ast.Object(span=b.span(start, end), properties=(), lost=tuple(b.lost.get(start, ())))


def object_(b: Builder, c: list[Any], start: int, end: int) -> ast.Object:
    """`{a: 1, ...b}`."""
    return ast.Object(span=b.span(start, end), properties=tuple(c[1]), lost=tuple(b.lost.get(start, ())))


def key_word(b: Builder, c: list[Any], start: int, end: int) -> ast.Text:
    """`sql:`, `case:`."""
    return ast.Text(span=b.span(start, end), value=c[0].value)


def key_number(b: Builder, c: list[Any], start: int, end: int) -> Computed:
    """`1:`; how a number reads as text is the evaluator's to say."""
    return Computed(ast.Number(span=b.span(start, end), value=c[0].value))


def key_template(b: Builder, c: list[Any], start: int, end: int) -> ast.Text:
    """`` `count`: ``."""
    return ast.Text(span=b.span(start, end), value=c[0].value)


def key_computed_template(b: Builder, c: list[Any], start: int, end: int) -> Computed:
    """`` `${a}_count`: ``."""
    return Computed(template(b, c, start, end))


def key_computed(_b: Builder, c: list[Any], _start: int, _end: int) -> Computed:
    """`[a]:`."""
    return Computed(c[1])


def pair(b: Builder, c: list[Any], start: int, end: int) -> ast.Property:
    """`key: value`."""
    return _property(b, c[0], c[2], start, end)


def short(b: Builder, c: list[Any], start: int, end: int) -> ast.Property:
    """`a`."""
    span, word = b.span(start, end), c[0].value
    return ast.Property(
        span=span,
        key=ast.Text(span=span, value=word),
        computed=False,
        shorthand=True,
        value=ast.Name(span=span, id=word),
    )


def short_default(b: Builder, c: list[Any], start: int, end: int) -> ast.Property:
    """`a = 1`, which only a pattern may hold: reported later, unless the object becomes one."""
    span, key = b.span(start, end), b.span(c[0].start, c[0].end)
    b.covers[start] = span
    value = ast.Assign(span=span, operator="=", target=ast.Name(span=key, id=c[0].value), value=c[2])
    return ast.Property(
        span=span, key=ast.Text(span=key, value=c[0].value), computed=False, shorthand=True, value=value
    )


def method(b: Builder, c: list[Any], start: int, end: int) -> ast.Property:
    """`key(a) {…}`."""
    key, _, found, _, body = c
    return _property(b, key, _method(b, key, found, body, start, end, False), start, end)


def method_async(b: Builder, c: list[Any], start: int, end: int) -> ast.Property:
    """`async key(a) {…}`."""
    _, key, _, found, _, body = c
    return _property(b, key, _method(b, key, found, body, start, end, True), start, end)


def _property(b: Builder, key: Any, value: ast.Expression, start: int, end: int) -> ast.Property:
    computed = isinstance(key, Computed)
    if isinstance(key, Computed):
        key = key.expression
    return ast.Property(span=b.span(start, end), key=key, computed=computed, shorthand=False, value=value)


def _method(
    b: Builder, key: Any, found: list[Any], body: ast.Block, start: int, end: int, asynchronous: bool
) -> ast.Function:
    known = key.value if isinstance(key, ast.Text) else None
    return function(b, known, found, body, start, end, arrow=False, asynchronous=asynchronous)
