"""Helpers: evaluate texts, and show values as `record.mjs` shows them."""

import json
import math
from collections.abc import Mapping

from cubeproof.diagnostics import Diagnostic, Result
from cubeproof.evaluate import Declaration, Environment, evaluate
from cubeproof.evaluate.numbers import number_text
from cubeproof.evaluate.values import UNDEFINED, Array, Function, Hole, Native, Object, Rope, Value
from cubeproof.workspace import from_texts


def run(files: str | Mapping[str, str], **environment: object) -> Result[tuple[Declaration, ...]]:
    """Evaluate files by name; a text alone is `A.js`."""
    project = from_texts({"A.js": files} if isinstance(files, str) else files)
    declarations, diagnostics = evaluate(project.value, Environment(**environment))
    return Result(declarations, (*project.diagnostics, *diagnostics))


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [diagnostic.code for diagnostic in diagnostics]


def slot(text: str, key: str = "v", **environment: object) -> Value:
    """The value of a property of the only cube that a text declares."""
    declarations, diagnostics = run(text, **environment)
    assert [] == [f"{d.code} {d.message}" for d in diagnostics]
    return declarations[0].body.slots[key].value


def value(expression: str, **environment: object) -> Value:
    return slot(f"const v = ({expression})\ncube('A', {{v}})", **environment)


def refusal(text: str, **environment: object) -> Diagnostic:
    """The one thing that is wrong with a text."""
    _, diagnostics = run(text, **environment)
    assert 1 == len(diagnostics), [f"{d.code} {d.message}" for d in diagnostics]
    return diagnostics[0]


def marked(diagnostic: Diagnostic) -> str:
    """The text that a diagnostic points at."""
    assert diagnostic.span is not None
    return diagnostic.span.source.text[diagnostic.span.start : diagnostic.span.end]


def shown(item: Value) -> str:
    if item is UNDEFINED:
        return "undefined"
    if item is None:
        return "null"
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, float):
        return "-0" if item == 0 and math.copysign(1, item) < 0 else number_text(item)
    if isinstance(item, str):
        # Node escapes no separator of lines, and neither do we.
        return json.dumps(item, ensure_ascii=False)
    if isinstance(item, Rope):
        return "|".join(piece if isinstance(piece, str) else f"<{hole_name(piece)}>" for piece in item.pieces)
    if isinstance(item, Array):
        return "[" + ", ".join(shown(each) for each in item.items) + "]"
    if isinstance(item, Object):
        return "{" + ", ".join(f"{shown(key)}: {shown(slot.value)}" for key, slot in item.slots.items()) + "}"
    assert isinstance(item, Function | Native)
    return "function"


def hole_name(hole: Hole) -> str:
    return str(getattr(hole, "name", hole))
