"""Claim states: what a claim of a token may be instead, one claim at a time. Knows no model."""

from collections.abc import Mapping
from typing import Any, Final

INJECTION: Final = "1' OR '1'='1' --"

STATES: Final = (
    "absent", "null", "zero", "empty-string", "false", "empty-list", "one-element-list", "list", "object",
    "wrong-type", "injection",
)  # fmt: skip
"""Every state that a scenario may ask for, by name."""


def varied(claims: Mapping[str, Any], path: tuple[str, ...], state: str) -> dict[str, Any]:
    """The claims with the one at a path in another state; those around it stay as they are."""
    found = _replaced(claims, path, state)
    assert isinstance(found, dict)  # noqa: S101 — a claim's path has a step
    return found


def _replaced(value: Any, path: tuple[str, ...], state: str) -> Any:
    if not path:
        return _changed(value, state)
    around = dict(value) if isinstance(value, Mapping) else {}
    first, rest = path[0], path[1:]
    if state == "absent" and not rest:
        around.pop(first, None)
    elif not (state == "absent" and first not in around):
        around[first] = _replaced(around.get(first), rest, state)
    return around


def _changed(value: Any, state: str) -> Any:
    one = value[0] if isinstance(value, list) and value else 1 if value in (None, []) else value
    match state:
        case "null":
            return None
        case "zero":
            return 0
        case "empty-string":
            return ""
        case "false":
            return False
        case "empty-list":
            return []
        case "one-element-list":
            return [one]
        case "list":
            return [one, _another(one)]
        case "object":
            return {"value": one}
        case "wrong-type":
            return "no number" if isinstance(one, int | float) else 987654321
        case _:
            return INJECTION


def _another(one: Any) -> Any:
    if isinstance(one, bool):
        return not one
    return one + 1 if isinstance(one, int | float) else f"{one}-2"
