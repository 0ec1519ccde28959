"""Granularities of a dimension's own, on every engine: against buckets that are counted out on Python's calendar."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cubeproof.diagnostics import CompileError
from cubeproof.engines import Engine, plain
from models import codes, compiled, statement

GRANULARITIES = """
    half_year: {interval: `6 months`},
    fiscal_year: {interval: `1 year`, offset: `3 months`},
    fiscal_half: {interval: `6 months`, offset: `1 month`},
    fifth_on: {interval: `1 month`, offset: `4 days`},
    five_years: {interval: `5 years`},
    seven_years: {interval: `7 years`},
    two_months: {interval: `2 month`, origin: `2019-12-15T12:30:00`},
    tax_year: {interval: `1 year`, origin: `2021-04-06`},
    year_end: {interval: `1 year`, origin: `2018-12-31`},
    eighteen: {interval: `1 year 6 months`, origin: `2020-02`},
    sunday_week: {interval: `1 week`, offset: `-1 day`},
    sprint: {interval: `2 weeks`, origin: `2024-01-08`},
    ten_days: {interval: `10 days`, origin: `2020-03-01T06:00:00`},
    six_hours: {interval: `6 hours`},
    shift: {interval: `8 hours`, offset: `6 hours`},
    quarter_hour: {interval: `15 minutes`},
    odd: {interval: `1 day 12 hours`, origin: `2020-01-01T00:00:00.500`},
    zulu: {interval: `12 hours`, origin: `2020-01-01T00:00:00Z`},
