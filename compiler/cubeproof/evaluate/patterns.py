"""Destructuring: taking a value apart into names. Knows no statement.

`declare` fills names that a scope makes new, `assign` those that exist, or members; both follow ECMA-262's
order: a default is evaluated only for undefined, and after what stands before it.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, assert_never

from cubeproof.evaluate import access, coerce
from cubeproof.evaluate.names import missing, unknown
from cubeproof.evaluate.object_functions import own
from cubeproof.evaluate.objects import put
from cubeproof.evaluate.scope import Live, Missing, Scope
from cubeproof.evaluate.values import UNDEFINED, Object, Refusal, Slot, Value
from cubeproof.parse import ast
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

Target = ast.Name | ast.Member | ast.Index
Leaf = Callable[["Interpreter", Target, Value, Scope], None]


def declare(interpreter: "Interpreter", pattern: ast.Pattern, value: Value, scope: Scope) -> None:
    """Bind the names of a pattern in this very scope."""
    if isinstance(pattern, ast.Name):
        scope.variables[pattern.id] = value
        return
    _match(interpreter, pattern, value, scope, _declare_leaf)


def assign(interpreter: "Interpreter", pattern: ast.Pattern, value: Value, scope: Scope) -> None:
    """Give new values to what a pattern names."""
    _match(interpreter, pattern, value, scope, assign_leaf)


def _declare_leaf(interpreter: "Interpreter", target: Target, value: Value, scope: Scope) -> None:
    if not isinstance(target, ast.Name):
        raise Refusal("only names can be declared", target.span, code="E209")
    scope.variables[target.id] = value


def assign_leaf(interpreter: "Interpreter", target: Target, value: Value, scope: Scope) -> None:
    """`name = value`, `object.key = value`."""
    if not isinstance(target, ast.Name):
        access.write(interpreter, target, value, scope)
        return
    found = scope.find(target.id)
    if found is None:
        raise unknown(target.id, scope, target.span)
    before = found.variables[target.id]
    if isinstance(before, Missing) and not isinstance(before, Live):
        raise missing(target.id, before, target.span)
    if found.fixed is not None and target.id in found.fixed:
        raise Refusal(
            f"`{target.id}` is a constant and cannot be assigned", target.span, code="E202",
            help="declare it with `let`",
        )  # fmt: skip
    if interpreter.keep and found.maker is not interpreter:
        raise interpreter.outside(target.span)
    found.variables[target.id] = value


def names(pattern: ast.Pattern) -> Iterator[ast.Name]:
    """The names that a pattern binds, in order."""
    match pattern:
        case ast.Name():
            yield pattern
        case ast.Default() | ast.Rest():
            yield from names(pattern.target)
        case ast.ArrayPattern():
            for element in pattern.elements:
                if element is not None:
                    yield from names(element)
        case ast.ObjectPattern():
            for item in pattern.properties:
                yield from names(item.target)
        case ast.Member() | ast.Index():
            pass
        case _:
            assert_never(pattern)


def _match(interpreter: "Interpreter", pattern: ast.Pattern, value: Value, scope: Scope, leaf: Leaf) -> None:
    match pattern:
        case ast.Name() | ast.Member() | ast.Index():
            leaf(interpreter, pattern, value, scope)
        case ast.Default():
            if value is UNDEFINED:
                value = interpreter.value(pattern.value, scope)
            _match(interpreter, pattern.target, value, scope, leaf)
        case ast.Rest():
            _match(interpreter, pattern.target, value, scope, leaf)
        case ast.ArrayPattern():
            _match_array(interpreter, pattern, value, scope, leaf)
        case ast.ObjectPattern():
            _match_object(interpreter, pattern, value, scope, leaf)
        case _:
            assert_never(pattern)


def _match_array(
    interpreter: "Interpreter", pattern: ast.ArrayPattern, value: Value, scope: Scope, leaf: Leaf
) -> None:
    interpreter.deeper(1, pattern.span)
    items = access.iterate(interpreter, value, pattern.span)
    for index, element in enumerate(pattern.elements):
        if element is None:
            continue
        if isinstance(element, ast.Rest):
            rest = interpreter.array(items[index:], element.span)
            _match(interpreter, element, rest, scope, leaf)
        else:
            item = items[index] if index < len(items) else UNDEFINED
            _match(interpreter, element, item, scope, leaf)
    interpreter.depth -= 1


def _match_object(
    interpreter: "Interpreter", pattern: ast.ObjectPattern, value: Value, scope: Scope, leaf: Leaf
) -> None:
    if coerce.is_nullish(value):
        raise Refusal(f"{coerce.kind(value)} cannot be taken apart", pattern.span, code="E206")
    interpreter.deeper(1, pattern.span)
    taken: set[str] = set()
    for item in pattern.properties:
        if isinstance(item, ast.Rest):
            _match(interpreter, item, _rest(interpreter, value, taken, item.span), scope, leaf)
            continue
        key = access.property_key(interpreter, interpreter.value(item.key, scope), item.key.span)
        taken.add(key)
        _match(interpreter, item.target, access.read(interpreter, value, key, item.key.span), scope, leaf)
    interpreter.depth -= 1


def _rest(interpreter: "Interpreter", value: Value, taken: set[str], span: Span) -> Object:
    """What `...rest` has: the own keys that are not taken."""
    rest = interpreter.own(Object())
    if isinstance(value, Object):
        interpreter.size(len(value.slots), span)
        for key, slot in value.slots.items():
            if key not in taken:
                put(rest, key, Slot(slot.value, slot.key_span, slot.value_span))
        return rest
    for key, item in own(interpreter, value, span):
        if key not in taken:
            put(rest, key, Slot(item, span, span))
    return rest
