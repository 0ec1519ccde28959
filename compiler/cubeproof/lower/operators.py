"""The operators that filters of a model may have: every spelling to the one that queries use.

The table is that of `request/operators.py`, which a test holds equal; lowering knows nothing of requests.
"""

from typing import Final

_NAMES: Final = (
    "equals", "notEquals", "in", "notIn", "contains", "notContains", "startsWith", "notStartsWith", "endsWith",
    "notEndsWith", "gt", "gte", "lt", "lte", "set", "notSet", "measureFilter", "inDateRange", "notInDateRange",
    "onTheDate", "beforeDate", "afterDate", "beforeOrOnDate", "afterOrOnDate",
)  # fmt: skip


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


OPERATORS: Final = {spelling: name for name in _NAMES for spelling in (name, _snake(name))}
WITHOUT_VALUES: Final = ("set", "notSet", None)
"""These may stand alone; None is an operator that is in error already."""
