"""Are two answers the same? Rows of two databases, or of two statements, compared as loosely as drivers differ.

Must not know how the rows were made; the model is asked only for what a query is ordered by.
"""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from cubeproof.engines import plain

Query = dict[str, Any]
Row = tuple[Any, ...]

_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d+)?")


def value(raw: object) -> Any:
    """Loosely typed: `1`, `1.0`, `true` and the text `1` are one value, and so are an instant and its text."""
    simple = plain(raw)
    if isinstance(simple, bool | int | float | Decimal):
        return f"{float(simple):.9g}"
    if isinstance(simple, str) and (found := _INSTANT.fullmatch(simple)):
        return f"{found[1]}T{found[2]}.{(found[3] or '.')[1:4]:0<3}"
    return simple


def difference(
    query: Query, columns: Sequence[str], rows: Sequence[Row], other: Sequence[str], others: Sequence[Row]
) -> str:
    """Why two answers to a query are not the same; empty where they are.

    Columns are named by underscored alias. Order counts as far as the query gives one: among rows that are equal
    under it, it is the database's own.
    """
    if sorted(columns) != sorted(other):
        return f"columns {list(columns)} and {list(other)}"
    at = [other.index(column) for column in columns]
    one = [tuple(map(value, row)) for row in rows]
    two = [tuple(value(row[index]) for index in at) for row in others]
    if Counter(one) != Counter(two):
        missing, more = Counter(one) - Counter(two), Counter(two) - Counter(one)
        return f"rows: {sorted(missing.elements(), key=repr)} and {sorted(more.elements(), key=repr)}"
    keys = [columns.index(alias) for alias in ordered_by(query) if alias in columns]
    if [[row[key] for key in keys] for row in one] != [[row[key] for key in keys] for row in two]:
        return f"order: {one} and {two}"
    return ""


def ordered_by(query: Query) -> list[str]:
    """Aliases of the columns that a query's rows are ordered by: those it names, or the one of the default order."""
    times = {
        time["dimension"]: f"{_alias(time['dimension'])}_{time['granularity']}"
        for time in reversed(query.get("timeDimensions", []))
        if "granularity" in time
    }
    order = query.get("order")
    if order is not None:
        members = [key if isinstance(key, str) else key[0] for key in order]
        return [times.get(member, _alias(member)) for member in members]
    if times:
        return list(times.values())[-1:]
    measures, dimensions = query.get("measures", []), query.get("dimensions", [])
    return [_alias(member) for member in (measures or dimensions)[:1] if dimensions]


def _alias(member: str) -> str:
    """The underscored alias: `LineItems.unitPrice` is `line_items__unit_price`."""
    return re.sub(r"(?<!^)(?<!_)([A-Z])", r"_\1", member.replace(".", "__")).lower()
