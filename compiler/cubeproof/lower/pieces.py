"""Pieces that the readers of members, pre-aggregations and policies share: required keys, SQL, references, lists.

Each reports what is wrong at its own place. Knows no property by name but `sql`.
"""

from collections.abc import Iterator
from typing import Any, Final

from cubeproof.evaluate.values import Array, Object, Slot
from cubeproof.lower import schema, sql
from cubeproof.lower.names import Names
from cubeproof.lower.properties import Properties, items, read
from cubeproof.lower.references import names_of
from cubeproof.lower.schema import Schema
from cubeproof.lower.templates import template
from cubeproof.lower.texts import described
from cubeproof.source import Span

SQL_ALONE: Final[Schema] = {"sql": schema.T}


def require(found: Properties, key: str, what: str, span: Span, names: Names) -> None:
    """Report that `what` lacks a property."""
    if found.missing(key):
        shown = schema.camel(key)
        names.report.add(
            "E244", f"{what} has no `{shown}`", span, label=f"needs `{shown}`", cube=names.cube.name
        )


def misplaced(found: Properties, key: str, message: str, names: Names) -> None:
    """Report a property that has no business beside the others."""
    slot = found.slots.get(key)
    if slot is not None:
        names.report.add("E245", message, slot.key_span, cube=names.cube.name)


def sql_at(found: Properties, key: str, names: Names) -> sql.Sql | None:
    """The SQL of a property."""
    slot = found.slots.get(key)
    return None if slot is None else template(slot.value, names, slot.value_span)


def inner_sql(found: Properties, key: str, names: Names) -> sql.Sql | None:
    """`latitude: {sql: …}`."""
    inner = inside(found.slots.get(key), key, SQL_ALONE, names)
    if inner is None:
        return None
    require(inner, "sql", f"`{key}`", found.slots[key].key_span, names)
    return sql_at(inner, "sql", names)


def inside(slot: Slot | None, key: str, table: Schema, names: Names) -> Properties | None:
    """The properties of an object; None without it, or with something else in its place."""
    if slot is None:
        return None
    if isinstance(slot.value, Object):
        return read(slot.value, table, names.report, names.cube.name)
    wrong_kind(slot, f"`{schema.camel(key)}`", "an object", names)
    return None


def each(slot: Slot | None, key: str, table: Schema, names: Names) -> Iterator[tuple[Properties, Slot]]:
    """The objects of a list, each with the list's slot."""
    if slot is None:
        return
    if not isinstance(slot.value, Array):
        wrong_kind(slot, f"`{schema.camel(key)}`", "a list", names)
        return
    for item in items(slot, table, names.report, names.cube.name):
        yield item, slot


def wrong_kind(slot: Slot, what: str, wanted: str, names: Names) -> None:
    """Report a value of the wrong kind."""
    message = f"{what} is {described(slot.value)}, but must be {wanted}"
    names.report.add("E243", message, slot.value_span, cube=names.cube.name)


def conditions(found: Properties, key: str, what: str, names: Names) -> tuple[sql.Sql, ...]:
    """`filters: [{sql: …}, …]`."""
    written = []
    for item, slot in each(found.slots.get(key), key, SQL_ALONE, names):
        require(item, "sql", what, slot.key_span, names)
        text = sql_at(item, "sql", names)
        if text is not None:
            written.append(text)
    return tuple(written)


def references(found: Properties, key: str, names: Names) -> tuple[str, ...] | None:
    """The full names of a list of references; None without it."""
    slot = found.slots.get(key)
    return None if slot is None else names_of(slot.value, names, slot.value_span)


def reference(found: Properties, key: str, names: Names) -> str | None:
    """The full name of one reference."""
    given = references(found, key, names)
    return given[0] if given else None


def given(**properties: Any) -> dict[str, Any]:
    """Those that are there, so that the defaults of a node stay for the others."""
    return {name: value for name, value in properties.items() if value is not None}
