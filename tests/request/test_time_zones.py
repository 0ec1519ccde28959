from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cubeproof.request.zones import local_text, to_instant, zone, zone_name, zone_names

NEW_YORK = "America/New_York"


@pytest.mark.parametrize(
    ("local", "name", "first", "last"),
    [
        ("2020-01-01T00:00:00.000", "UTC", "2020-01-01T00:00:00.000Z", None),
        ("2020-01-01T00:00:00.000", NEW_YORK, "2020-01-01T05:00:00.000Z", None),
        ("2020-07-01T23:59:59.999", NEW_YORK, "2020-07-02T03:59:59.999Z", None),
        ("2020-01-01T00:00:00.000", "Asia/Kathmandu", "2019-12-31T18:15:00.000Z", None),
        # clocks set forward at 02:00: the skipped half past two is half past three
        ("2020-03-08T01:59:59.999", NEW_YORK, "2020-03-08T06:59:59.999Z", None),
        ("2020-03-08T02:30:00.000", NEW_YORK, "2020-03-08T07:30:00.000Z", None),
        ("2020-03-08T03:00:00.000", NEW_YORK, "2020-03-08T07:00:00.000Z", None),
        # clocks set back at 02:00: half past one comes twice
        ("2020-11-01T00:59:59.999", NEW_YORK, "2020-11-01T04:59:59.999Z", None),
        ("2020-11-01T01:30:00.000", NEW_YORK, "2020-11-01T05:30:00.000Z", "2020-11-01T06:30:00.000Z"),
        ("2020-11-01T02:00:00.000", NEW_YORK, "2020-11-01T07:00:00.000Z", None),
        # midnight is skipped, midnight comes twice, half an hour is repeated, a whole day is skipped
        ("2018-11-04T00:00:00.000", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z", None),
        (
            "2018-02-17T23:59:59.999",
            "America/Sao_Paulo",
            "2018-02-18T01:59:59.999Z",
            "2018-02-18T02:59:59.999Z",
        ),
        (
            "2020-04-05T01:45:00.000",
            "Australia/Lord_Howe",
            "2020-04-04T14:45:00.000Z",
            "2020-04-04T15:15:00.000Z",
        ),
        ("2011-12-30T00:00:00.000", "Pacific/Apia", "2011-12-30T10:00:00.000Z", None),
        # an offset decides
        ("2020-11-01T01:30:00.000-05:00", NEW_YORK, "2020-11-01T06:30:00.000Z", None),
        ("2020-11-01T01:30:00.000-05:00", "UTC", "2020-11-01T06:30:00.000Z", None),
        # the ends of the calendar
        ("9999-12-31T23:59:59.999", NEW_YORK, "9999-12-31T23:59:59.999Z", None),
        ("0001-01-01T00:00:00.000", "Asia/Tokyo", "0001-01-01T00:00:00.000Z", None),
    ],
)
def test_a_local_time_is_an_instant(local: str, name: str, first: str, last: str | None) -> None:
    assert first == to_instant(local, name)
    assert (last or first) == to_instant(local, name, last=True)


def test_a_local_time_says_its_offset_only_where_it_must() -> None:
    def shown(hour: int, minute: int = 30) -> str:
        return local_text(datetime(2020, 11, 1, hour, minute, tzinfo=UTC).astimezone(zone(NEW_YORK)))

    assert ["2020-11-01T00:30:00.000", "2020-11-01T01:30:00.000-04:00"] == [shown(4), shown(5)]
    assert ["2020-11-01T01:30:00.000-05:00", "2020-11-01T02:30:00.000"] == [shown(6), shown(7)]
    assert "2020-11-01T01:30:00.000" == local_text(datetime(2020, 11, 1, 1, 30))


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),
    st.integers(1, 10**9),
    st.sampled_from(["Europe/London", "America/Sao_Paulo", "Africa/Casablanca", "Australia/Lord_Howe"]),
)
def test_the_last_reading_never_lies_before_the_first(local: datetime, later: int, name: str) -> None:
    start = local.isoformat(timespec="milliseconds")
    end = (local + timedelta(milliseconds=later)).isoformat(timespec="milliseconds")
    assert to_instant(start, name) <= to_instant(start, name, last=True)
    if later >= 3_600_000 * 2:  # no clock is set forward by more at once in these zones
        assert to_instant(start, name) < to_instant(end, name, last=True)


@pytest.mark.parametrize(
    ("asked", "name"), [("utc", "UTC"), ("EUROPE/berlin", "Europe/Berlin"), ("Mars/Base", None), ("", None)]
)
def test_a_name_is_known_in_any_case(asked: str, name: str | None) -> None:
    assert name == zone_name(asked)


def test_every_known_zone_can_be_used() -> None:
    names = zone_names()
    assert len(names) > 400
    for name in names:
        assert "2020-06-0" == to_instant("2020-06-02T12:00:00.000", name)[:9]
