"""Filters of a query: conditions and and/or groups, their values set apart.

An operator without the values it needs is an error. Cube makes no condition of some of these (`contains []`), broken
SQL of others (`notIn []`, `contains [null]`), and takes the first of several values of `gt`.

Dates: `onTheDate` covers the whole day, or the days from its first date to its second. `beforeDate` ends before
the start of its day, `afterOrOnDate` begins with it. `afterDate` begins after the first moment of its day, as in Cube.
`beforeOrOnDate` ends with the end of its day; Cube ends at its first moment, which leaves the day out. A time that is
given is a moment of its own for these four. Relative phrases stand for their first or last moment likewise; in
`inDateRange` for the range. Cube leaves them to the database.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from typing import Literal

from msgspec import UNSET

from cubeproof.diagnostics.nearest import nearest
from cubeproof.request import wire
from cubeproof.request.dates import DateProblem, Range, bounds_of, days_between, range_between, range_of
from cubeproof.request.jsonplaces import shown
from cubeproof.request.operators import OPERATORS, operator_name
from cubeproof.request.problems import Problems, kind
from cubeproof.request.query import Condition, DateRange, Filter, Group, Scalar, Slot


class Values:
    """The values of a request, in the order of their slots, and what dates are resolved against."""

    __slots__ = ("given", "now", "problems", "zone")

    def __init__(self, problems: Problems, zone: tzinfo, now: datetime) -> None:
        self.given: list[Scalar] = []
        self.problems, self.zone, self.now = problems, zone, now

    def slot(self, value: Scalar, label: str) -> Slot:
        """Set a value apart."""
        self.given.append(value)
        return Slot(index=len(self.given) - 1, label=label)

    def date_range(self, asked: str | list[str], path: str) -> DateRange | None:
        """A range of a time dimension: a phrase or a date, or an array of one or two dates; None if it is wrong."""
        dates = [asked] if isinstance(asked, str) else asked
        if len(dates) not in (1, 2):
            message = f"`{path}` must have one or two dates, not {len(dates)}"
            self.problems.add("E312", path, message)
            return None
        found = self._range(dates, path)
        if found is None:
            return None
        labels = [path, path] if isinstance(asked, str) else [f"{path}[0]", f"{path}[{len(dates) - 1}]"]
        return DateRange(start=self.slot(found[0], labels[0]), end=self.slot(found[1], labels[1]))

    def _range(self, dates: Sequence[str], path: str) -> Range | None:
        if len(dates) == 1:
            return self.checked(range_of(dates[0], self.zone, self.now), path)
        return self.checked(range_between(dates[0], dates[1], self.zone), path)

    def checked(self, found: Range | DateProblem, path: str) -> Range | None:
        """A range, its problem reported."""
        if isinstance(found, DateProblem):
            self.problems.add(found.code, path, found.message, help=found.help)
            return None
        return found


def read_filters(asked: Iterable[wire.Filter], path: str, values: Values) -> tuple[Filter, ...]:
    """Every filter that is sound; empty groups vanish."""
    found = (_filter(part, f"{path}[{index}]", values) for index, part in enumerate(asked))
    return tuple(part for part in found if part is not None)


def _filter(asked: wire.Filter, path: str, values: Values) -> Filter | None:
    groups: list[tuple[Literal["and", "or"], list[wire.Filter]]] = []
    if asked.and_ is not UNSET:
        groups.append(("and", asked.and_))
    if asked.or_ is not UNSET:
        groups.append(("or", asked.or_))
    rest = (asked.member, asked.dimension, asked.operator, asked.values)
    if not groups:
        return _condition(asked, path, values)
    if len(groups) > 1 or any(part is not UNSET for part in rest):
        advice = "put them side by side into an `and` group"
        values.problems.add(
            "E314", path, f"`{path}` must be one condition, one `and` or one `or`", help=advice
        )
        return None
    name, parts = groups[0]
    filters = read_filters(parts, f"{path}.{name}", values)
    return Group(path=path, kind=name, filters=filters) if filters else None


def _condition(asked: wire.Filter, path: str, values: Values) -> Condition | None:
    problems = values.problems
    member = _member(asked, path, problems)
    operator = _operator(asked, path, problems)
    if operator is None:
        return None
    given = [] if asked.values is UNSET else asked.values
    takes = OPERATORS[operator]
    where = f"{path}.values"
    if takes == "none":
        if given:
            message = f"operator `{operator}` takes no values: they are ignored"
            problems.add("E315", where, message, severity="warning")
        slots: tuple[Slot | None, ...] | None = ()
    elif not given:
        if not problems.has_at(where):
            message = f"operator `{operator}` needs values"
            problems.add("E311", where if asked.values is not UNSET else path, message, help=_NO_VALUES)
        return None
    elif takes in ("any", "texts", "one"):
        slots = _scalars(operator, given, where, values)
    else:
        slots = _dates(operator, given, where, values)
    if member is None or slots is None:
        return None
    return Condition(path=path, member=member, operator=operator, values=slots)


_NO_VALUES = "to ask for rows without a value, use `notSet`; to ask for all rows, leave the filter out"


def _member(asked: wire.Filter, path: str, problems: Problems) -> str | None:
    if asked.member is not UNSET and asked.dimension is not UNSET:
        problems.add("E314", f"{path}.dimension", "a filter has `member` or `dimension`, not both")
        return None
    if asked.member is not UNSET:
        return checked_member(asked.member, f"{path}.member", problems)
    if asked.dimension is not UNSET:
        return checked_member(asked.dimension, f"{path}.dimension", problems)
    problems.add("E306", path, f"`{path}` has no `member`")
    return None


def _operator(asked: wire.Filter, path: str, problems: Problems) -> str | None:
    if asked.operator is UNSET:
        if asked.member is not UNSET or asked.dimension is not UNSET:
            problems.add("E306", path, f"`{path}` has no `operator`")
        return None
    operator = operator_name(asked.operator)
    if operator is None:
        meant = nearest(asked.operator, OPERATORS)
        known = ", ".join(f"`{name}`" for name in OPERATORS)
        advice = f"did you mean `{meant}`?" if meant else f"known operators: {known}"
        problems.add("E310", f"{path}.operator", f"unknown operator `{shown(asked.operator)}`", help=advice)
    return operator


def checked_member(name: str, path: str, problems: Problems) -> str | None:
    """A member's name, `Orders.count`, perhaps with a path before it or a granularity behind; else reported."""
    words = name.split(".")
    if len(words) > 1 and all(map(is_word, words)):
        return name
    problems.add(
        "E307", path, f"`{shown(name)}` is no member's name", help="write cube and member: `Orders.count`"
    )
    return None


