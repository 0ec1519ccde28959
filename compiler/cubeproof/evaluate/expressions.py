"""Literals, templates, arrays, objects and what else computes a value without an operator or a call."""

from typing import TYPE_CHECKING

from cubeproof.evaluate import access
from cubeproof.evaluate.names import INSTEAD_OF_NEW, look_up
from cubeproof.evaluate.object_functions import own
from cubeproof.evaluate.objects import put
from cubeproof.evaluate.ropes import TextLike, length, text_of
from cubeproof.evaluate.scope import Scope
from cubeproof.evaluate.values import (
    UNDEFINED,
    Array,
    Lazy,
    Object,
    Promise,
    Refusal,
    Rope,
    Slot,
    Symbol,
    Thrown,
    Value,
    out_of_reach,
    told,
)
from cubeproof.parse import ast

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

_ERRORS = ("Error", "TypeError", "RangeError")


def name(interpreter: "Interpreter", node: ast.Name, scope: Scope) -> Value:
    """A name: whatever the nearest scope says."""
    return look_up(node.id, scope, node.span)


def literal(interpreter: "Interpreter", node: ast.Text | ast.Number | ast.Boolean, scope: Scope) -> Value:
    """A text, number or boolean as typed."""
    return node.value


def null(interpreter: "Interpreter", node: ast.Null, scope: Scope) -> Value:
    """`null`."""
    return None


def regex(interpreter: "Interpreter", node: ast.Regex, scope: Scope) -> Value:
    """`/a+/g`: a new one each time, since it remembers where to go on."""
    from cubeproof.evaluate.pattern_methods import pattern_of

    return pattern_of(interpreter, node.pattern, node.flags, node.span)


def template(interpreter: "Interpreter", node: ast.Template, scope: Scope) -> Value:
    """`` `text ${value}` ``: a text, or a rope where a value is a hole."""
    if len(node.parts) == 1 and isinstance(node.parts[0], ast.Chunk):
        return interpreter.text(node.parts[0].value, node.span)
    pieces: list[TextLike] = []
    total, depth, failed = 0, interpreter.depth, False
    for part in node.parts:
        if isinstance(part, ast.Chunk):
            piece: TextLike = part.value
        else:
            try:
                piece = _interpolated(interpreter, part, scope)
            except Refusal as refusal:
                failed = interpreter.part_failed(refusal, depth)
                continue
        total += length(piece)
        if total > interpreter.limits.text:
            interpreter.reserve(total, node.span)
        pieces.append(piece)
    if failed:
        raise told(node.span)
    return interpreter.text(text_of(pieces), node.span)


def _interpolated(interpreter: "Interpreter", part: ast.Interpolation, scope: Scope) -> TextLike:
    """`${value}`: the place of a hole is its `${`; that of a failure the expression inside."""
    value = interpreter.value(part.expression, scope)
    if isinstance(value, Symbol):
        return text_of((value.hole(part.span),))
    return interpreter.as_text(value, part.span)


def array(interpreter: "Interpreter", node: ast.Array, scope: Scope) -> Value:
    """`[a, ...b]`."""
    items: list[Value] = []
    depth, failed = interpreter.depth, False
    for element in node.elements:
        try:
            if isinstance(element, ast.Spread):
                more = access.iterate(interpreter, interpreter.value(element.argument, scope), element.span)
                interpreter.size(len(items) + len(more), element.span)
                items.extend(more)
            else:
                items.append(UNDEFINED if element is None else interpreter.value(element, scope))
        except Refusal as refusal:
            failed = interpreter.part_failed(refusal, depth)
    if failed:
        raise told(node.span)
    made = interpreter.array(items, node.span)
    made.gaps = None in node.elements
    return made


