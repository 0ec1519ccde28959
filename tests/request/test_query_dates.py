from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cubeproof.request.dates import DateProblem, bounds_of, range_between, range_of
from cubeproof.request.zones import to_instant, zone

NOW = datetime.fromisoformat("2021-03-17T15:45:30.123+00:00")
MONTH_END = datetime.fromisoformat("2024-03-31T03:30:00+00:00")

# As Cube's own gateway answered (0.35.81 and 1.7.43 agree), its clock set to NOW, for UTC and Asia/Tokyo; one answer
# where both are the same.
AS_CUBE = [
    ("today", "2021-03-17T00:00:00.000 2021-03-17T23:59:59.999", "2021-03-18T00:00:00.000 2021-03-18T23:59:59.999"),
    ("now", "2021-03-17T00:00:00.000 2021-03-17T23:59:59.999", "2021-03-18T00:00:00.000 2021-03-18T23:59:59.999"),
    ("yesterday", "2021-03-16T00:00:00.000 2021-03-16T23:59:59.999", "2021-03-17T00:00:00.000 2021-03-17T23:59:59.999"),
    ("tomorrow", "2021-03-18T00:00:00.000 2021-03-18T23:59:59.999", "2021-03-19T00:00:00.000 2021-03-19T23:59:59.999"),
    ("this week", "2021-03-15T00:00:00.000 2021-03-21T23:59:59.999", None),
    ("this month", "2021-03-01T00:00:00.000 2021-03-31T23:59:59.999", None),
    ("this quarter", "2021-01-01T00:00:00.000 2021-03-31T23:59:59.999", None),
    ("this year", "2021-01-01T00:00:00.000 2021-12-31T23:59:59.999", None),
    ("this hour", "2021-03-17T15:00:00.000 2021-03-17T15:59:59.999", "2021-03-18T00:00:00.000 2021-03-18T00:59:59.999"),
    ("this minute", "2021-03-17T15:45:00.000 2021-03-17T15:45:59.999", "2021-03-18T00:45:00.000 2021-03-18T00:45:59.999"),
    ("this second", "2021-03-17T15:45:30.000 2021-03-17T15:45:30.999", "2021-03-18T00:45:30.000 2021-03-18T00:45:30.999"),
    ("last week", "2021-03-08T00:00:00.000 2021-03-14T23:59:59.999", None),
    ("last month", "2021-02-01T00:00:00.000 2021-02-28T23:59:59.999", None),
    ("last quarter", "2020-10-01T00:00:00.000 2020-12-31T23:59:59.999", None),
    ("last year", "2020-01-01T00:00:00.000 2020-12-31T23:59:59.999", None),
    ("last hour", "2021-03-17T14:00:00.000 2021-03-17T14:59:59.999", "2021-03-17T23:00:00.000 2021-03-17T23:59:59.999"),
    ("next week", "2021-03-22T00:00:00.000 2021-03-28T23:59:59.999", None),
    ("next quarter", "2021-04-01T00:00:00.000 2021-06-30T23:59:59.999", None),
    ("next year", "2022-01-01T00:00:00.000 2022-12-31T23:59:59.999", None),
    ("last 7 days", "2021-03-10T00:00:00.000 2021-03-16T23:59:59.999", "2021-03-11T00:00:00.000 2021-03-17T23:59:59.999"),
    ("last 2 weeks", "2021-03-01T00:00:00.000 2021-03-14T23:59:59.999", None),
    ("last 3 months", "2020-12-01T00:00:00.000 2021-02-28T23:59:59.999", None),
    ("last 2 quarters", "2020-07-01T00:00:00.000 2020-12-31T23:59:59.999", None),
    ("last 1 year", "2020-01-01T00:00:00.000 2020-12-31T23:59:59.999", None),
    ("last 24 hours", "2021-03-16T15:00:00.000 2021-03-17T14:59:59.999", "2021-03-17T00:00:00.000 2021-03-17T23:59:59.999"),
    ("last 30 seconds", "2021-03-17T15:45:00.000 2021-03-17T15:45:29.999", "2021-03-18T00:45:00.000 2021-03-18T00:45:29.999"),
    ("next 7 days", "2021-03-18T00:00:00.000 2021-03-24T23:59:59.999", "2021-03-19T00:00:00.000 2021-03-25T23:59:59.999"),
    ("next 3 months", "2021-04-01T00:00:00.000 2021-06-30T23:59:59.999", None),
    ("next 24 hours", "2021-03-17T16:00:00.000 2021-03-18T15:59:59.999", "2021-03-18T01:00:00.000 2021-03-19T00:59:59.999"),
    ("from 7 days ago to now", "2021-03-10T00:00:00.000 2021-03-17T23:59:59.999", "2021-03-11T00:00:00.000 2021-03-18T23:59:59.999"),
    ("from 1 hour ago to now", "2021-03-17T14:00:00.000 2021-03-17T15:59:59.999", "2021-03-17T23:00:00.000 2021-03-18T00:59:59.999"),
    ("from 30 minutes ago to now", "2021-03-17T15:15:00.000 2021-03-17T15:45:59.999", "2021-03-18T00:15:00.000 2021-03-18T00:45:59.999"),
    ("from 2 weeks ago to 1 day from now", "2021-03-03T00:00:00.000 2021-03-18T23:59:59.999", "2021-03-04T00:00:00.000 2021-03-19T23:59:59.999"),
    ("from 1 day ago to 1 hour ago", "2021-03-16T15:00:00.000 2021-03-17T14:59:59.999", "2021-03-17T00:00:00.000 2021-03-17T23:59:59.999"),
    ("from 2020-01-01 to 2020-02-01", "2020-01-01T00:00:00.000 2020-02-01T23:59:59.999", None),
    ("3 days ago", "2021-03-14T00:00:00.000 2021-03-14T23:59:59.999", "2021-03-15T00:00:00.000 2021-03-15T23:59:59.999"),
    ("2 hours ago", "2021-03-17T13:00:00.000 2021-03-17T13:59:59.999", "2021-03-17T22:00:00.000 2021-03-17T22:59:59.999"),
    ("in 3 days", "2021-03-20T00:00:00.000 2021-03-20T23:59:59.999", "2021-03-21T00:00:00.000 2021-03-21T23:59:59.999"),
    ("1 month ago", "2021-02-17T00:00:00.000 2021-02-17T23:59:59.999", "2021-02-18T00:00:00.000 2021-02-18T23:59:59.999"),
    ("2020-01-01", "2020-01-01T00:00:00.000 2020-01-01T23:59:59.999", None),
    ("2020-01-01T10:00:00", "2020-01-01T00:00:00.000 2020-01-01T23:59:59.999", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "in_utc", "in_tokyo"), AS_CUBE)