def is_word(text: str) -> bool:
    """Whether a text is made of letters, digits and underscores, as the names of cubes and members are."""
    return text.isascii() and text.replace("_", "a").isalnum()


def _scalars(
    operator: str, given: list[wire.Value], path: str, values: Values
) -> tuple[Slot | None, ...] | None:
    problems, takes = values.problems, OPERATORS[operator]
    if takes == "one" and len(given) > 1:
        message = f"operator `{operator}` takes one value, not {len(given)}"
        problems.add("E312", path, message)
        return None
    if takes != "any" and None in given:
        index = given.index(None)
        advice = "null can be asked for with `equals`, `notEquals`, `set` and `notSet`"
        problems.add(
            "E313", f"{path}[{index}]", f"operator `{operator}` cannot compare with null", help=advice
        )
        return None
    return tuple(
        None if value is None else values.slot(value, f"{path}[{index}]") for index, value in enumerate(given)
    )


def _dates(operator: str, given: list[wire.Value], path: str, values: Values) -> tuple[Slot, ...] | None:
    problems, takes = values.problems, OPERATORS[operator]
    most = 1 if takes == "moment" else 2
    if len(given) > most:
        wanted = "one date" if most == 1 else "one or two dates"
        problems.add("E312", path, f"operator `{operator}` takes {wanted}, not {len(given)}")
        return None
    dates = [value for value in given if isinstance(value, str)]
    for index, value in enumerate(given):
        if not isinstance(value, str):
            where = f"{path}[{index}]"
            problems.add("E304", where, f"`{where}` must be a date as text, not {kind(value)}")
    if len(dates) < len(given):
        return None
    found = values.checked(_bounds(takes, dates, values), path if len(dates) > 1 else f"{path}[0]")
    if found is None:
        return None
    if takes == "moment":
        return (values.slot(found[operator == "beforeOrOnDate"], f"{path}[0]"),)
    return values.slot(found[0], f"{path}[0]"), values.slot(found[1], f"{path}[{len(dates) - 1}]")


def _bounds(takes: str, dates: list[str], values: Values) -> Range | DateProblem:
    if takes == "moment":
        return bounds_of(dates[0], values.zone, values.now)
    if len(dates) == 1:
        return range_of(dates[0], values.zone, values.now)
    between = days_between if takes == "days" else range_between
    return between(dates[0], dates[1], values.zone)
