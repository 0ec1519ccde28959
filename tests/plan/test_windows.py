"""Rolling windows, to-date windows and running totals, bucket by bucket. Expected rows are counted by hand."""

from collections.abc import Iterator
from typing import Any

import pytest
from tables import loaded

from cubeproof.engines import Engine
from models import codes, compiled, statement

DATA = """
CREATE TABLE win_orders (id INTEGER, kind VARCHAR(9), amount INTEGER, created TIMESTAMP, tenant INTEGER);
INSERT INTO win_orders VALUES
  (1, 'a', 1, '2020-01-01 10:00:00', 1), (2, 'b', 2, '2020-01-03 00:00:00', 1), (3, 'a', 4, '2020-01-03 23:59:59', 1),
  (4, 'a', 8, '2020-01-06 12:00:00', 1), (5, 'b', 16, '2020-02-29 12:00:00', 1), (6, 'b', 32, '2019-12-31 12:00:00', 1),
  (7, 'a', 900, '2020-01-03 12:00:00', 2);
CREATE TABLE win_items (id INTEGER, order_id INTEGER, sku VARCHAR(9));
INSERT INTO win_items VALUES (1, 1, 'x'), (2, 1, 'x'), (3, 2, 'x'), (4, 2, 'y'), (5, 3, 'y'), (6, 4, 'x'), (7, 4, 'x');
"""
MODEL = compiled(
    Orders="""
cube(`Orders`, {
  sql: `SELECT * FROM win_orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant')}
    AND ${FILTER_PARAMS.Orders.created.filter('created')}`,
  joins: { Items: { relationship: `hasMany`, sql: `${CUBE}.id = ${Items}.order_id` } },
  measures: {
    count: { type: `count` },
    total: { sql: `amount`, type: `sum` },
    last2: { sql: `amount`, type: `sum`, rollingWindow: { trailing: `2 day` } },
    last2Count: { type: `count`, rollingWindow: { trailing: `2 day` } },
    before: { sql: `amount`, type: `sum`, rollingWindow: { trailing: `2 day`, offset: `start` } },
    next: { sql: `amount`, type: `sum`, rollingWindow: { leading: `3 day` } },
    ever: { sql: `amount`, type: `sum`, rollingWindow: { trailing: `unbounded` } },
    all: { sql: `amount`, type: `sum`, rollingWindow: { trailing: `unbounded`, leading: `unbounded` } },
    month: { sql: `amount`, type: `sum`, rollingWindow: { trailing: `1 month` } },
    mtd: { sql: `amount`, type: `sum`, rollingWindow: { type: `month_to_date` } },
    ytd: { sql: `amount`, type: `sum`, rollingWindow: { type: `to_date`, granularity: `year` } },
    running: { sql: `amount`, type: `runningTotal` },
    mean: { sql: `amount`, type: `avg`, rollingWindow: { trailing: `3 day` } },
    kinds: { sql: `kind`, type: `countDistinct`, rollingWindow: { trailing: `3 day` } },
    ofA: { sql: `amount`, type: `sum`, rollingWindow: { trailing: `3 day` }, filters: [{ sql: `${CUBE}.kind = 'a'` }] },
    change: { sql: `${last2} - ${total}`, type: `number` },
    own: { sql: `sum(amount)`, type: `number`, rollingWindow: { trailing: `3 day` } },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    kind: { sql: `kind`, type: `string` },
    created: { sql: `created`, type: `time`, granularities: { pair: { interval: `2 days`, origin: `2020-01-01` } } },
    other: { sql: `created`, type: `time` },
  },
});""",
    Items="""
cube(`Items`, {
  sql: `SELECT * FROM win_items`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, sku: { sql: `sku`, type: `string` } },
});""",
)
CLAIMS = {"tenant": 1}


