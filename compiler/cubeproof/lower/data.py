"""Values that no one reads but people, as JSON: `meta`, `format`. Knows no property by name."""

import math
from typing import Any

from cubeproof.evaluate.values import Array, Object, Value


def plain(value: Value) -> Any:
    """A value as JSON; what JSON has no word for (functions, templates, undefined) vanishes."""
    match value:
        case bool() | None | str():
            return value
        case float():
            if not math.isfinite(value):
                return None
            return int(value) if value.is_integer() else value
        case Array():
            return [plain(item) for item in value.items]
        case Object():
            return {key: plain(slot.value) for key, slot in value.slots.items() if _is_data(slot.value)}
        case _:
            return None


def _is_data(value: Value) -> bool:
    return value is None or isinstance(value, bool | float | str | Array | Object)
