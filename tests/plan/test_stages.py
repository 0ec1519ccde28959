"""Multi-stage measures: rows written down by hand from the tables below, for two callers."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import psycopg
import pytest

from cubeproof.engines import Engine, connect
from models import codes, compiled, statement

DATA = """
CREATE TABLE st_users (id INTEGER, city VARCHAR(20));
INSERT INTO st_users VALUES (1, 'Oslo'), (2, 'Lima'), (3, NULL);
CREATE TABLE st_orders (id INTEGER, owner INTEGER, user_id INTEGER, status VARCHAR(20), made TIMESTAMP, amount INTEGER);
INSERT INTO st_orders VALUES
  (1, 42, 1, 'new', '2020-01-10 10:00:00', 10), (2, 42, 1, 'paid', '2020-01-20 10:00:00', 20),
  (3, 42, 2, 'new', '2020-02-10 10:00:00', 40), (4, 42, 2, 'new', '2020-02-11 10:00:00', 2),
  (5, 42, 3, 'paid', '2020-03-31 10:00:00', 100), (6, 42, 1, NULL, '2020-03-01 10:00:00', 1),
  (7, 7, 1, 'new', '2020-01-10 10:00:00', 1000), (8, 7, 2, 'paid', '2020-02-10 10:00:00', 2000);
"""
MODEL = compiled(
    Orders="""
cube(`Orders`, {
  sql: `SELECT * FROM st_orders WHERE ${USER_CONTEXT.id.filter('owner')}`,
  joins: { Users: { relationship: `belongsTo`, sql: `${CUBE}.user_id = ${Users}.id` } },
  measures: {
    count: { type: `count` },
    total: { sql: `amount`, type: `sum` },
    all: { sql: `${total}`, type: `sum`, multiStage: true, groupBy: [] },
    byStatus: { sql: `${total}`, type: `sum`, multiStage: true, groupBy: [status] },
    rest: { sql: `${total}`, type: `sum`, multiStage: true, reduceBy: [status] },
    most: { sql: `${total}`, type: `max`, multiStage: true, reduceBy: [status] },
    byMonth: { sql: `${total}`, type: `sum`, multiStage: true, groupBy: [made] },
    share: { sql: `1.0 * ${total} / ${all}`, type: `number`, multiStage: true },
    mixed: { sql: `${total} + ${count}`, type: `sum`, multiStage: true, reduceBy: [status] },
    raw: { sql: `amount`, type: `sum`, multiStage: true, groupBy: [] },
    perUser: { sql: `${total}`, type: `avg`, multiStage: true, addGroupBy: [Users.id] },
    users: { sql: `${total}`, type: `count`, multiStage: true, addGroupBy: [Users.id] },
    mostPerUser: { sql: `${total}`, type: `max`, multiStage: true, addGroupBy: [Users.id], reduceBy: [status] },
    mostOfRest: { sql: `${rest}`, type: `max`, multiStage: true, groupBy: [] },
    prior: { sql: `${total}`, type: `number`, multiStage: true, timeShift: [{ timeDimension: made, interval: `1 month`, type: `prior` }] },
    priorSum: { sql: `${total}`, type: `sum`, multiStage: true, timeShift: [{ interval: `1 month`, type: `prior` }] },
    following: { sql: `${total}`, type: `number`, multiStage: true, timeShift: [{ interval: `1 month`, type: `next` }] },
    twoBack: { sql: `${prior}`, type: `number`, multiStage: true, timeShift: [{ interval: `1 month`, type: `prior` }] },
    priorAll: { sql: `${prior}`, type: `sum`, multiStage: true, groupBy: [made] },
    growth: { sql: `${total} - ${prior}`, type: `number`, multiStage: true },
    ranked: { type: `rank`, multiStage: true, orderBy: [{ sql: `${total}`, dir: `desc` }], reduceBy: [Users.city] },
    alone: { type: `rank`, multiStage: true, orderBy: [{ sql: `${total}`, dir: `desc` }] },
    rankedInCity: { type: `rank`, multiStage: true, orderBy: [{ sql: `${total}`, dir: `asc` }], reduceBy: [status] },
    window: { sql: `amount`, type: `sum`, rollingWindow: { trailing: `unbounded` } },
    ofWindow: { sql: `${window}`, type: `sum`, multiStage: true, groupBy: [] },
    counted: { sql: `${total}`, type: `count`, multiStage: true, groupBy: [] },
    numbered: { sql: `${total}`, type: `number`, multiStage: true, groupBy: [] },
    picked: { sql: `${total}`, type: `sum`, multiStage: true, grain: { keepOnly: [status] } },
    filtered: { sql: `${share}`, type: `number`, filters: [{ sql: `${CUBE}.amount > 1` }] },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, public: true },
    status: { sql: `status`, type: `string` },
    made: { sql: `made`, type: `time` },
  },
});""",
    Users="""