def test_a_relative_range_is_that_of_cube(text: str, in_utc: str, in_tokyo: str | None) -> None:
    assert tuple(in_utc.split()) == range_of(text, zone("UTC"), NOW)
    assert tuple((in_tokyo or in_utc).split()) == range_of(text, zone("Asia/Tokyo"), NOW)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("1 month ago", "2024-02-29", "2024-02-29"), ("last month", "2024-02-01", "2024-02-29"),
     ("1 year ago", "2023-03-31", "2023-03-31"), ("last quarter", "2023-10-01", "2023-12-31"),
     ("next 3 months", "2024-04-01", "2024-06-30"), ("this week", "2024-03-25", "2024-03-31")],
)  # fmt: skip
def test_a_shorter_month_ends_earlier(text: str, start: str, end: str) -> None:
    assert (f"{start}T00:00:00.000", f"{end}T23:59:59.999") == range_of(text, zone("UTC"), MONTH_END)


def test_both_ends_of_a_phrase_count() -> None:
    expected = ("2021-03-16T00:00:00.000", "2021-03-18T23:59:59.999")
    assert expected == range_of("from yesterday to tomorrow", zone("UTC"), NOW)


def test_case_and_spaces_of_a_phrase_do_not_matter() -> None:
    assert range_of("last 7 days", zone("UTC"), NOW) == range_of("  Last  7 DAYS ", zone("UTC"), NOW)


def test_times_inside_a_phrase_are_kept() -> None:
    expected = ("2020-01-01T10:00:00.000", "2020-01-02T11:30:00.000")
    assert expected == range_of("from 2020-01-01T10:00 to 2020-01-02 11:30", zone("UTC"), NOW)


@pytest.mark.parametrize(
    ("text", "zone_name", "start", "end"),
    [
        ("2020-01-01", "UTC", "2020-01-01T00:00:00.000", "2020-01-01T23:59:59.999"),
        ("2020-01-01T10:00", "UTC", "2020-01-01T10:00:00.000", "2020-01-01T10:00:00.000"),
        ("2020-01-01 10:00:05", "UTC", "2020-01-01T10:00:05.000", "2020-01-01T10:00:05.000"),
        ("2020-01-01T10:00:00.1239", "UTC", "2020-01-01T10:00:00.123", "2020-01-01T10:00:00.123"),
        ("2020-01-01T10:00:00Z", "UTC", "2020-01-01T10:00:00.000", "2020-01-01T10:00:00.000"),
        ("2020-01-01T02:00:00Z", "America/New_York", "2019-12-31T21:00:00.000", "2019-12-31T21:00:00.000"),
        ("2020-01-01T02:00:00+0530", "UTC", "2019-12-31T20:30:00.000", "2019-12-31T20:30:00.000"),
        ("2020-01-01t02:00:00-05:00", "Asia/Tokyo", "2020-01-01T16:00:00.000", "2020-01-01T16:00:00.000"),
        ("9999-12-31", "UTC", "9999-12-31T00:00:00.000", "9999-12-31T23:59:59.999"),
    ],
)
def test_absolute_dates_are_local_unless_they_have_an_offset(
    text: str, zone_name: str, start: str, end: str
) -> None:
    assert (start, end) == bounds_of(text, zone(zone_name), NOW) == range_between(text, text, zone(zone_name))


