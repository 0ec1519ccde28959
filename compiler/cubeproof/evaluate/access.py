"""Members and calls: `a.b`, `a[b]`, `a?.b`, `a.b(c)`, and what may be read, written and gone through.

Knows the kinds of values; the methods of lists, texts and numbers are tables elsewhere.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, assert_never

from cubeproof.evaluate import (
    array_methods,
    coerce,
    number_methods,
    object_methods,
    pattern_methods,
    string_methods,
)
from cubeproof.evaluate.arguments import not_callable, without_gaps
from cubeproof.evaluate.context import Watched
from cubeproof.evaluate.numbers import array_index
from cubeproof.evaluate.objects import INHERITED, put
from cubeproof.evaluate.ropes import units, whole
from cubeproof.evaluate.scope import Scope
from cubeproof.evaluate.special import Iteration, Pattern
from cubeproof.evaluate.values import (
    PROTOTYPES,
    UNDEFINED,
    Array,
    Declaring,
    Exports,
    Function,
    Lazy,
    Match,
    Native,
    Object,
    Refusal,
    Rope,
    Slot,
    Symbol,
    Undefined,
    Value,
    not_yet,
    out_of_reach,
    told,
)
from cubeproof.parse import ast
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

_FUNCTION_MEMBERS: Final = INHERITED | {
    "apply",
    "arguments",
    "bind",
    "call",
    "caller",
    "length",
    "name",
    "prototype",
}


Method = Callable[["Interpreter", Any, list[Value], Span], Value]
METHODS: Final[Mapping[type[object], Mapping[str, Method]]] = {
    Array: {**object_methods.OWN, **array_methods.METHODS},
    Match: {**object_methods.OWN, **array_methods.METHODS},
    **dict.fromkeys((Function, Native), object_methods.FUNCTION),
    Pattern: pattern_methods.METHODS,
    str: string_methods.METHODS,
    Rope: string_methods.OF_ROPES,
    float: number_methods.NUMBER,
    bool: number_methods.BOOLEAN,
    **dict.fromkeys((Object, Watched, Exports), object_methods.OBJECT),
}
"""What can be called on a value, by its kind."""
_NONE: Final[Mapping[str, Method]] = {}

ARRAY_MEMBERS: Final = array_methods.MEMBERS
_MEMBERS: Final[Mapping[type[object], frozenset[str]]] = {
    **dict.fromkeys((Object, Watched, Exports), INHERITED),
    Array: array_methods.MEMBERS,
    Match: array_methods.MEMBERS,
    str: string_methods.MEMBERS,
    float: number_methods.MEMBERS,
    bool: INHERITED,
}
"""What the language has on a value; what is in neither table is undefined."""


class _Short(Exception):
    """A `?.` met undefined or null: the whole chain is undefined."""


def chain(interpreter: "Interpreter", node: ast.Member | ast.Index | ast.Call, scope: Scope) -> Value:
    """Evaluate a chain of members, indexes and calls."""
    depth = interpreter.depth
    try:
        return _link(interpreter, node, scope)
    except _Short:
        interpreter.depth = depth
        return UNDEFINED


def _link(interpreter: "Interpreter", node: ast.Member | ast.Index | ast.Call, scope: Scope) -> Value:
    match node:
        case ast.Member() | ast.Index():
            base = _base(interpreter, node.object, node, scope)
            if node.optional and coerce.is_nullish(base):
                raise _Short
            return read(interpreter, base, *key_of(interpreter, node, scope), node.object)
        case ast.Call(callee=ast.Member() | ast.Index() as target):
            return _method(interpreter, node, target, scope)
        case ast.Call():
            callee = _base(interpreter, node.callee, node, scope)
            if node.optional and coerce.is_nullish(callee):
                raise _Short
            report = interpreter.report
            if isinstance(callee, Declaring) and not interpreter.keep:
                interpreter.report = callee.report
            given = arguments(interpreter, node.arguments, scope)
            interpreter.report = report
            if not _callable(callee):
                raise not_callable(callee, f"`{shown(node.callee)}`", node.span)
            return interpreter.invoke(callee, given, node.span)
        case _:
            assert_never(node)


def _base(interpreter: "Interpreter", inner: ast.Expression, node: ast.Expression, scope: Scope) -> Value:
    """What stands before a `.`, `[` or `(`; a short cut passes through, unless parentheses hold it."""
    if not isinstance(inner, ast.Member | ast.Index | ast.Call):
        return interpreter.value(inner, scope)
    interpreter.spend(1, inner.span)
    interpreter.deeper(1, inner.span)
    # Parentheses leave no node, but a chain begins where its first link begins.
    link = _link if inner.span.start == node.span.start else chain
    result = link(interpreter, inner, scope)
    interpreter.depth -= 1
    return result


def key_of(interpreter: "Interpreter", node: ast.Member | ast.Index, scope: Scope) -> tuple[str, Span]:
    """The key that a member or index names, and its place."""
    if isinstance(node, ast.Member):
        return node.name, node.name_span
    return property_key(interpreter, interpreter.value(node.index, scope), node.index.span), node.index.span


def _method(
    interpreter: "Interpreter", node: ast.Call, target: ast.Member | ast.Index, scope: Scope
) -> Value:
    """`object.name(arguments)`."""
    base = _base(interpreter, target.object, node, scope)
    if coerce.is_nullish(base) and target.optional:
        raise _Short
    name, name_span = key_of(interpreter, target, scope)
    method = METHODS.get(type(base), _NONE).get(name)
    if isinstance(base, Array) and base.gaps and name not in array_methods.WITH_GAPS and method is not None:
        without_gaps(base, name_span)
    if method is not None and not (isinstance(base, Object) and base.get(name) is not None):
        given = arguments(interpreter, node.arguments, scope)
        interpreter.deeper(1, node.span)
        if isinstance(base, str):
            interpreter.look(base, node.span)
        result = method(interpreter, base, given, node.span)
        interpreter.depth -= 1
        return result
    callee = read(interpreter, base, name, name_span, target.object)
    if node.optional and coerce.is_nullish(callee):
        raise _Short
    given = arguments(interpreter, node.arguments, scope)
    if not _callable(callee):
        raise not_callable(callee, f"`{shown(target)}`", node.span)
    return interpreter.invoke(callee, given, node.span, base)


def _callable(value: Value) -> bool:
    return coerce.typeof(value) == "function" and not isinstance(value, Lazy)


def arguments(
    interpreter: "Interpreter", nodes: tuple[ast.Expression | ast.Spread, ...], scope: Scope
) -> list[Value]:
    """The values of arguments, in order."""
    given: list[Value] = []
    depth, failed = interpreter.depth, False
    for node in nodes:
        try:
            if isinstance(node, ast.Spread):
                items = iterate(interpreter, interpreter.value(node.argument, scope), node.span)
                interpreter.size(len(given) + len(items), node.span)
                given.extend(items)
            else:
                given.append(interpreter.value(node, scope))
        except Refusal as refusal:
            failed = interpreter.part_failed(refusal, depth)
    if failed:
        raise told(nodes[0].span)
    return given


def shown(node: ast.Expression) -> str:
    """An expression as typed, for a message; a long one shortened."""
    text = " ".join(node.span.source.text[node.span.start : node.span.end].split())
    return text if len(text) <= 40 else text[:39] + "…"


def property_key(interpreter: "Interpreter", value: Value, span: Span) -> str:
    """What a value is as a key."""
    return value if isinstance(value, str) else interpreter.words(value, span)


def read(
    interpreter: "Interpreter", base: Value, key: str, span: Span, node: ast.Expression | None = None
) -> Value:
    """`base[key]`; what the language has and we do not is refused, never undefined."""
    match base:
        case Object():
            slot = base.get(key)
            if slot is not None:
                return slot.value
        case Symbol():
            return base.member(key, span)
        case Array() if key == "length":
            return float(len(base.items))
        case Array() if (index := array_index(key)) is not None:
            return base.items[index] if index < len(base.items) else UNDEFINED
        case Match() if key in base.extra:
            return base.extra[key]
        case str() if key == "length" or array_index(key) is not None:
            interpreter.look(base, span)
            return _of_text(base, key)
        case Rope():
            raise interpreter.holes(span)
        case None | Undefined():
            what = f"`{shown(node)}` is {coerce.kind(base)}" if node else f"it is read of {coerce.kind(base)}"
            raise Refusal(f"`{key}` cannot be read: {what}", span, code="E204")
        case _:
            pass
    return _absent(base, key, span)


def _absent(base: Value, key: str, span: Span) -> Value:
    """What is no key of its own: undefined, if neither the language nor a file that is still run may have it."""
    if isinstance(base, Exports) and base.running:
        raise not_yet(key, span)
    if key in _MEMBERS.get(type(base), _FUNCTION_MEMBERS):
        if key in PROTOTYPES:
            raise out_of_reach(key, span)
        raise Refusal(f"`{key}` of {coerce.kind(base)} is not supported yet", span, code="E207")
    return UNDEFINED


def _of_text(text: str, key: str) -> Value:
    halves = units(text)
    if key == "length":
        return float(len(halves))
    index = int(key)
    return whole(halves[index]) if index < len(halves) else UNDEFINED


def write(interpreter: "Interpreter", target: ast.Member | ast.Index, value: Value, scope: Scope) -> None:
    """`object.key = value`."""
    base = interpreter.value(target.object, scope)
    write_key(interpreter, base, *key_of(interpreter, target, scope), value, target)


def write_key(
    interpreter: "Interpreter",
    base: Value,
    key: str,
    span: Span,
    value: Value,
    target: ast.Member | ast.Index,
) -> None:
    """Set a key of an object or an item of a list."""
    if isinstance(base, Object | Array) and _settable(base, key):
        set_key(interpreter, base, key, value, target.span, span)
        return
    if isinstance(base, Pattern):
        pattern_methods.set_member(interpreter, base, key, value, target.span)
        return
    if coerce.is_nullish(base):
        message = f"`{key}` cannot be set: `{shown(target.object)}` is {coerce.kind(base)}"
        raise Refusal(message, target.span, code="E204")
    if key in PROTOTYPES:
        raise out_of_reach(key, target.span)
    if isinstance(base, Native):
        raise Refusal(
            f"`{base.name}` belongs to the language and cannot be changed", target.span, code="E202"
        )
    raise Refusal(f"setting `{key}` of {coerce.kind(base)} is not supported yet", target.span, code="E209")


def _settable(base: Object | Array, key: str) -> bool:
    if isinstance(base, Object):
        return key != "__proto__"
    return key == "length" or array_index(key) is not None


def set_key(
    interpreter: "Interpreter",
    base: Object | Array,
    key: str,
    value: Value,
    span: Span,
    place: Span | None = None,
) -> None:
    """Set a key of an object or an item of a list; `place` is that of the key."""
    if not _settable(base, key):
        raise Refusal(f"setting `{key}` of {coerce.kind(base)} is not supported yet", span, code="E209")
    if isinstance(base, Array):
        _set_item(interpreter, base, key, value, span)
        return
    interpreter.change(base, span)
    if key not in base.slots and len(base.slots) >= interpreter.limits.items:
        interpreter.size(len(base.slots) + 1, span)
    interpreter.spend(put(base, key, Slot(value, place or span, place or span)), span)


def _set_item(interpreter: "Interpreter", base: Array, key: str, value: Value, span: Span) -> None:
    """`list[index] = value`, `list.length = n`; what is skipped beyond the end are gaps."""
    interpreter.change(base, span)
    index, length = array_index(key), len(base.items)
    if index is not None and index < length:
        base.items[index] = value
    elif index == length:
        push(interpreter, base, value, span)
    else:
        wanted = interpreter.number(value, span) if index is None else index + 1.0
        if not 0 <= wanted < 2.0**32 or wanted != int(wanted):
            raise Refusal("the length of a list must be a whole number", span, code="E218")
        interpreter.size(int(wanted), span)
        base.gaps = base.gaps or wanted > length
        del base.items[int(wanted) :]
        base.items.extend([UNDEFINED] * (int(wanted) - length))
        if index is not None:
            base.items[index] = value
        base.gaps = base.gaps and bool(base.items)


def push(interpreter: "Interpreter", target: Array, value: Value, span: Span) -> None:
    """Append to a list within its bounds."""
    if len(target.items) >= interpreter.limits.items:
        interpreter.size(len(target.items) + 1, span)
    interpreter.spend(1, span)
    target.items.append(value)


def iterate(interpreter: "Interpreter", value: Value, span: Span) -> list[Value]:
    """The items that `...`, `for … of` and array patterns go through; a copy."""
    if isinstance(value, Iteration):
        items = list(value.items)
        interpreter.size(len(items), span)
        return items
    value = interpreter.plain(value, span)
    if isinstance(value, Array):
        interpreter.size(len(value.items), span)
        return list(value.items)
    if isinstance(value, str):
        interpreter.size(len(value), span)
        return list(value)
    if isinstance(value, Rope):
        raise interpreter.holes(span)
    raise Refusal(f"{coerce.kind(value)} is not a list that can be gone through", span, code="E206")