cube(`Users`, {
  sql: `SELECT * FROM st_users`,
  joins: { Orders: { relationship: `hasMany`, sql: `${CUBE}.id = ${Orders}.user_id` } },
  measures: { people: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true, public: true }, city: { sql: `city`, type: `string` } },
});
cube(`Towns`, {
  sql: `SELECT * FROM st_users WHERE city = 'Lima'`,
  joins: { Orders: { relationship: `hasMany`, sql: `${CUBE}.id = ${Orders}.user_id` } },
  measures: { people: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
view(`Sales`, { cubes: [{ joinPath: Orders, includes: [`all`, `total`, `status`] }] });""",
)
ME = {"id": 42}
CITY = {"dimensions": ["Users.city"], "order": {"Users.city": "asc"}}
BOTH = {
    "dimensions": ["Users.city", "Orders.status"],
    "order": [["Users.city", "asc"], ["Orders.status", "asc"]],
}
MONTHS = ["2020-01-01T00:00:00.000", "2020-02-01T00:00:00.000", "2020-03-01T00:00:00.000"]


@pytest.fixture(scope="module", params=["duckdb", "sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param != "postgres":
        with connect(f"{request.param}:///:memory:", data=DATA) as found:
            yield found
        return
    url = request.getfixturevalue("postgres_url")
    with psycopg.connect(url) as session:
        session.execute(DATA.encode())
    with connect(url) as found:
        yield found


def rows(
    engine: Engine, query: dict[str, Any], claims: dict[str, Any] | None = None, **options: Any
) -> list[tuple[Any, ...]]:
    from cubeproof.engines import plain

    made = statement(MODEL, query, ME if claims is None else claims, dialect=engine.dialect, **options)
    found = [tuple(plain(value) for value in row) for row in engine.run(made.sql, made.params).rows]
    return [tuple(float(value) if isinstance(value, Decimal) else value for value in row) for row in found]


def by_month(*measures: str, **more: Any) -> dict[str, Any]:
    time = {"dimension": "Orders.made", "granularity": "month", "dateRange": ["2020-01-01", "2020-03-31"]}
    return {
        "measures": [f"Orders.{name}" for name in measures],
        "timeDimensions": [time],
        "order": {"Orders.made": "asc"},
    } | more


ANSWERS: list[tuple[dict[str, Any], list[tuple[Any, ...]]]] = [
    # the whole, a part, all but a part
    ({"measures": ["Orders.all"]}, [(173,)]),
    (CITY | {"measures": ["Orders.total", "Orders.all"]}, [("Lima", 42, 173), ("Oslo", 31, 173), (None, 100, 173)]),
    (CITY | {"measures": ["Orders.all"]}, [("Lima", 173), ("Oslo", 173), (None, 173)]),
    (CITY | {"measures": ["Orders.byStatus"]}, [("Lima", 173), ("Oslo", 173), (None, 173)]),
    (BOTH | {"measures": ["Orders.byStatus"]},
     [("Lima", "new", 52), ("Oslo", "new", 52), ("Oslo", "paid", 120), ("Oslo", None, 1), (None, "paid", 120)]),
    (BOTH | {"measures": ["Orders.total", "Orders.rest", "Orders.most"]},
     [("Lima", "new", 42, 42, 42), ("Oslo", "new", 10, 31, 20), ("Oslo", "paid", 20, 31, 20), ("Oslo", None, 1, 31, 20), (None, "paid", 100, 100, 100)]),
    (BOTH | {"measures": ["Orders.mixed"]},
     [("Lima", "new", 44), ("Oslo", "new", 34), ("Oslo", "paid", 34), ("Oslo", None, 34), (None, "paid", 101)]),
    (BOTH | {"measures": ["Orders.mostOfRest"], "limit": 2}, [("Lima", "new", 100), ("Oslo", "new", 100)]),
    (CITY | {"measures": ["Orders.raw"]}, [("Lima", 173), ("Oslo", 173), (None, 173)]),
    # formulas
    (CITY | {"measures": ["Orders.share"], "filters": [{"member": "Users.city", "operator": "equals", "values": ["Oslo", "Lima"]}]},
     [("Lima", pytest.approx(42 / 73)), ("Oslo", pytest.approx(31 / 73))]),
    # finer groups inside
    ({"dimensions": ["Orders.status"], "measures": ["Orders.perUser", "Orders.users"], "order": {"Orders.status": "asc"}},
     [("new", 26, 2), ("paid", 60, 2), (None, 1, 1)]),
    (BOTH | {"measures": ["Orders.mostPerUser"], "limit": 3}, [("Lima", "new", 42), ("Oslo", "new", 20), ("Oslo", "paid", 20)]),
    # another time
    (by_month("total", "prior", "growth"), [(MONTHS[0], 30, None, None), (MONTHS[1], 42, 30, 12), (MONTHS[2], 101, 42, 59)]),
    (by_month("priorSum"), [(MONTHS[1], 30), (MONTHS[2], 42)]),
    (by_month("following"), [(MONTHS[0], 42), (MONTHS[1], 101)]),
    (by_month("twoBack", "total"), [(MONTHS[0], None, 30), (MONTHS[1], None, 42), (MONTHS[2], 30, 101)]),
    (by_month("priorAll", dimensions=["Orders.status"], order=[["Orders.made", "asc"], ["Orders.status", "asc"]]),
     [("new", MONTHS[1], 30), ("paid", MONTHS[1], 30), ("new", MONTHS[2], 42)]),
    ({"measures": ["Orders.prior"], "timeDimensions": [{"dimension": "Orders.made", "dateRange": ["2020-02-01", "2020-02-29"]}]}, [(30,)]),
    (by_month("byMonth", dimensions=["Users.city"], order=[["Orders.made", "asc"], ["Users.city", "asc"]]),
     [("Oslo", MONTHS[0], 30), ("Lima", MONTHS[1], 42), ("Oslo", MONTHS[2], 101), (None, MONTHS[2], 101)]),
    # ranks
    (CITY | {"measures": ["Orders.ranked", "Orders.alone"]}, [("Lima", 2, 1), ("Oslo", 3, 1), (None, 1, 1)]),
    (BOTH | {"measures": ["Orders.rankedInCity"]},
     [("Lima", "new", 1), ("Oslo", "new", 2), ("Oslo", "paid", 3), ("Oslo", None, 1), (None, "paid", 1)]),
    # filters, order, limit
    (CITY | {"measures": ["Orders.all"], "filters": [{"member": "Orders.status", "operator": "equals", "values": ["new"]}]},
     [("Lima", 52), ("Oslo", 52)]),
    (CITY | {"measures": ["Orders.ranked"], "filters": [{"member": "Orders.ranked", "operator": "lte", "values": ["2"]}]},
     [("Lima", 2), (None, 1)]),
    (CITY | {"measures": ["Orders.all", "Orders.share"], "filters": [{"member": "Orders.total", "operator": "gt", "values": ["31"]}]},
     [("Lima", 173, pytest.approx(42 / 173)), (None, 173, pytest.approx(100 / 173))]),
    ({"dimensions": ["Users.city"], "measures": ["Orders.share"], "order": {"Orders.share": "desc"}, "limit": 1},
     [(None, pytest.approx(100 / 173))]),
    # through a view, and beside rows that a join repeats
    ({"dimensions": ["Sales.status"], "measures": ["Sales.all", "Sales.total"], "order": {"Sales.status": "asc"}},
     [("new", 173, 52), ("paid", 173, 120), (None, 173, 1)]),
    (CITY | {"measures": ["Users.people", "Orders.all"]}, [("Lima", 1, 173), ("Oslo", 1, 173), (None, 1, 173)]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "expected"), ANSWERS)
def test_rows(query: dict[str, Any], expected: list[tuple[Any, ...]], engine: Engine) -> None:
    assert expected == rows(engine, query)


def test_a_stage_aggregates_the_rows_of_the_query_around_it(engine: Engine) -> None:
    alone = {"measures": ["Orders.all"]}
    assert [(173,)] == rows(engine, alone)
    # only towns join orders, so that only orders of a town are rows of this query
    assert [(42, 1)] == rows(engine, {"measures": ["Orders.all", "Towns.people"]})


def test_every_stage_reads_the_callers_own_rows(engine: Engine) -> None:
    assert [("Lima", 2000, 3000), ("Oslo", 1000, 3000)] == rows(
        engine, CITY | {"measures": ["Orders.total", "Orders.all"]}, {"id": 7}
    )
    assert [(MONTHS[0], 1000, None), (MONTHS[1], 2000, 1000), (MONTHS[2], None, 2000)] == rows(
        engine, by_month("total", "prior"), {"id": 7}
    )
    made = statement(MODEL, by_month("total", "prior"), {"id": 7})
    assert 2 == len(made.guards) == len([scan for scan in made.uses.scans if scan.guards])


def test_a_shift_is_of_the_clocks_of_the_querys_zone(engine: Engine) -> None:
    zone = "America/New_York" if engine.dialect != "sqlite" else "Asia/Tokyo"  # which has one offset
    found = rows(engine, by_month("prior", timezone=zone))
    assert [(MONTHS[1], 30), (MONTHS[2], 42)] == found


@pytest.mark.parametrize(
    "query",
    [
        by_month("ofWindow"),
        by_month("all", "window"),
        CITY | {"measures": ["Orders.counted"]},
        CITY | {"measures": ["Orders.numbered"]},
        CITY | {"measures": ["Orders.picked"]},
        CITY | {"measures": ["Orders.filtered"]},
        {"measures": ["Orders.all"], "dimensions": ["Orders.id"], "ungrouped": True},
        {"measures": ["Orders.prior"], "dimensions": ["Orders.made"]},
        by_month("prior", filters=[{"member": "Orders.made", "operator": "afterDate", "values": ["2020-01-01"]}]),
    ],
)  # fmt: skip
def test_what_has_no_certain_meaning_is_refused(query: dict[str, Any]) -> None:
    assert "E353" in codes(statement, MODEL, query, ME)
