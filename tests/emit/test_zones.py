"""Time zones on an engine that knows none by name: exact, or refused."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from emit_plans import call, column, emitted, select, sql, value, word, written
from hypothesis import given
from hypothesis import strategies as st

from cubeproof.emit import zones
from cubeproof.plan import nodes

BOUNDS = (value(0, "from_instant"), value(1, "to_instant"))
YEAR = ("2020-01-01T00:00:00.000", "2020-12-31T23:59:59.999")
SUMMER = ("2020-07-01T00:00:00.000", "2020-07-31T23:59:59.999")


def _local(zone: str, *bounds: nodes.Expression) -> nodes.Call:
    return call("convert_tz", sql("at"), word(zone), *bounds)


@pytest.mark.parametrize(
    ("zone", "dates", "expected"),
    [
        ("UTC", YEAR, "strftime('%Y-%m-%dT%H:%M:%f', at, 'auto')"),
        ("Etc/GMT+5", YEAR, "strftime('%Y-%m-%dT%H:%M:%f', at, 'auto', '-18000 seconds')"),
        ("Asia/Kolkata", YEAR, "strftime('%Y-%m-%dT%H:%M:%f', at, 'auto', '+19800 seconds')"),
        ("America/New_York", SUMMER, "strftime('%Y-%m-%dT%H:%M:%f', at, 'auto', '-14400 seconds')"),
        (
            "America/New_York",
            YEAR,
            "strftime('%Y-%m-%dT%H:%M:%f', at, 'auto', CASE"
            " WHEN unixepoch(at, 'auto') < 1583650800 THEN '-18000 seconds'"
            " WHEN unixepoch(at, 'auto') < 1604210400 THEN '-14400 seconds'"
            " ELSE '-18000 seconds' END)",
        ),
    ],
)
def test_the_clock_changes_of_the_querys_dates_are_written_out(
    zone: str, dates: tuple[str, str], expected: str
) -> None:
    assert expected == written(_local(zone, *BOUNDS), "sqlite", dates)


def test_a_zone_with_clock_changes_needs_dates() -> None:
    (found,) = emitted(select(column(_local("Europe/Paris"), "Orders.at.day")), "sqlite").diagnostics
    assert "E502" == found.code
    assert "`Orders.at.day` needs times of `Europe/Paris`" in found.message
    assert "date range" in (found.help or "")


def test_a_clock_that_stopped_changing_needs_no_dates() -> None:
    assert written(_local("Asia/Tokyo"), "sqlite").endswith("ELSE '+32400 seconds' END)")
    assert "strftime('%Y-%m-%dT%H:%M:%f', at, 'auto', '-18000 seconds')" == written(
        _local("Etc/GMT+5"), "sqlite"
    )


@pytest.mark.parametrize("dates", [("soon", "later"), ("0001-01-01T00:00:00.000", "9999-12-31T23:59:59.999")])
def test_dates_beyond_the_calendar_are_refused(dates: tuple[str, str]) -> None:
    found = emitted(select(column(_local("Europe/Paris", *BOUNDS))), "sqlite", dates).diagnostics
    assert ["E502"] == [d.code for d in found]


@pytest.mark.parametrize("dialect", ["postgres", "duckdb"])
def test_no_value_is_asked_for_where_zones_go_by_name(dialect: str) -> None:
    # With no values at hand, asking would fail.
    assert "AT TIME ZONE 'Europe/Paris'" in written(_local("Europe/Paris", *BOUNDS), dialect, ())


@given(
    st.sampled_from(
        ["America/New_York", "Europe/Dublin", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Tehran"]
    ),
    st.datetimes(datetime(1950, 1, 1), datetime(2080, 1, 1)),
    st.integers(0, 900),
    st.floats(0, 1),
)
def test_the_offsets_are_those_of_every_instant_of_the_dates(
    zone: str, start: datetime, days: int, where: float
) -> None:
    end = start + timedelta(days=days)
    offsets = zones.between(zone, start.isoformat(), end.isoformat())
    assert offsets is not None
    first, last = (at.replace(tzinfo=ZoneInfo(zone)).timestamp() for at in (start, end))
    at = int(first + (last - first) * where)
    expected = datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(zone)).utcoffset()
    found = next(seconds for until, seconds in offsets if until is None or at < until)
    assert expected == timedelta(seconds=found)


def test_two_changes_close_together_are_both_found() -> None:
    # Samoa left out 30 December 2011; Morocco stops summer time for a month.
    for zone, year, count in (("Pacific/Apia", 2011, 3), ("Africa/Casablanca", 2014, 4)):
        offsets = zones.between(zone, f"{year}-01-01T00:00:00", f"{year}-12-31T00:00:00")
        assert offsets is not None
        assert count == len(offsets) - 1
