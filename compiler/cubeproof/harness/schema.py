"""The JSON Schema of scenario files, for editors: what `reading.py` accepts, as far as a schema can say it."""

from typing import Any, Final, get_args

from cubeproof.emit import names as dialect_names
from cubeproof.harness import expectations
from cubeproof.harness.scenario import State
from cubeproof.harness.states import STATES

_NAME: Final = {"type": "string", "pattern": "^[A-Za-z0-9_][A-Za-z0-9_.-]*$"}


def _some(items: dict[str, Any]) -> dict[str, Any]:
    """One, or a list."""
    return {"anyOf": [items, {"type": "array", "items": items}]}


def _object(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {
        "type": "object", "properties": properties, "required": list(required), "additionalProperties": False,
    }  # fmt: skip


def _expectation() -> dict[str, Any]:
    text: dict[str, Any] = {"type": "string"}
    words = {"type": ["string", "null", "boolean", "number"]}
    guard = {key: {"type": ["string", "null"]} for key in expectations.GUARD}
    found = {
        "tokens": _some(text), "queries": _some(text), "dialects": _some(text), "claim-states": _some(words),
        "snapshot": {"const": True},
        "rows": {"type": "array", "items": {"type": "array"}},
        "guard": _object(guard),
        "state": {"enum": list(get_args(State))},
        "error": _object({"code": text, "contains": text}, "code"),
        "skip": text,
        "until": {"type": "string", "format": "date"},
        "cube": text,
        "visible": _object({"key": text, "only": {"type": "array"}}, "key", "only"),
        "never": _object({"key": text, "values": {"type": "array"}}, "key", "values"),
    }  # fmt: skip
    return _object(found) | {"dependentRequired": {"skip": ["until"], "visible": ["cube"], "never": ["cube"]}}


def schema() -> dict[str, Any]:
    """The schema, draft 2020-12."""
    text: dict[str, Any] = {"type": "string"}
    named = {"type": "object", "propertyNames": _NAME}
    found = {
        "suite": _NAME,
        "model": _some(text),
        "dialects": _some({"enum": list(dialect_names())}),
        "semantics": {"enum": ["cube", "strict"]},
        "now": {"type": "string", "format": "date-time"},
        "tokens": named | {"additionalProperties": {"type": "object"}},
        "queries": named | {"additionalProperties": {"type": ["object", "array"]}},
        "groups": named | {"additionalProperties": _some(text)},
        "claim-states": _some({"enum": [*STATES, None, False]}),
        "fixtures": text,
        "include": _some(text),
        "expect": {"type": "array", "items": _expectation()},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Cubeproof scenario",
        **_object(found),
    }