@pytest.fixture(scope="module", params=["duckdb", "sqlite", "postgres"])
def rows(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The tables above on each engine."""
    with loaded(request, DATA) as engine:
        yield engine


def asked(*measures: str, **more: Any) -> dict[str, Any]:
    """Measures of `Orders` by day, from the second to the fifth of January unless said otherwise."""
    span, granularity = more.pop("span", ["2020-01-02", "2020-01-05"]), more.pop("granularity", "day")
    time = {"dimension": "Orders.created", "dateRange": span, "granularity": granularity}
    times = [{key: value for key, value in time.items() if value}]
    return {"measures": [f"Orders.{name}" for name in measures], "timeDimensions": times, **more}


def answer(engine: Engine, query: dict[str, Any]) -> list[tuple[Any, ...]]:
    made = statement(MODEL, query, CLAIMS, dialect=engine.dialect)
    found = engine.run(made.sql, made.params).rows
    return [tuple(_plain(value) for value in row) for row in found]


def _plain(value: Any) -> Any:
    """A day as its number, a month as month and day, other values as they are."""
    text = str(value)
    if text[:4] in ("2019", "2020") and "-" in text:
        return text[5:10]
    return float(value) if isinstance(value, int) or hasattr(value, "as_tuple") else value


CASES: dict[str, tuple[dict[str, Any], list[tuple[Any, ...]]]] = {
    "trailing": (asked("last2"), [("01-02", 1.0), ("01-03", 6.0), ("01-04", 6.0), ("01-05", None)]),
    "an empty count is zero": (asked("last2Count"), [("01-02", 1.0), ("01-03", 2.0), ("01-04", 2.0), ("01-05", 0.0)]),
    "from the start of the bucket": (asked("before"), [("01-02", 33.0), ("01-03", 1.0), ("01-04", 6.0), ("01-05", 6.0)]),
    "leading": (asked("next"), [("01-02", 6.0), ("01-03", 8.0), ("01-04", 8.0), ("01-05", 8.0)]),
    "unbounded": (asked("ever"), [("01-02", 33.0), ("01-03", 39.0), ("01-04", 39.0), ("01-05", 39.0)]),
    "unbounded both ways": (asked("all", span=["2020-01-02", "2020-01-02"]), [("01-02", 63.0)]),
    "a running total starts with the range": (asked("running"), [("01-02", None), ("01-03", 6.0), ("01-04", 6.0), ("01-05", 6.0)]),
    "an average": (asked("mean"), [("01-02", 16.5), ("01-03", 7 / 3), ("01-04", 3.0), ("01-05", 3.0)]),
    "a distinct count": (asked("kinds"), [("01-02", 2.0), ("01-03", 2.0), ("01-04", 2.0), ("01-05", 2.0)]),
    "with filters of its own": (asked("ofA"), [("01-02", 1.0), ("01-03", 5.0), ("01-04", 4.0), ("01-05", 4.0)]),
    "a month has its own length": (
        asked("month", granularity="month", span=["2020-01-01", "2020-03-31"]),
        [("01-01", 15.0), ("02-01", 16.0), ("03-01", None)],
    ),
    "a month before the end of a day": (
        asked("month", span=["2020-03-29", "2020-03-30"]),
        [("03-29", 16.0), ("03-30", 16.0)],
    ),
    "to date by month": (asked("mtd", span=["2020-02-28", "2020-03-01"]), [("02-28", None), ("02-29", 16.0), ("03-01", None)]),
    "to date by year": (asked("ytd", span=["2019-12-31", "2020-01-01"]), [("12-31", 32.0), ("01-01", 1.0)]),
    "to date by weeks has the first days of the month": (
        asked("mtd", granularity="week", span=["2020-01-06", "2020-01-12"]),
        [("01-06", 15.0)],
    ),
    "a granularity of its own": (
        asked("last2", granularity="pair", span=["2020-01-01", "2020-01-06"]),
        [("01-01", 1.0), ("01-03", 6.0), ("01-05", 8.0)],
    ),
    "several windows": (asked("last2", "ever"), [("01-02", 1.0, 33.0), ("01-03", 6.0, 39.0), ("01-04", 6.0, 39.0), ("01-05", None, 39.0)]),
    "beside a plain measure no bucket vanishes": (
        asked("last2", "total", "count"),
        [("01-02", 1.0, None, 0.0), ("01-03", 6.0, 6.0, 2.0), ("01-04", 6.0, None, 0.0), ("01-05", None, None, 0.0)],
    ),
    "a formula over both": (asked("change"), [("01-02", None), ("01-03", 0.0), ("01-04", None), ("01-05", None)]),
    "without a granularity": (asked("last2", "running", "total", granularity=None), [(None, 6.0, 6.0)]),
    "without a time": ({"measures": ["Orders.last2"]}, [(63.0,)]),
    "a filter on it": (
        asked("last2", filters=[{"member": "Orders.last2", "operator": "gt", "values": ["1"]}]),
        [("01-03", 6.0), ("01-04", 6.0)],
    ),
    "each group has every bucket": (
        asked("last2", dimensions=["Orders.kind"], span=["2020-01-03", "2020-01-04"], order=[["Orders.kind", "asc"], ["Orders.created", "asc"]]),
        [("a", "01-03", 4.0), ("a", "01-04", 4.0), ("b", "01-03", 2.0), ("b", "01-04", 2.0)],
    ),
    "groups of a plain measure stand beside": (
        asked("next", "total", dimensions=["Orders.kind"], span=["2020-01-03", "2020-01-04"], order=[["Orders.kind", "asc"], ["Orders.created", "asc"]]),
        [("a", "01-03", 8.0, 4.0), ("a", "01-04", 8.0, None), ("b", "01-03", None, 2.0)],
    ),
    "rows that a join repeats": (
        asked("last2", "last2Count", dimensions=["Items.sku"], span=["2020-01-03", "2020-01-04"], order=[["Items.sku", "asc"], ["Orders.created", "asc"]]),
        [("x", "01-03", 2.0, 1.0), ("x", "01-04", 2.0, 1.0), ("y", "01-03", 6.0, 2.0), ("y", "01-04", 6.0, 2.0)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_window_reaches_as_far_as_it_says(name: str, rows: Engine) -> None:
    query, expected = CASES[name]
    assert expected == [pytest.approx(row) if None not in row else row for row in answer(rows, query)]


def test_buckets_are_those_of_the_querys_zone(rows: Engine) -> None:
    query = asked("last2", timezone="Asia/Kolkata", span=["2020-01-03", "2020-01-04"])
    assert [("01-03", 2.0), ("01-04", 6.0)] == answer(rows, query)


def test_a_window_looks_past_the_range_that_is_pushed_into_the_cube() -> None:
    made = statement(MODEL, asked("last2"), CLAIMS)
    assert "AND (1 = 1)" in made.sql
    assert ["bound"] == [guard.state for guard in made.guards]


@pytest.mark.parametrize(
    "query",
    [
        asked("last2", span=None),
        asked("last2", granularity="day") | {"timeDimensions": [
            {"dimension": f"Orders.{name}", "granularity": "day", "dateRange": ["2020-01-01", "2020-01-02"]}
            for name in ("created", "other")
        ]},
    ],
)  # fmt: skip
def test_a_window_needs_one_time_with_a_range(query: dict[str, Any]) -> None:
    assert ["E369"] == codes(statement, MODEL, query, CLAIMS)


def test_an_aggregate_of_its_own_has_no_window() -> None:
    assert ["E353"] == codes(statement, MODEL, asked("own"), CLAIMS)


def test_the_statement_of_a_window() -> None:
    made = statement(MODEL, asked("last2"), CLAIMS)
    expected = """\
SELECT
  buckets."begins" "orders.created_day",
  sum(events."orders.last2") "orders.last2"
FROM (
  SELECT
    begins "begins",
    begins + INTERVAL '1 days' "ends"
  FROM generate_series(date_trunc('day', $1::timestamp), $2::timestamp, INTERVAL '1 days') AS buckets (begins)
) AS buckets
LEFT JOIN ("""
    assert made.sql.startswith(expected)
