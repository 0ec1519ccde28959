"""Rows as JSON and CSV show them, and parameters as databases take them."""

import datetime
import uuid
from decimal import Decimal

import pytest

from cubeproof.engines import Engine, plain
from cubeproof.engines.session import first_word
from cubeproof.engines.values import untyped

NEW_YORK = datetime.timezone(datetime.timedelta(hours=-5))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        (True, True),
        (7, 7),
        (2**70, 2**70),
        (1.5, 1.5),
        (3.0, 3),
        (Decimal("3.00"), 3),
        (Decimal("20.50"), 20.5),
        (Decimal("12345678901234567890"), 12345678901234567890),
        (Decimal("12345678901234567890.10"), Decimal("12345678901234567890.10")),
        (Decimal("0.1"), 0.1),
        (float("nan"), "NaN"),
        (Decimal("NaN"), "NaN"),
        (float("inf"), "Infinity"),
        (float("-inf"), "-Infinity"),
        (Decimal("Infinity"), "Infinity"),
        (Decimal("-Infinity"), "-Infinity"),
        (Decimal("1e400"), 10**400),
        ("text", "text"),
        (datetime.datetime(2020, 1, 2, 3, 4, 5, 678900), "2020-01-02T03:04:05.678"),
        (datetime.datetime(2020, 1, 2, 22, 0, tzinfo=NEW_YORK), "2020-01-03T03:00:00.000"),
        (datetime.date(2020, 1, 2), "2020-01-02T00:00:00.000"),
        (datetime.time(10, 30), "10:30:00"),
        (datetime.timedelta(days=3), "3 days, 0:00:00"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (b"\x00\xff", "00ff"),
        ([1, Decimal("2.0")], [1, 2]),
        ({"a": (1,)}, {"a": [1]}),
    ],
)
def test_a_value_is_shown_the_same_whichever_driver_it_came_from(value: object, shown: object) -> None:
    assert (shown, type(shown)) == (plain(value), type(plain(value)))


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (True, "true"),
        (False, "false"),
        (42, "42"),
        (Decimal("1.50"), "1.50"),
        (1.5, 1.5),
        ("a", "a"),
        (None, None),
    ],
)
def test_a_parameter_is_sent_without_a_type(value: object, sent: object) -> None:
    assert (sent, type(sent)) == (untyped(value), type(untyped(value)))


def test_a_numeric_claim_does_not_turn_text_into_numbers(duckdb_sample: Engine) -> None:
    sql = "SELECT count(*) FROM (SELECT '042' AS tenant) AS t WHERE tenant = $1"
    assert ((0,),) == duckdb_sample.run(sql, [42]).rows
    assert ((1,),) == duckdb_sample.run(sql, ["042"]).rows


def test_a_fraction_is_not_rounded_to_a_callers_number(duckdb_sample: Engine, sqlite_sample: Engine) -> None:
    sql = "SELECT count(*) FROM public.orders WHERE user_id = ?"
    for engine in (duckdb_sample, sqlite_sample):
        assert ((0,),) == engine.run(sql, [41.5]).rows


def test_instants_with_a_zone_are_read_from_duckdb(duckdb_sample: Engine) -> None:
    ((value,),) = duckdb_sample.run("SELECT TIMESTAMPTZ '2020-01-01 00:00:00-05'").rows
    assert "2020-01-01T05:00:00.000" == plain(value)


@pytest.mark.parametrize(
    ("sql", "shown"),
    [
        ("interval '1 month 2 days 03:04:05'", "1 mon 2 days 03:04:05"),
        ("'{\"a\": 12345678901234567890.12}'::json", {"a": Decimal("12345678901234567890.12")}),
        ("'[1.5, 2]'::jsonb", [1.5, 2]),
        ("ARRAY[1.5, NULL, 'NaN'::numeric]", [1.5, None, "NaN"]),
        ("'-infinity'::float8", "-Infinity"),
        ("'infinity'::date", "infinity"),
        ("'-infinity'::timestamp", "-infinity"),
        ("'infinity'::timestamptz", "infinity"),
        ("'0044-03-15 BC'::date", "0044-03-15 BC"),
        ("'20000-01-01'::timestamp", "20000-01-01 00:00:00"),
        ("ARRAY['infinity'::date, '2020-01-01']", ["infinity", "2020-01-01T00:00:00.000"]),
    ],
)
def test_postgres_values_are_read_without_loss(sql: str, shown: object, postgres_sample: Engine) -> None:
    ((value,),) = postgres_sample.run(f"SELECT {sql}").rows
    assert shown == plain(value)


@pytest.mark.parametrize(
    ("sql", "shown"),
    [
        ("DATE 'infinity'", "infinity"),
        ("TIMESTAMP '-infinity'", "-infinity"),
        ("TIMESTAMPTZ 'infinity'", "infinity"),
        ("DATE '9999-12-31'", "9999-12-31T00:00:00.000"),
        ("DATE '0044-03-15 (BC)'", "0044-03-15 (BC)"),
        ("INTERVAL '14 months 2 days'", "1 year 2 months 2 days"),
        ("[INTERVAL 1 MONTH]", "[1 month]"),
        ("DECIMAL '1.5'", Decimal("1.5")),
    ],
)
def test_duckdb_values_are_read_without_loss(sql: str, shown: object, duckdb_sample: Engine) -> None:
    rows = duckdb_sample.run(f"SELECT i, {sql}, $1 FROM range(3) AS r(i) ORDER BY i DESC", ["x"]).rows
    assert [(2, shown, "x"), (1, shown, "x"), (0, shown, "x")] == [tuple(map(plain, row)) for row in rows]


def test_a_text_of_duckdb_stays_in_its_row_where_no_order_is_asked(duckdb_sample: Engine) -> None:
    sql = "SELECT i, to_months(i::INT), random() AS r FROM (SELECT i FROM range(300000) AS r(i) ORDER BY random() LIMIT 500) AS t"
    rows = duckdb_sample.run(f"SELECT i, span FROM ({sql}) AS t(i, span, r) ORDER BY r").rows
    assert 500 == len(rows)
    for months, span in rows:
        assert isinstance(months, int)
        years, rest = divmod(months, 12)
        parts = [f"{n} {unit}{'s' * (n != 1)}" for n, unit in ((years, "year"), (rest, "month")) if n]
        assert (" ".join(parts) or "00:00:00") == span


def test_duckdb_computes_in_a_callers_zone_though_it_is_locked(duckdb_sample: Engine) -> None:
    sql = "SELECT (TIMESTAMP '2019-11-03 06:30:00' AT TIME ZONE 'UTC') AT TIME ZONE 'America/New_York'"
    ((value,),) = duckdb_sample.run(sql).rows
    assert "2019-11-03T01:30:00.000" == plain(value)


@pytest.mark.parametrize(
    ("sql", "word"),
    [
        ("SELECT 1", "select"),
        ("  ((\n select 1))", "select"),
        ("-- drop\n/* delete */ WITH x AS (SELECT 1) SELECT 1", "with"),
        ("/* never closed", ""),
        ("-- never ended", ""),
        ("", ""),
        ("selection", "selection"),
        (";SELECT 1", ""),
    ],
)
def test_the_first_word_is_found_behind_comments(sql: str, word: str) -> None:
    assert word == first_word(sql)
