"""Sub-query dimensions: a measure of other rows for each row of a cube. Rows are held against SQL written by hand."""

from collections.abc import Iterator
from typing import Any

import pytest
from tables import loaded

from cubeproof.engines import Engine
from models import codes, compiled, statement

DATA = """
CREATE TABLE sub_users (id INTEGER, city VARCHAR(20), tenant INTEGER);
INSERT INTO sub_users VALUES (1, 'Oslo', 1), (2, 'Oslo', 1), (3, 'Lima', 1), (4, 'Lima', 2);
CREATE TABLE sub_orders (id INTEGER, user_id INTEGER, amount INTEGER, status VARCHAR(20), placed TIMESTAMP, tenant INTEGER);
INSERT INTO sub_orders VALUES
  (1, 1, 10, 'new', '2020-01-01 10:00:00', 1), (2, 1, 20, 'paid', '2020-01-02 10:00:00', 1),
  (3, 2, 5, 'paid', '2020-01-03 10:00:00', 1), (4, 1, 900, 'paid', '2019-01-01 10:00:00', 2);
CREATE TABLE sub_items (id INTEGER, order_id INTEGER, qty INTEGER);
INSERT INTO sub_items VALUES (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 3, 7);
"""
MODEL = compiled(
    Users="""
cube(`Users`, {
  sql: `SELECT * FROM sub_users WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant')}`,
  joins: { Orders: { relationship: `hasMany`, sql: `${CUBE}.id = ${Orders}.user_id` } },
  measures: {
    count: { type: `count` },
    averageSpent: { sql: `${spent}`, type: `avg` },
    spentByAll: { sql: `${spent}`, type: `sum` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    city: { sql: `city`, type: `string` },
    spent: { sql: `${Orders.total}`, type: `number`, subQuery: true },
    spentThen: { sql: `${Orders.total}`, type: `number`, subQuery: true, propagateFiltersToSubQuery: true },
    first: { sql: `${Orders.first}`, type: `time`, subQuery: true },
    perOrder: { sql: `${Orders.total} / ${Orders.count}`, type: `number`, subQuery: true },
    pieces: { sql: `${Orders.pieces}`, type: `number`, subQuery: true },
    rich: { sql: `CASE WHEN ${spent} > 10 THEN 'rich' ELSE 'poor' END`, type: `string` },
    empty: { sql: `${city}`, type: `string`, subQuery: true },
  },
});""",
    Orders="""
cube(`Orders`, {
  sql: `SELECT * FROM sub_orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant')}`,
  joins: { Items: { relationship: `hasMany`, sql: `${CUBE}.id = ${Items}.order_id` } },
  measures: {
    count: { type: `count` },
    total: { sql: `amount`, type: `sum` },
    first: { sql: `placed`, type: `min` },
    pieces: { sql: `${quantity}`, type: `sum` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    status: { sql: `status`, type: `string` },
    at: { sql: `placed`, type: `time` },
    quantity: { sql: `${Items.quantity}`, type: `number`, subQuery: true },
  },
});""",
    Items="""
cube(`Items`, {
  sql: `SELECT * FROM sub_items`,
  measures: { quantity: { sql: `qty`, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});""",
    Keyless="""
cube(`Keyless`, {
  sql: `SELECT 1 AS a`,
  joins: { Orders: { relationship: `hasMany`, sql: `${CUBE}.a = ${Orders}.user_id` } },
  dimensions: { spent: { sql: `${Orders.total}`, type: `number`, subQuery: true } },
});""",
)
CLAIMS = {"tenant": 1}


@pytest.fixture(scope="module", params=["duckdb", "sqlite", "postgres"])
def rows(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The tables above on each engine."""
    with loaded(request, DATA) as engine:
        yield engine


def answer(engine: Engine, query: dict[str, Any]) -> list[tuple[Any, ...]]:
    made = statement(MODEL, query, CLAIMS, dialect=engine.dialect)
    found = engine.run(made.sql, made.params).rows
    return sorted((tuple(_plain(value) for value in row) for row in found), key=repr)


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, int) or hasattr(value, "as_tuple") else value


PAID = {"member": "Orders.status", "operator": "equals", "values": ["paid"]}
CASES: dict[str, tuple[dict[str, Any], list[tuple[Any, ...]]]] = {
    "a dimension": ({"dimensions": ["Users.id", "Users.spent"]}, [(1.0, 30.0), (2.0, 5.0), (3.0, None)]),
    "an average over it": (
        {"measures": ["Users.averageSpent"], "dimensions": ["Users.city"]},
        [("Lima", None), ("Oslo", 17.5)],
    ),
    "a sum over it beside the rows that repeat its cube": (
        {"measures": ["Users.spentByAll", "Orders.count"], "dimensions": ["Users.city"]},
        [("Lima", None, 0.0), ("Oslo", 35.0, 2.0 + 1.0)],
    ),
    "a sum over it by a dimension of the many side": (
        {"measures": ["Users.spentByAll"], "dimensions": ["Orders.status"]},
        [("new", 30.0), ("paid", 35.0), (None, None)],
    ),
    "a filter": (
        {"measures": ["Users.count"], "filters": [{"member": "Users.spent", "operator": "gt", "values": ["10"]}]},
        [(1.0,)],
    ),
    "a dimension that refers to it": (
        {"measures": ["Users.count"], "dimensions": ["Users.rich"]},
        [("poor", 2.0), ("rich", 1.0)],
    ),
    "a formula": ({"dimensions": ["Users.id", "Users.perOrder"]}, [(1.0, 15.0), (2.0, 5.0), (3.0, None)]),
    "one inside another": ({"dimensions": ["Users.id", "Users.pieces"]}, [(1.0, 6.0), (2.0, 7.0), (3.0, None)]),
    "filters stay outside": (
        {"dimensions": ["Users.id", "Users.spent"], "filters": [PAID]},
        [(1.0, 30.0), (2.0, 5.0)],
    ),
    "filters are propagated": (
        {"dimensions": ["Users.id", "Users.spentThen"], "filters": [PAID]},
        [(1.0, 20.0), (2.0, 5.0)],
    ),
    "ranges are propagated": (
        {
            "dimensions": ["Users.id", "Users.spentThen"],
            "timeDimensions": [{"dimension": "Orders.at", "dateRange": ["2020-01-01", "2020-01-01"]}],
        },
        [(1.0, 10.0)],
    ),
    "a filter on itself is not": (
        {"dimensions": ["Users.id"], "filters": [{"member": "Users.spentThen", "operator": "gt", "values": ["10"]}]},
        [(1.0,)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_row_has_its_value(name: str, rows: Engine) -> None:
    query, expected = CASES[name]
    assert sorted(expected, key=repr) == answer(rows, query)


def test_it_can_be_a_time_dimension(rows: Engine) -> None:
    times = [{"dimension": "Users.first", "granularity": "day", "dateRange": ["2020-01-01", "2020-01-02"]}]
    ((day, count),) = answer(rows, {"measures": ["Users.count"], "timeDimensions": times})
    assert "2020-01-01" == str(day)[:10]
    assert count == 1


def test_the_guards_stand_inside_as_well() -> None:
    made = statement(MODEL, {"dimensions": ["Users.spent"]}, CLAIMS)
    assert ["Users", "Users", "Orders"] == [guard.cube for guard in made.guards]
    assert 3 == made.sql.count("WHERE tenant = $")


@pytest.mark.parametrize("member", ["Users.empty", "Keyless.spent"])
def test_one_that_cannot_be_a_query_is_refused(member: str) -> None:
    assert ["E368"] == codes(statement, MODEL, {"dimensions": [member]}, CLAIMS)