def object_literal(interpreter: "Interpreter", node: ast.Object, scope: Scope) -> Value:
    """`{key: value, ...b}`: inside a declaration a value that fails is reported, and the others still looked at."""
    made = interpreter.own(Object())
    depth = interpreter.depth
    for item in node.properties:
        try:
            _property(interpreter, item, made, scope)
        except Refusal as refusal:
            interpreter.part_failed(refusal, depth)
            if isinstance(item, ast.Property) and isinstance(item.key, ast.Text):
                made.broken += (item.key.value,)
                made.slots.pop(item.key.value, None)
            else:
                made.broken += ("*",)
    made.broken += node.lost
    if made.broken and interpreter.keep:
        raise told(node.span)
    return made


def _property(
    interpreter: "Interpreter", item: ast.Property | ast.Spread, made: Object, scope: Scope
) -> None:
    if isinstance(item, ast.Spread):
        _spread(interpreter, item, made, scope)
        return
    if item.shorthand and isinstance(item.value, ast.Assign):
        raise told(item.span)  # `{a = 1}`, which the parser has reported
    if item.computed:
        key = access.property_key(interpreter, interpreter.value(item.key, scope), item.key.span)
    else:
        key = item.key.value if isinstance(item.key, ast.Text) else ""
    value: Value
    value = Lazy(item.value, scope) if id(item) in scope.home.lazies else interpreter.value(item.value, scope)
    if key == "__proto__" and not item.computed and not item.shorthand:
        raise out_of_reach(key, item.key.span)
    if key in made.slots and not item.computed:
        made.duplicates += ((key, item.key.span),)
    interpreter.spend(put(made, key, Slot(value, item.key.span, item.value.span)), item.span)


def _spread(interpreter: "Interpreter", item: ast.Spread, made: Object, scope: Scope) -> None:
    """`...value` in an object: own keys, positions of lists and texts; nothing of what has no keys."""
    value = interpreter.plain(interpreter.value(item.argument, scope), item.span)
    if isinstance(value, Object):
        interpreter.size(len(made.slots) + len(value.slots), item.span)
        for key, slot in value.slots.items():
            interpreter.spend(put(made, key, Slot(slot.value, slot.key_span, slot.value_span)), item.span)
        made.broken += value.broken
    elif isinstance(value, Array | str):
        for key, entry in own(interpreter, value, item.span):
            put(made, key, Slot(entry, item.span, item.span))
    elif isinstance(value, Rope):
        raise interpreter.holes(item.span)


def conditional(interpreter: "Interpreter", node: ast.Conditional, scope: Scope) -> Value:
    """`test ? then : otherwise`; a row of them costs no depth."""
    branch: ast.Expression = node
    while isinstance(branch, ast.Conditional):
        test = interpreter.value(branch.test, scope)
        branch = branch.then if interpreter.truthy(test, branch.test.span) else branch.otherwise
    return interpreter.value(branch, scope)


def sequence(interpreter: "Interpreter", node: ast.Sequence, scope: Scope) -> Value:
    """`a, b`: the value of the last."""
    value: Value = UNDEFINED
    for expression in node.expressions:
        value = interpreter.value(expression, scope)
    return value


def awaited(interpreter: "Interpreter", node: ast.Await, scope: Scope) -> Value:
    """`await value`: nothing ever has to be waited for."""
    value = interpreter.value(node.argument, scope)
    if isinstance(value, Object) and "then" in value.slots:
        raise Refusal(
            "an object with `then` cannot be awaited: its `then` would be called", node.span, code="E209",
            help="give it another key, or use the value without `await`",
        )  # fmt: skip
    return value.result if isinstance(value, Promise) else value


def new(interpreter: "Interpreter", node: ast.New, scope: Scope) -> Value:
    """`new Error('…')`, to be thrown."""
    if node.callee not in _ERRORS:
        help_ = INSTEAD_OF_NEW.get(node.callee, "write an object `{…}`, or a function that returns one")
        raise Refusal(
            f"`new {node.callee}` is not part of the model language: `new` makes errors alone", node.span,
            code="E132", help=help_,
        )  # fmt: skip
    given = access.arguments(interpreter, node.arguments, scope)
    message = interpreter.as_text(given[0], node.span) if given and given[0] is not UNDEFINED else ""
    return Thrown(node.callee, message)