def test_a_moment_that_clocks_show_twice_keeps_its_offset() -> None:
    first, second = "2020-11-01T01:30:00.000-04:00", "2020-11-01T01:30:00.000-05:00"
    asked = range_between("2020-11-01T05:30:00Z", "2020-11-01T06:30:00Z", zone("America/New_York"))
    assert (first, second) == asked
    assert "2020-11-01T05:30:00.000Z" == to_instant(first, "America/New_York", last=True)
    assert "2020-11-01T06:30:00.000Z" == to_instant(second, "America/New_York")


def test_the_hour_that_is_shown_twice_is_the_one_that_is_meant() -> None:
    later = datetime(2020, 11, 1, 6, 45, tzinfo=UTC)
    expected = ("2020-11-01T01:00:00.000-05:00", "2020-11-01T01:59:59.999-05:00")
    assert expected == range_of("this hour", zone("America/New_York"), later)


def test_a_day_of_a_clock_change_is_covered_whole() -> None:
    midnight_twice = datetime(2020, 11, 1, 4, 30, tzinfo=UTC)
    found = range_of("today", zone("America/Havana"), midnight_twice)
    assert ("2020-11-01T00:00:00.000", "2020-11-01T23:59:59.999") == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2020-02-30", "E321"), ("2020-13-01", "E321"), ("0000-01-01", "E321"), ("2020-01-01T24:00", "E321"),
        ("2020-01-01T10:60", "E321"), ("2020-01-01T10:00:60", "E321"), ("2020-01-01T10:00+25:00", "E321"),
        ("2020-01-01T10:00+01:99", "E321"), ("0001-01-01T00:00:00+10:00", "E325"), ("9999-12-31T23:00:00-10:00", "E325"),
        ("99999 years ago", "E325"), ("999999 months from now", "E325"), ("last 999999 years", "E325"),
        ("", "E322"), ("foo", "E322"), ("2020", "E322"), ("2020-01", "E322"), ("01/02/2020", "E322"),
        ("last 0 days", "E322"), ("last days", "E322"), ("last day of month", "E322"), ("last 7 days'; --", "E322"),
        ("from today", "E322"), ("from foo to now", "E322"), ("from 2020-02-30 to now", "E321"), ("last ٣ days", "E322"),
        ("from tomorrow to yesterday", "E323"), ("from now to 2020-01-01", "E323"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str, code: str) -> None:
    found = range_of(text, zone("UTC"), NOW)
    assert isinstance(found, DateProblem)
    assert code == found.code


def test_a_range_ends_after_it_starts() -> None:
    for start, end in (("2020-01-02", "2020-01-01"), ("2020-01-01T10:00", "2020-01-01T09:59:59.999")):
        found = range_between(start, end, zone("UTC"))
        assert isinstance(found, DateProblem)
        assert ("E323", f"the range `{start}` to `{end}` ends before it starts") == (
            found.code,
            found.message,
        )


ZONES = st.sampled_from(
    ["UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo", "Europe/Dublin"]
)
INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2037, 12, 31)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)
)


@given(INSTANTS, ZONES)
def test_an_instant_comes_back_from_its_zone_unchanged(instant: datetime, name: str) -> None:
    text = instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    found = bounds_of(text, zone(name), NOW)
    assert not isinstance(found, DateProblem)
    assert (text, text) == (to_instant(found[0], name), to_instant(found[1], name, last=True))


UNITS = st.sampled_from(["second", "minute", "hour", "day", "week", "month", "quarter", "year"])


@given(INSTANTS, ZONES, UNITS)
def test_this_unit_holds_now_and_touches_the_units_beside_it(now: datetime, name: str, unit: str) -> None:
    found = [range_of(f"{word} {unit}", zone(name), now) for word in ("last", "this", "next")]
    last, this, following = (
        (to_instant(f[0], name), to_instant(f[1], name, last=True)) for f in found if isinstance(f, tuple)
    )
    instant = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert this[0] <= instant <= this[1]
    if unit in ("day", "week", "month", "quarter", "year"):
        # clocks may skip or repeat a midnight, but leave no time between two units
        for left, right in ((last, this), (this, following)):
            assert datetime.fromisoformat(right[0]) - datetime.fromisoformat(left[1]) <= timedelta(
                milliseconds=1
            )


@given(st.text(max_size=30))
def test_any_text_is_a_range_or_a_problem(text: str) -> None:
    assert isinstance(range_of(text, zone("Asia/Tokyo"), NOW), tuple | DateProblem)
