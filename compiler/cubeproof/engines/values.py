"""Values on their way in and out: parameters without a host type of their own, and rows as plain JSON has them.

Must not know any driver.
"""

import datetime
import decimal
import math
from collections.abc import Mapping, Sequence

Plain = None | bool | int | float | decimal.Decimal | str | list["Plain"] | dict[str, "Plain"]


def plain(value: object) -> Plain:
    """A value of a row as JSON and CSV show it, the same whichever database it came from.

    A number without a fraction is an integer, and no digit of a decimal is lost; instants are
    `YYYY-MM-DDTHH:MM:SS.mmm`, in UTC where they have a zone; a date is its midnight. Numbers that JSON lacks are
    the texts `NaN`, `Infinity` and `-Infinity`; intervals, identifiers and the like are text, bytes are hexadecimal.
    """
    match value:
        case None | bool() | int() | str():
            return value
        case float() | decimal.Decimal():
            return _number(value)
        case datetime.datetime():
            return _instant(value)
        case datetime.date():
            return f"{value.isoformat()}T00:00:00.000"
        case bytes() | bytearray() | memoryview():
            return bytes(value).hex()
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case Sequence() | set() | frozenset():
            return [plain(item) for item in value]
        case _:
            return str(value)


def untyped(value: object) -> object:
    """A parameter as text, so that the database reads it as the type of what it stands beside.

    An integer claim then equals a column of text only if it is spelled alike, and never turns the column's `042` into 42.
    Text and null stay as they are, and so do floats: DuckDB would round the text `41.5` to match an integer column's 42.
    """
    match value:
        case bool():
            return "true" if value else "false"
        case int() | decimal.Decimal():
            return str(value)
        case _:
            return value


def _number(value: float | decimal.Decimal) -> int | float | decimal.Decimal | str:
    if value != value:
        return "NaN"
    # not by math.isfinite, to which a decimal beyond the floats is infinite
    if value in (math.inf, -math.inf):
        return "Infinity" if value > 0 else "-Infinity"
    whole = int(value)
    if whole == value:
        return whole
    short = float(value)
    return short if decimal.Decimal(repr(short)) == value or isinstance(value, float) else value


def _instant(value: datetime.datetime) -> str:
    if value.tzinfo is not None:
        value = value.astimezone(datetime.UTC).replace(tzinfo=None)
    return value.isoformat(timespec="milliseconds")