"""
MONTHS: dict[str, tuple[int, str]] = {
    "half_year": (6, "2000-01-01"),
    "fiscal_year": (12, "2000-04-01"),
    "fiscal_half": (6, "2000-02-01"),
    "fifth_on": (1, "2000-01-05"),
    "five_years": (60, "2000-01-01"),
    "seven_years": (84, "2000-01-01"),
    "two_months": (2, "2019-12-15T12:30:00"),
    "tax_year": (12, "2021-04-06"),
    "year_end": (12, "2018-12-31"),
    "eighteen": (18, "2020-02-01"),
}
SECONDS: dict[str, tuple[int, str]] = {
    "sunday_week": (7 * 86_400, "2000-01-02"),
    "sprint": (14 * 86_400, "2024-01-08"),
    "ten_days": (10 * 86_400, "2020-03-01T06:00:00"),
    "six_hours": (6 * 3600, "2000-01-01"),
    "shift": (8 * 3600, "2000-01-01T06:00:00"),
    "quarter_hour": (900, "2000-01-01"),
    "odd": (36 * 3600, "2020-01-01T00:00:00.500"),
}
MOMENTS = (
    "1969-12-31 23:59:59.999", "1999-12-31 23:59:59.999", "2000-01-01 00:00:00.000", "2019-12-15 17:29:59.999",
    "2019-12-31 23:00:00.000", "2020-01-05 04:59:59.999", "2020-01-05 05:00:00.000", "2020-02-29 12:00:00.000",
    "2020-03-08 06:59:59.000", "2020-03-08 07:00:00.000", "2020-03-29 00:59:59.000", "2020-03-29 01:00:00.000",
    "2020-04-06 03:59:59.999", "2020-05-31 10:00:00.000", "2020-08-31 23:59:59.999", "2020-10-25 00:30:00.000",
    "2020-10-25 01:30:00.000", "2020-11-01 05:30:00.000", "2020-11-01 06:30:00.000", "2020-12-31 05:00:00.000",
)  # fmt: skip
ZONES = ("UTC", "America/New_York", "Europe/Paris")


def model(dialect: str, extra: str = "") -> Any:
    form = "'{}'" if dialect == "sqlite" else "CAST('{}' AS timestamp)"
    rows = " UNION ALL ".join(f"SELECT {i} AS i, {form.format(at)} AS seen" for i, at in enumerate(MOMENTS))
    return compiled(
        T=f"cube(`T`, {{sql: `{rows}`, measures: {{count: {{type: `count`}}}}, dimensions: {{"
        "i: {sql: `i`, type: `number`, primaryKey: true}, "
        f"seen: {{sql: `seen`, type: `time`, granularities: {{{GRANULARITIES}}}}}, "
        f"half: {{sql: `${{seen.half_year}}`, type: `time`}}, {extra}}}}});"
    )


def months_after(start: datetime, count: int) -> datetime:
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return start.replace(year=year, month=month + 1)


def bucket(name: str, local: datetime) -> datetime:
    """The latest start that is not after the moment."""
    if name in MONTHS:
        step, origin = MONTHS[name]
        start = datetime.fromisoformat(origin)
        starts = [months_after(start, k * step) for k in range(-840 // step, 840 // step)]
        return max(one for one in starts if one <= local)
    length, origin = SECONDS[name]
    start = datetime.fromisoformat(origin)
    return start + (local - start) // timedelta(seconds=length) * timedelta(seconds=length)


@pytest.fixture(params=["duckdb_sample", "sqlite_sample", "postgres_sample"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.getfixturevalue(request.param)


WIDE, NARROW = ("1960-01-01", "2030-01-01"), ("2019-12-01", "2021-01-01")


def asked(engine: Engine, zone: str, *dates: str, **query: Any) -> list[tuple[Any, ...]]:
    query = {"dimensions": ["T.i"], "order": {"T.i": "asc"}, "timezone": zone, **query}
    made = statement(model(engine.dialect), query, dialect=engine.dialect)
    return [tuple(map(plain, row)) for row in engine.run(made.sql, made.params).rows]


def buckets(engine: Engine, name: str, zone: str, dates: tuple[str, str]) -> list[str]:
    time = {"dimension": "T.seen", "granularity": name, "dateRange": dates}
    return [str(start) for _, start in asked(engine, zone, timeDimensions=[time])]


def local_times(zone: str, dates: tuple[str, str]) -> list[datetime]:
    instants = (datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in MOMENTS)
    found = (moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for moment in instants)
    return [moment for moment in found if dates[0] <= moment.isoformat() < dates[1] + "T24"]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("name", [*MONTHS, *SECONDS])
def test_buckets_lie_on_the_calendar(engine: Engine, name: str, zone: str) -> None:
    dates = WIDE if zone == "UTC" else NARROW
    expected = [bucket(name, at).isoformat(timespec="milliseconds") for at in local_times(zone, dates)]
    assert expected == buckets(engine, name, zone, dates)


@pytest.mark.parametrize(
    ("zone", "hours"), [("UTC", {0, 12}), ("America/New_York", {7, 19}), ("Europe/Paris", {1, 13})]
)
def test_an_origin_with_a_zone_of_its_own_is_an_instant(engine: Engine, zone: str, hours: set[int]) -> None:
    found = buckets(engine, "zulu", zone, NARROW)
    assert hours == {datetime.fromisoformat(start).hour for start in found}


def test_another_dimension_may_be_a_granularity(engine: Engine) -> None:
    narrow = {"member": "T.seen", "operator": "inDateRange", "values": list(NARROW)}
    rows = asked(engine, "UTC", dimensions=["T.i", "T.half", "T.seen.half_year"], filters=[narrow])
    assert [half for _, half, _ in rows] == [start for *_, start in rows]
    assert {"2019-07-01T00:00:00.000", "2020-01-01T00:00:00.000", "2020-07-01T00:00:00.000"} == {
        start for *_, start in rows
    }


def test_the_column_is_called_by_the_name_of_the_granularity() -> None:
    time = {"dimension": "T.seen", "granularity": "half_year"}
    for style, alias in (("dotted", "t.seen_half_year"), ("underscored", "t__seen_half_year")):
        made = statement(model("postgres"), {"timeDimensions": [time]}, aliases=style)
        assert [alias] == [column.alias for column in made.columns]


def test_a_granularity_that_is_not_there_is_an_error_that_names_the_nearest() -> None:
    time = {"dimension": "T.seen", "granularity": "half_yaer"}
    assert ["E356"] == codes(statement, model("postgres"), {"timeDimensions": [time]})


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{}", "has no `interval`"),
        ("{interval: `often`}", "has `often` for an interval"),
        ("{interval: `6months`}", "has `6months` for an interval"),
        ("{interval: `-1 month`}", "has `-1 month` for an interval"),
        ("{interval: `0 days`}", "has `0 days` for an interval"),
        ("{interval: `1 month 2 days`, origin: `2020-01-01`}", "mixes months and shorter units"),
        ("{interval: `5 days`}", "needs an `origin`"),
        ("{interval: `5 months`}", "needs an `origin`"),
        ("{interval: `2 weeks`}", "needs an `origin`"),
        ("{interval: `1 year 6 months`}", "needs an `origin`"),
        ("{interval: `1 week`, offset: `1 month`}", "is moved by months"),
        ("{interval: `1 week`, offset: `soon`}", "has `soon` for an offset"),
        ("{interval: `1 week`, offset: `1 day`, origin: `2020-01-01`}", "has both `origin` and `offset`"),
        ("{interval: `1 week`, origin: `2020-02-30`}", "has `2020-02-30` for an origin"),
        ("{interval: `1 week`, origin: `in May`}", "has `in May` for an origin"),
        ("{interval: `1 month`, origin: `2020-01-31`}", "begins on day 31"),
        ("{interval: `6 months`, origin: `2020-03-31`}", "begins on day 31"),
        ("{interval: `1 year`, origin: `2020-02-29`}", "begins on day 29"),
    ],
)
def test_what_no_calendar_can_hold_is_an_error_of_the_model(written: str, expected: str) -> None:
    other = f"other: {{sql: `seen`, type: `time`, granularities: {{odd: {written}}}}}"
    with pytest.raises(CompileError) as caught:
        model("postgres", other)
    ((code, message),) = {(d.code, d.message) for d in caught.value.diagnostics}
    assert ("E270", True) == (code, expected in message)


@pytest.mark.parametrize(
    ("granularity", "expected"),
    [
        ("own: {interval: `1 month`, origin: `2020-01-01T00:00:00Z`}", "E382"),
        ("week: {interval: `1 week`, offset: `-1 day`}", "E353"),
        ("week: {sql: `${CUBE}.week`}", "E353"),
    ],
)
def test_what_cannot_be_cut_is_refused_when_it_is_asked_for(granularity: str, expected: str) -> None:
    name = granularity.partition(":")[0]
    other = f"other: {{sql: `seen`, type: `time`, granularities: {{{granularity}}}}}"
    query = {"dimensions": [f"T.other.{name}"], "timezone": "America/New_York"}
    assert [expected] == codes(statement, model("postgres", other), query)
