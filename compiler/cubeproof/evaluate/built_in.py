"""What the built-in modules can do beyond the language, for they are models too: `built_in/*.js`, run by this interpreter.

`sqlOf(value)` is the SQL of a property, evaluated where the built-in is used: with its names, its guards, its caller's
questions. Knows no module by name but for which there are.
"""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate import forcing, functions, ropes
from cubeproof.evaluate.arguments import first
from cubeproof.evaluate.coerce import kind
from cubeproof.evaluate.values import Function, Lazy, Native, Object, Refusal, Rope, Slot, Symbol, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

BUILT_IN: Final = ("Funnels", "RefreshKeys")


def names() -> Mapping[str, Value]:
    """The names that stand in the scope of a built-in module."""
    given = {"sqlOf": _sql_of, "rowsOf": _rows_of, "tool": _tool, "fail": _fail}
    return {name: Native(name, function) for name, function in given.items()}


def exported(exports: Value) -> Value:
    """What a model gets: functions that, where they refuse, point at its own call."""
    if not isinstance(exports, Object):
        return exports
    slots = {
        key: Slot(Native(key, partial(_called, slot.value)), slot.key_span, slot.value_span)
        for key, slot in exports.slots.items()
    }
    return Object(slots)


def _called(function: Value, interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    assert isinstance(function, Function)  # noqa: S101 — built-in modules export functions
    own = function.node.span.source
    try:
        return functions.invoke(interpreter, function, given, span)
    except Refusal as refusal:
        if refusal.span.source is own:
            refusal.span = span
        raise


def _sql_of(interpreter: "Interpreter", given: list[Value], span: Span) -> str | Rope:
    """The SQL of a template, function or text."""
    value = first(given)
    known = interpreter.known
    match value:
        case Lazy():
            value = forcing.lazy(interpreter, value, known)
        case Function():
            value = functions.call_by_name(interpreter, value, known)
        case _:
            pass
    if isinstance(value, Symbol):
        hole = value.hole(span)
        value = hole if isinstance(hole, str | Rope) else Rope((hole,))
    if not isinstance(value, str | Rope):
        raise Refusal(f"`sql` of a built-in is {kind(value)}, but must be a template", span, code="E256")
    return value


def _rows_of(interpreter: "Interpreter", given: list[Value], span: Span) -> str | Rope:
    """The same, where rows are read from: a query in brackets, and with a name; a table's name as it is."""
    value = _sql_of(interpreter, given, span)
    start = value if isinstance(value, str) else value.pieces[0]
    if not isinstance(start, str):
        return ropes.text_of((value, " AS e"))
    if start.lstrip().lower().startswith(("select", "with")):
        return ropes.text_of(("(", value, ") AS e"))
    return value


def _tool(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    """What a template knows under a name, such as `SQL_UTILS`."""
    name = first(given)
    assert isinstance(name, str)  # noqa: S101 — built-in modules name what they need
    found: Value = interpreter.known[name]
    return found


def _fail(interpreter: "Interpreter", given: list[Value], span: Span) -> Value:
    raise Refusal(str(first(given)), span, code="E229")
