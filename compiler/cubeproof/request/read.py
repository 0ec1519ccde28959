"""Reads queries: their JSON becomes one `Request` for each statement that is to be made.

The good case is decoded by msgspec; when that refuses, `forms` finds all that does not fit, and what fits is still
read, so that every problem is reported at once. Nothing that is not understood is ignored, but for the keys that
steer caches and answers. Knows nothing of models: members need not exist.

Differs from Cube's gateway: a member asked twice is one column; a limit above 50,000 is an error for each query, and
so are values that Cube drops, a date range that ends before it starts, and time zones by other than IANA names.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import UNSET

from cubeproof.diagnostics import Diagnostic, Result, by_place, has_errors
from cubeproof.diagnostics.nearest import nearest
from cubeproof.request import wire
from cubeproof.request.filters import Values, checked_member, is_word, read_filters
from cubeproof.request.jsonplaces import shown
from cubeproof.request.jsontext import read_json
from cubeproof.request.order import read_order
from cubeproof.request.problems import Problems, kind
from cubeproof.request.query import Query, Request, TimeDimension, columns_once
from cubeproof.request.zones import zone, zone_name, zone_names

MOST_ROWS: Final = 50_000
"""The highest limit that a query may ask for."""
_LARGEST_OFFSET: Final = 2**53 - 1


def read_queries(
    asked: str | bytes | object, *, now: datetime, limit: int | None = 10_000
) -> Result[tuple[Request, ...]]:
    """The requests of a query, or of an array of queries, in order; only those of sound queries.

    `asked` is JSON text, or data that JSON could say. `now` (with a zone) resolves relative dates; `limit` holds where
    a query has none. Diagnostics have the path of what they speak of (`filters[2].operator`, in an array
    `[1].filters[2].operator`), and for text a span of it.
    """
    text = asked if isinstance(asked, str | bytes) else _written(asked)
    if isinstance(text, Diagnostic):
        return Result((), (text,))
    decoded = read_json(text, "query")
    if decoded.diagnostics:
        return Result((), decoded.diagnostics)
    problems = Problems()
    requests = _read_all(decoded.value, problems, now, limit)
    if not problems:
        return Result(requests)
    if text is not asked and not isinstance(asked, bytes):
        return Result(requests, by_place(problems.found))
    source = text if isinstance(text, str) else text.decode("utf-8")
    return Result(requests, by_place(problems.placed(source.removeprefix("\ufeff"), "<query>")))


def _written(asked: object) -> str | Diagnostic:
    """Data as JSON text, so that it meets the same checks."""
    import json

    try:
        return json.dumps(asked, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        message = "the query holds something that JSON cannot say"
        return Diagnostic(
            code="E304", message=message, help="use text, finite numbers, true, false, null, arrays, objects"
        )


def _read_all(raw: Any, problems: Problems, now: datetime, limit: int | None) -> tuple[Request, ...]:
    if isinstance(raw, dict):
        return _read_one(raw, "", None, problems, now, limit)
    if not isinstance(raw, list):
        problems.add("E304", "", f"a query must be an object, or an array of objects, not {kind(raw)}")
        return ()
    if not raw:
        problems.add("E308", "", "the array of queries is empty")
    requests: list[Request] = []
    for index, part in enumerate(raw):
        path = f"[{index}]"
        if isinstance(part, dict):
            requests += _read_one(part, path, index, problems, now, limit)
        else:
            problems.add("E304", path, f"a query must be an object, not {kind(part)}")
    return tuple(requests)


def _read_one(
    raw: dict[str, Any],
    path: str,
    query_index: int | None,
    problems: Problems,
    now: datetime,
    limit: int | None,
) -> tuple[Request, ...]:
    before = len(problems.found)
    try:
        asked = msgspec.convert(raw, wire.Query)
    except msgspec.ValidationError:
        from cubeproof.request.forms import fitting

        asked = msgspec.convert(fitting(raw, problems, path), wire.Query)
    compared = _compared(asked, path, problems)
    found: list[Request] = []
    for range_index in range(compared) if compared else (None,):
        values = Values(problems, zone(_timezone(asked, path, problems)), now)
        query = _Reader(asked, path, problems, values, range_index or 0).query(limit)
        rows = Request(
            query=query, values=tuple(values.given), query_index=query_index, range_index=range_index
        )
        found += (rows, _total(rows)) if asked.total else (rows,)
    if has_errors(problems.found[before:]):
        return ()
    query = found[0].query
    if not (query.measures or query.dimensions or any(time.granularity for time in query.time_dimensions)):
        message = "a query needs a measure, a dimension, or a time dimension with a granularity"
        problems.add("E308", path, message)
        return ()
    return tuple(found)


def _total(rows: Request) -> Request:
    """The request for how many rows there are without limit and offset."""
    query = msgspec.structs.replace(rows.query, total=True, order=(), limit=None, offset=None)
    return msgspec.structs.replace(rows, query=query)


def _compared(asked: wire.Query, path: str, problems: Problems) -> int:
    """How many ranges are compared; 0 if none."""
    compared = 0
    for index, time in enumerate(asked.time_dimensions):
        if time.compare_date_range is UNSET:
            continue
        where = f"{_under(path, 'timeDimensions')}[{index}].compareDateRange"
        if compared:
            problems.add("E324", where, "only one time dimension may have `compareDateRange`")
        elif time.date_range is not UNSET:
            problems.add("E324", where, "`compareDateRange` and `dateRange` exclude each other", on_key=True)
        elif not time.compare_date_range:
            problems.add("E324", where, "`compareDateRange` must have at least one range")
        else:
            compared = len(time.compare_date_range)
    return compared


def _timezone(asked: wire.Query, path: str, problems: Problems) -> str:
    name = zone_name(asked.timezone)
    if name is not None:
        return name
    meant = nearest(asked.timezone, zone_names())
    advice = f"did you mean `{meant}`?" if meant else "write an IANA name, such as `Europe/Berlin`"
    problems.add(
        "E320", _under(path, "timezone"), f"unknown time zone `{shown(asked.timezone)}`", help=advice
    )
    return "UTC"


def _under(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


class _Reader:
    """One query, with the range that `compareDateRange` has at an index."""

    __slots__ = ("asked", "path", "problems", "range_index", "values")

    def __init__(
        self, asked: wire.Query, path: str, problems: Problems, values: Values, range_index: int
    ) -> None:
        self.asked, self.path, self.problems = asked, path, problems
        self.values, self.range_index = values, range_index

    def query(self, limit: int | None) -> Query:
        """The shape; the values are set apart."""
        asked = self.asked
        return Query(
            measures=self._members("measures", asked.measures),
            dimensions=self._members("dimensions", asked.dimensions),
            segments=self._members("segments", asked.segments),
            time_dimensions=columns_once(self._time_dimensions()),
            filters=read_filters(asked.filters, _under(self.path, "filters"), self.values),
            order=None
            if asked.order is UNSET
            else read_order(asked.order, _under(self.path, "order"), self.problems),
            limit=self._limit(limit),
            offset=self._offset(),
            timezone=zone_name(asked.timezone) or "UTC",
            ungrouped=asked.ungrouped,
            join_hints=self._join_hints(),
        )

    def _members(self, key: str, names: Iterable[str]) -> tuple[str, ...]:
        path = _under(self.path, key)
        found = (checked_member(name, f"{path}[{index}]", self.problems) for index, name in enumerate(names))
        return tuple(dict.fromkeys(name for name in found if name is not None))

    def _time_dimensions(self) -> Iterable[TimeDimension]:
        for index, time in enumerate(self.asked.time_dimensions):
            path = f"{_under(self.path, 'timeDimensions')}[{index}]"
            found = self._time_dimension(time, path)
            if found is not None:
                yield found

    def _time_dimension(self, time: wire.TimeDimension, path: str) -> TimeDimension | None:
        if time.dimension is UNSET:
            self.problems.add("E306", path, f"`{path}` has no `dimension`")
            return None
        member = checked_member(time.dimension, f"{path}.dimension", self.problems)
        if time.granularity is not None and not is_word(time.granularity):
            message = f"`{shown(time.granularity)}` is no granularity"
            advice = (
                "write `day`, `week`, `month`, `quarter`, `year`, or the name of one of the dimension's own"
            )
            self.problems.add("E309", f"{path}.granularity", message, help=advice)
        date_range = None
        if time.date_range is not UNSET:
            date_range = self.values.date_range(time.date_range, f"{path}.dateRange")
        elif time.compare_date_range is not UNSET and self.range_index < len(time.compare_date_range):
            where = f"{path}.compareDateRange[{self.range_index}]"
            date_range = self.values.date_range(time.compare_date_range[self.range_index], where)
        if member is None:
            return None
        return TimeDimension(path=path, member=member, granularity=time.granularity, date_range=date_range)

    def _join_hints(self) -> tuple[tuple[str, ...], ...]:
        found: dict[tuple[str, ...], None] = {}
        for index, hint in enumerate(self.asked.join_hints):
            if not hint:
                self.problems.add(
                    "E308", f"{_under(self.path, 'joinHints')}[{index}]", "the path names no cube"
                )
            else:
                found[tuple(hint)] = None
        return tuple(found)

    def _limit(self, default: int | None) -> int | None:
        asked, key = self.asked.limit, "limit"
        if asked is UNSET:
            asked, key = self.asked.row_limit, "rowLimit"
        elif self.asked.row_limit is not UNSET and self.asked.row_limit != asked:
            message = "`limit` and `rowLimit` mean the same and differ"
            self.problems.add("E330", _under(self.path, "rowLimit"), message, help="keep one of them")
        if asked is UNSET:
            return default
        return None if asked is None else self._whole(asked, key, MOST_ROWS)

    def _offset(self) -> int | None:
        asked = self.asked.offset
        return None if asked is UNSET else self._whole(asked, "offset", _LARGEST_OFFSET)

    def _whole(self, number: float, key: str, most: int) -> int:
        if number == int(number) and 0 <= number <= most:
            return int(number)
        message = f"`{key}` must be a whole number from 0 to {most}, not {number}"
        self.problems.add("E330", _under(self.path, key), message)
        return 0
