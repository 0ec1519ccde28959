"""The operators of a query's filters: their names, and what values each takes. Knows nothing of SQL."""

from typing import Final, Literal, TypeAlias

Takes: TypeAlias = Literal["any", "texts", "one", "none", "range", "days", "moment"]
"""What values an operator takes.

`any`: at least one, null among them allowed. `texts`: at least one, no null. `one`: exactly one, no null. `none`:
none. `range`: one or two dates. `days`: likewise, widened to whole days. `moment`: one date.
"""

OPERATORS: Final[dict[str, Takes]] = {
    "equals": "any",
    "notEquals": "any",
    "in": "any",
    "notIn": "any",
    "contains": "texts",
    "notContains": "texts",
    "startsWith": "texts",
    "notStartsWith": "texts",
    "endsWith": "texts",
    "notEndsWith": "texts",
    "gt": "one",
    "gte": "one",
    "lt": "one",
    "lte": "one",
    "set": "none",
    "notSet": "none",
    "measureFilter": "none",
    "inDateRange": "range",
    "notInDateRange": "range",
    "onTheDate": "days",
    "beforeDate": "moment",
    "afterDate": "moment",
    "beforeOrOnDate": "moment",
    "afterOrOnDate": "moment",
}


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


_SNAKE: Final = {_snake(name): name for name in OPERATORS}


def operator_name(written: str) -> str | None:
    """The name in camel case of an operator written in camel or snake case; None if there is none."""
    return written if written in OPERATORS else _SNAKE.get(written)
