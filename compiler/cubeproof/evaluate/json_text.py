"""`JSON.parse` and `JSON.stringify`, by ECMA-262 25.5. Knows no scope."""

from typing import TYPE_CHECKING

from cubeproof.evaluate.arguments import at, first, integer
from cubeproof.evaluate.coerce import kind
from cubeproof.evaluate.numbers import number_text
from cubeproof.evaluate.objects import value_of
from cubeproof.evaluate.values import (
    UNDEFINED,
    Array,
    Builtin,
    Factory,
    Function,
    Lazy,
    Native,
    Object,
    Refusal,
    Rope,
    Undefined,
    Value,
)
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter


def parse(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    """`JSON.parse(text)`."""
    import json

    text = interpreter.words(first(given), span)
    if at(given, 1) is not UNDEFINED:
        raise Refusal("`JSON.parse` with a function is not supported yet", span, code="E209")
    interpreter.spend(len(text), span)
    try:
        # every number of the language is a float: -0 keeps its sign, and 1e400 is Infinity
        data = json.loads(text, parse_int=float, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refusal("this text is no JSON", span, code="E218") from None
    return _owned(interpreter, value_of(data, span))


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _owned(interpreter: "Interpreter", value: Value) -> Value:
    todo = [value]
    while todo:
        item = todo.pop()
        if isinstance(item, Array):
            todo.extend(interpreter.own(item).items)
        elif isinstance(item, Object):
            todo.extend(slot.value for slot in interpreter.own(item).slots.values())
    return value


def stringify(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    """`JSON.stringify(value, null, indent)`; undefined where there is nothing to write."""
    if at(given, 1) is not UNDEFINED and at(given, 1) is not None:
        raise Refusal(
            "`JSON.stringify` with a function or a list of keys is not supported yet", span, code="E209"
        )
    gap = at(given, 2)
    if isinstance(gap, float):
        indent = " " * int(min(max(integer(interpreter, gap, span), 0), 10))
    else:
        indent = gap[:10] if isinstance(gap, str) else ""
    text = _write(interpreter, first(given), indent, "", span)
    return UNDEFINED if text is None else interpreter.text(text, span)


def _write(interpreter: "Interpreter", value: Value, indent: str, margin: str, span: Span) -> str | None:
    if isinstance(value, Native) and value.function is not None:
        return None
    value = interpreter.plain(value, span)
    match value:
        case Undefined() | Function() | Builtin() | Factory() | Lazy():
            return None
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case float():
            return number_text(value) if abs(value) < float("inf") else "null"
        case str():
            return quoted(value)
        case Rope():
            raise interpreter.holes(span)
        case Array() | Object():
            interpreter.deeper(1, span)
            written = _members(interpreter, value, indent, margin, span)
            interpreter.depth -= 1
            return written
        case _:
            raise Refusal(f"{kind(value)} cannot be written as JSON", span, code="E213")


def _members(interpreter: "Interpreter", value: Array | Object, indent: str, margin: str, span: Span) -> str:
    inner = margin + indent
    parts: list[str] = []
    total = 0
    if isinstance(value, Array):
        opening, closing = "[", "]"
        for item in value.items:
            parts.append(_write(interpreter, item, indent, inner, span) or "null")
            total += len(parts[-1]) + len(inner)
            interpreter.reserve(total, span) if total > interpreter.limits.text else interpreter.spend(
                1, span
            )
    else:
        opening, closing = "{", "}"
        for key, slot in value.slots.items():
            written = _write(interpreter, slot.value, indent, inner, span)
            if written is not None:
                parts.append(f"{quoted(key)}:{' ' if indent else ''}{written}")
                total += len(parts[-1]) + len(inner)
                interpreter.reserve(total, span) if total > interpreter.limits.text else interpreter.spend(
                    1, span
                )
    interpreter.spend(total // 32, span)
    if not parts:
        return opening + closing
    if not indent:
        return opening + ",".join(parts) + closing
    separator = f",\n{inner}"
    return f"{opening}\n{inner}{separator.join(parts)}\n{margin}{closing}"


def quoted(text: str) -> str:
    """A text as a JSON string, escaped no more than needed."""
    import json

    return json.dumps(text, ensure_ascii=False)
