"""The dialects' functions mean the same on every engine: executed, and compared with Python's own answer."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from emit_plans import call, claim, codes, column, orders, select, sql, statement, text, value, word, written

from cubeproof.engines import plain
from cubeproof.plan import nodes

GRANULARITIES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
ZONES = (
    "UTC",
    "America/New_York",
    "Europe/Paris",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Pacific/Apia",
    "Etc/GMT+5",
)
INSTANTS = tuple(
    datetime.fromisoformat(written_).replace(tzinfo=UTC)
    for written_ in (
        "2020-01-01T00:00:00.000",
        "2020-01-05T23:59:59.999",
        "2020-02-29T12:34:56.789",
        "2020-03-08T06:59:59.999",  # New York: the last instant of winter
        "2020-03-08T07:00:00.000",
        "2020-03-29T00:59:59.000",  # Paris
        "2020-03-29T01:00:00.000",
        "2020-04-04T15:00:00.000",  # Lord Howe: half an hour
        "2020-10-25T00:30:00.000",  # Paris: 02:30 twice
        "2020-10-25T01:30:00.000",
        "2020-11-01T05:30:00.000",  # New York: 01:30 twice
        "2020-11-01T06:30:00.000",
        "2020-12-31T23:59:59.999",
    )
)
BOUNDS = (value(0, "from_instant"), value(1, "to_instant"))
RANGE = ("2019-12-31T00:00:00.000", "2021-01-01T23:59:59.999")


def _rows(dialect: str) -> nodes.Source:
    form = "'{}' AS seen" if dialect == "sqlite" else "CAST('{}' AS timestamp) AS seen"
    texts = (form.format(at.replace(tzinfo=None).isoformat(" ", "milliseconds")) for at in INSTANTS)
    return orders(" UNION ALL ".join(f"SELECT {i} AS i, {text_}" for i, text_ in enumerate(texts)))


def _plain(found: Any) -> str:
    return str(plain(found))  # a day is a date to some versions of DuckDB


def _truncated(at: datetime, zone: str, granularity: str) -> str:
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    day = local.replace(hour=0, minute=0, second=0, microsecond=0)
    cut = {
        "second": local.replace(microsecond=0),
        "minute": local.replace(second=0, microsecond=0),
        "hour": local.replace(minute=0, second=0, microsecond=0),
        "day": day,
        "week": day - timedelta(days=day.weekday()),
        "month": day.replace(day=1),
        "quarter": day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1),
        "year": day.replace(day=1, month=1),
    }
    return cut[granularity].isoformat(timespec="milliseconds")


@pytest.mark.parametrize("zone", ZONES)
def test_times_are_cut_in_the_zone_on_the_days_its_clock_changes_too(zone: str, dialect: str, run) -> None:
    local = call("convert_tz", sql("seen"), word(zone), *BOUNDS)
    cuts = (column(call("date_trunc", local, word(g)), f"Orders.{g}") for g in GRANULARITIES)
    order = (nodes.SortKey(id="Orders.i", descending=False),)
    asked = select(column("i", "Orders.i"), *cuts, source=_rows(dialect), order=order)
    expected = [(i, *(_truncated(at, zone, g) for g in GRANULARITIES)) for i, at in enumerate(INSTANTS)]
    found = run(statement(asked, dialect, RANGE).sql)
    assert expected == [(i, *map(_plain, cells)) for i, *cells in found]


@pytest.mark.parametrize("zone", ZONES)
def test_local_times_keep_their_milliseconds(zone: str, dialect: str, run) -> None:
    local = column(call("convert_tz", sql("seen"), word(zone), *BOUNDS))
    order = (nodes.SortKey(id="Orders.i", descending=False),)
    asked = select(column("i", "Orders.i"), local, source=_rows(dialect), order=order)
    expected = [
        (i, at.astimezone(ZoneInfo(zone)).replace(tzinfo=None).isoformat(timespec="milliseconds"))
        for i, at in enumerate(INSTANTS)
    ]
    assert expected == [(i, _plain(at)) for i, at in run(statement(asked, dialect, RANGE).sql)]


STORED = {
    "date": "2020-03-08",
    "blank": "2020-03-08 00:00:00",
    "letter": "2020-03-08T00:00:00.000",
    "zulu": "2020-03-08T00:00:00Z",
    "offset": "2020-03-08 05:30:00+05:30",
}


@pytest.mark.parametrize("form", STORED)
@pytest.mark.parametrize(
    ("bound", "operator", "holds"),
    [
        ("2020-03-08T00:00:00.000Z", ">=", True),
        ("2020-03-08T00:00:00.000Z", "<=", True),
        ("2020-03-08T00:00:00.001Z", ">=", False),
        ("2020-03-07T23:59:59.999Z", "<=", False),
    ],
)
def test_a_bound_is_compared_with_a_column_as_instants(
    form: str, bound: str, operator: Any, holds: bool, dialect: str, run
) -> None:
    kind = "timestamptz" if form in ("zulu", "offset") else "date" if form == "date" else "timestamp"
    stored = f"'{STORED[form]}'" if dialect == "sqlite" else f"CAST('{STORED[form]}' AS {kind})"
    condition = nodes.Compare(
        left=call("timestamp", sql("seen")), operator=operator, right=call("timestamp_bound", value(0))
    )
    prepared = statement(
        select(column("1"), source=orders(f"SELECT {stored} AS seen"), where=(condition,)), dialect
    )
    assert ([(1,)] if holds else []) == run(prepared.sql, [bound])


def test_sqlite_reads_unix_seconds(engines) -> None:
    local = call("convert_tz", sql("seen"), word("America/New_York"), *BOUNDS)
    asked = select(
        column(call("date_trunc", local, word("hour"))), source=orders("SELECT 1583650800 AS seen")
    )
    assert [("2020-03-08T03:00:00.000",)] == engines["sqlite"](statement(asked, "sqlite", RANGE).sql)


TEXTS = ["a%b", "a_b", r"a\b", "AxB", "it's", "", "a%bc", "xa%b", r"\%", "100% sure", "axb"]
CALLS = {
    "contains": lambda t, p: p.lower() in t.lower(),
    "starts_with": lambda t, p: t.lower().startswith(p.lower()),
    "ends_with": lambda t, p: t.lower().endswith(p.lower()),
}


@pytest.mark.parametrize("function", CALLS)
@pytest.mark.parametrize("negated", [False, True])
@pytest.mark.parametrize("pattern", ["a%b", "A_B", "\\", "x", "'", "%", r"\%", ""])
def test_texts_are_searched_literally_and_without_case(
    function: str, negated: bool, pattern: str, dialect: str, run
) -> None:
    escaped = re.sub(r"([\\%_])", r"\\\1", pattern)
    rows = " UNION ALL ".join("SELECT '{}' AS t".format(t.replace("'", "''")) for t in TEXTS)
    condition = call(f"not_{function}" if negated else function, sql("t"), claim())
    prepared = statement(select(column("t"), source=orders(rows), where=(condition,)), dialect)
    expected = [t for t in TEXTS if CALLS[function](t, pattern) is not negated]
    assert sorted(expected) == sorted(t for (t,) in run(prepared.sql, [escaped]))


def test_distinct_values_are_estimated_where_the_engine_can(engines) -> None:
    estimate = column(
        nodes.Aggregated(function="count_distinct_approx", argument=sql("a")), "Orders.n", "measure"
    )
    asked = select(estimate, source=orders("SELECT 1 AS a UNION ALL SELECT 1 UNION ALL SELECT 2"))
    assert [(2,)] == engines["duckdb"](text(asked, "duckdb"))


@pytest.mark.parametrize("dialect", ["postgres", "sqlite"])
def test_what_an_engine_cannot_compute_is_refused(dialect: str) -> None:
    estimate = column(
        nodes.Aggregated(function="count_distinct_approx", argument=sql("a")), "Orders.n", "measure"
    )
    assert ["E501"] == codes(select(estimate), dialect)


def test_a_granularity_that_has_no_text_is_refused() -> None:
    assert ["E501"] == codes(select(column(call("date_trunc", sql("seen"), word("decade")))), "sqlite")


@pytest.mark.parametrize("function", ["cast_number", "cast_boolean"])
def test_numbers_and_booleans_are_compared_as_they_are(function: str, dialect: str) -> None:
    placeholder = "?" if dialect == "sqlite" else "$1"
    assert placeholder == written(call(function, claim()), dialect)
