"""Texts that stand for spans of time: `7 day`, `1 month 2 days`, and how often something is done again, cron included.

Source of the grammars: what versions 0.11 to 1.7 of Cube accept, together. Knows no property and no member.
"""

import re
from typing import Final

from cubeproof.evaluate.values import Slot
from cubeproof.lower.ir import Bound, Interval
from cubeproof.lower.names import Names
from cubeproof.lower.pieces import wrong_kind

_PAIR: Final = re.compile(r"(-?[0-9]+)\s+([a-z]+?)s?(?=\s|$)", re.ASCII)

WINDOW: Final = re.compile(r"-?[0-9]+ (minute|hour|day|week|month|quarter|year)s?")
SPAN: Final = re.compile(r"(?:(?:^| +)-?[0-9]+ +(?:second|minute|hour|day|week|month|quarter|year)s?)+")
EVERY: Final = re.compile(r"[0-9]+ (second|minute|hour|day|week)s?")

_ADVICE: Final = {
    WINDOW: "write a number and a unit, `7 day`",
    EVERY: "write a number and a unit from second to week, `10 minutes`",
}

_CRON_FIELDS: Final = (
    ("second", 0, 59), ("minute", 0, 59), ("hour", 0, 23), ("day of the month", 1, 31), ("month", 1, 12),
    ("day of the week", 0, 7),
)  # fmt: skip
_CRON_WORDS: Final = {
    "month": dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13), strict=True)),
    "day of the week": dict(zip("sun mon tue wed thu fri sat".split(), range(7), strict=True)),
}
_CRON_NAMES: Final = ("@yearly", "@monthly", "@weekly", "@daily", "@hourly")
_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def parse(text: str) -> Interval:
    """The parts of an interval that one of the grammars accepts.

    >>> parse("1 month -2 days").parts
    ((1, 'month'), (-2, 'day'))
    """
    return Interval(text, tuple((int(number), unit) for number, unit in _PAIR.findall(text)))


def interval(slot: Slot | None, key: str, grammar: re.Pattern[str], names: Names) -> Interval | None:
    """A property's interval; whatever is none is reported."""
    text = _text(slot, key, names)
    if slot is None or text is None:
        return None
    if grammar.fullmatch(text) is None:
        message = f"`{text}` is not an interval"
        names.report.add("E264", message, slot.value_span, cube=names.cube.name, help=_ADVICE[grammar])
        return None
    return parse(text)


def bound(slot: Slot | None, key: str, names: Names) -> Bound:
    """A bound of a rolling window, `unbounded` among them."""
    if slot is None or slot.value == "unbounded":
        return None if slot is None else "unbounded"
    text = _text(slot, key, names)
    if text is None:
        return None
    if WINDOW.fullmatch(text) is None:
        names.report.add(
            "E264", f"`{text}` is not an interval", slot.value_span, cube=names.cube.name,
            help="write a number and a unit, `7 day`, or `unbounded`",
        )  # fmt: skip
        return None
    return parse(text)


def every(slot: Slot | None, names: Names, *, cron: bool) -> str | None:
    """`every` of a refresh key: an interval, or where `cron` is true a cron expression."""
    text = _text(slot, "every", names)
    if slot is None or text is None or EVERY.fullmatch(text) is not None:
        return text
    problem = cron_problem(text) if cron else None
    if cron and problem is None:
        return text
    if cron and (text.startswith("@") or len(text.split()) > 2):
        message = f"`{text}` is not a cron expression: {problem}"
        advice = "write five or six fields, `0 8 * * *`"
    else:
        message = f"`{text}` is not an interval"
        advice = _ADVICE[EVERY] + (", or a cron expression, `0 8 * * *`" if cron else "")
    names.report.add("E264", message, slot.value_span, cube=names.cube.name, help=advice)
    return None


def _text(slot: Slot | None, key: str, names: Names) -> str | None:
    if slot is None or isinstance(slot.value, str):
        return None if slot is None else str(slot.value)
    wrong_kind(slot, f"`{key}`", "a text", names)
    return None


def cron_problem(text: str) -> str | None:
    """What is wrong with a cron expression of up to six fields; missing ones are those in front.

    >>> cron_problem("*/10 8-18 * * MON-FRI")
    >>> cron_problem("0 25 * * *")
    '`25` is no hour'
    """
    if text in _CRON_NAMES:
        return None
    fields = text.split()
    if not 1 <= len(fields) <= len(_CRON_FIELDS):
        return f"it has {len(fields)} fields"
    named = tuple(zip(_CRON_FIELDS[len(_CRON_FIELDS) - len(fields) :], fields, strict=True))
    for (name, low, high), field in named:
        for item in field.split(","):
            problem = _cron_item(item, name, low, high)
            if problem is not None:
                return problem
    return _no_such_day({name: field for (name, _, _), field in named})


def _cron_item(item: str, name: str, low: int, high: int) -> str | None:
    base, slash, step = item.partition("/")
    if slash and (not _is_number(step) or int(step) == 0):
        return f"`{step}` is no step"
    if base in ("*", "?") or (base.lower() == "l" and name.startswith("day")):
        return None
    if name == "day of the week":
        base, sharp, nth = base.partition("#")
        if sharp and nth not in ("1", "2", "3", "4", "5"):
            return f"`{nth}` is not the number of a week in a month"
        if base[:-1] and base[-1:].lower() == "l":
            base = base[:-1]
    ends = base.split("-")
    numbers = [_cron_number(end, name) for end in ends]
    for end, number in zip(ends, numbers, strict=True):
        if number is None or not low <= number <= high:
            return f"`{end}` is no {name}"
    if len(numbers) > 2 or (len(numbers) == 2 and (numbers[0] or 0) > (numbers[1] or 0)):
        return f"`{base}` is no range"
    return None


def _cron_number(text: str, name: str) -> int | None:
    word = _CRON_WORDS.get(name, {}).get(text.lower())
    return word if word is not None else int(text) if _is_number(text) else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4


def _no_such_day(fields: dict[str, str]) -> str | None:
    """`30 2`: no month that is named has the day that is named."""
    day, month = fields.get("day of the month", "*"), fields.get("month", "*")
    number = _cron_number(month, "month")
    if number is not None and _is_number(day) and int(day) > _LONGEST[number - 1]:
        return f"month {number} has no day {day}"
    return None
