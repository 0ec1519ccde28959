"""Properties that no query is answered from yet, kept as data by their tables: such as pre-aggregations.

Templates in them are forced, so that their mistakes are found today. Knows no property by name.
"""

import math
from typing import Any

from cubeproof.evaluate.values import Array, Object, Slot, Value
from cubeproof.lower.names import Names
from cubeproof.lower.properties import duplicates, items, read
from cubeproof.lower.references import names_of
from cubeproof.lower.schema import Property, Schema
from cubeproof.lower.templates import template


def kept(value: Object, schema: Schema, names: Names) -> dict[str, Any]:
    """An object by its table: `Sql` for templates, tuples of full names for references, JSON for the rest."""
    properties = read(value, schema, names.report, names.cube.name)
    return {key: property_kept(slot, schema[key], names) for key, slot in properties.slots.items()}


def property_kept(slot: Slot, expected: Property, names: Names) -> Any:
    """A property's value as data."""
    value = slot.value
    match expected.kind:
        case "template":
            return template(value, names, slot.value_span)
        case "names":
            return names_of(value, names, slot.value_span)
        case "object" if isinstance(value, Object):
            return kept(value, expected.within, names)
        case "map" | "named" if isinstance(value, Object):
            duplicates(value, names.report, names.cube.name)
            return {
                name: kept(inner.value, expected.within, names)
                for name, inner in value.slots.items()
                if isinstance(inner.value, Object)
            }
        case "list" | "named":
            found = items(slot, expected.within, names.report, names.cube.name)
            return [
                {key: property_kept(inner, expected.within[key], names) for key, inner in item.slots.items()}
                for item in found
            ]
        case _:
            return plain(value)


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
