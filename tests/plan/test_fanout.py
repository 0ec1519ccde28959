"""Measures of cubes whose rows a join repeats: each row counts once. Rows are held against SQL written by hand."""

from collections.abc import Iterator
from typing import Any

import pytest
from tables import loaded

from cubeproof.diagnostics import CompileError
from cubeproof.engines import Engine
from models import codes, compiled, statement

DATA = """
CREATE TABLE fan_users (id INTEGER, city VARCHAR(20), tenant INTEGER);
INSERT INTO fan_users VALUES (1, 'Oslo', 1), (2, 'Oslo', 1), (3, 'Lima', 1), (4, NULL, 1), (5, 'Oslo', 2);
CREATE TABLE fan_orders (id INTEGER, user_id INTEGER, amount INTEGER, tenant INTEGER);
INSERT INTO fan_orders VALUES (1, 1, 10, 1), (2, 1, 20, 1), (3, 2, 5, 1), (4, 3, NULL, 1), (5, 4, 7, 1), (11, 4, 8, 1), (6, 1, 900, 2);
CREATE TABLE fan_items (order_id INTEGER, line INTEGER, sku VARCHAR(20), qty INTEGER);
INSERT INTO fan_items VALUES (1, 1, 'a', 1), (1, 2, 'a', 2), (1, 11, 'b', 1), (2, 1, 'a', 4), (11, 1, 'b', 3), (3, 1, NULL, 6);
CREATE TABLE fan_tags (id INTEGER, order_id INTEGER, line INTEGER, name VARCHAR(20));
INSERT INTO fan_tags VALUES (1, 1, 11, 'x'), (2, 1, 11, 'y'), (3, 11, 1, 'x'), (4, 1, 1, 'x');
CREATE TABLE fan_refunds (id INTEGER, order_id INTEGER, amount INTEGER);
INSERT INTO fan_refunds VALUES (1, 1, 3), (2, 1, 4), (3, 3, 1);
CREATE VIEW fan_visible AS SELECT * FROM fan_orders WHERE tenant = 1;
"""
MODEL = compiled(
    Users="""
cube(`Users`, {
  sql: `SELECT * FROM fan_users WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant')}`,
  joins: { Orders: { relationship: `hasMany`, sql: `${CUBE}.id = ${Orders}.user_id` } },
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    city: { sql: `city`, type: `string` },
  },
});""",
    Orders="""
cube(`Orders`, {
  sql: `SELECT * FROM fan_orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant')}`,
  joins: {
    Items: { relationship: `hasMany`, sql: `${CUBE}.id = ${Items}.order_id` },
    Refunds: { relationship: `hasMany`, sql: `${CUBE}.id = ${Refunds}.order_id` },
  },
  measures: {
    count: { type: `count` },
    total: { sql: `amount`, type: `sum` },
    average: { sql: `amount`, type: `avg` },
    most: { sql: `amount`, type: `max` },
    people: { sql: `user_id`, type: `countDistinct` },
    big: { sql: `amount`, type: `sum`, filters: [{ sql: `${CUBE}.amount >= 8` }] },
    bigOnes: { type: `count`, filters: [{ sql: `${CUBE}.amount >= 8` }] },
    raw: { sql: `sum(${CUBE}.amount) + 0`, type: `number` },
    perPiece: { sql: `${total} * 1.0 / ${Items.pieces}`, type: `number` },
    odd: { sql: `${total} - max(${CUBE}.amount)`, type: `number` },
    weighed: { sql: `${CUBE}.amount * ${Items.qty}`, type: `sum` },
    ofA: { type: `count`, filters: [{ sql: `${Items.sku} = 'a'` }] },
    skus: { sql: `${Items.sku}`, type: `countDistinct` },
    mixed: { sql: `${Users.count} + max(${CUBE}.amount)`, type: `number` },
  },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});""",
    Items="""
cube(`Items`, {
  sql: `SELECT * FROM fan_items`,
  joins: { Tags: { relationship: `hasMany`, sql: `${CUBE}.order_id = ${Tags}.order_id AND ${CUBE}.line = ${Tags}.line` } },
  measures: { count: { type: `count` }, pieces: { sql: `qty`, type: `sum` } },
  dimensions: {
    order: { sql: `order_id`, type: `number`, primaryKey: true },
    line: { sql: `line`, type: `number`, primaryKey: true },
    sku: { sql: `sku`, type: `string` },
    qty: { sql: `qty`, type: `number` },
  },
});""",
    Tags="""
cube(`Tags`, {
  sql: `SELECT * FROM fan_tags`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, name: { sql: `name`, type: `string` } },
});""",
    Refunds="""
cube(`Refunds`, {
  sql: `SELECT * FROM fan_refunds`,
  measures: { count: { type: `count` }, total: { sql: `amount`, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
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
    return sorted_rows(engine.run(made.sql, made.params).rows)


def sorted_rows(found: Any) -> list[tuple[Any, ...]]:
    plain = (
        tuple(round(float(v), 6) if isinstance(v, int | float) or hasattr(v, "as_tuple") else v for v in row)
        for row in found
    )
    return sorted(plain, key=repr)


ORDERS = "fan_visible"
ONCE = f"(SELECT DISTINCT i.sku, o.* FROM {ORDERS} o LEFT JOIN fan_items i ON i.order_id = o.id) t"
CASES = {
    "sums and averages": (
        {"measures": ["Orders.total", "Orders.average", "Orders.big", "Orders.raw"], "dimensions": ["Items.sku"]},
        f"SELECT sku, sum(amount), avg(amount), sum(CASE WHEN amount >= 8 THEN amount END), sum(amount) FROM {ONCE} GROUP BY sku",
    ),
    "counts": (
        {"measures": ["Orders.count", "Orders.bigOnes", "Orders.people", "Orders.most"], "dimensions": ["Items.sku"]},
        f"SELECT sku, count(id), count(CASE WHEN amount >= 8 THEN 1 END), count(DISTINCT user_id), max(amount) FROM {ONCE} GROUP BY sku",
    ),
    "the key itself as dimension": (
        {"measures": ["Orders.total"], "dimensions": ["Items.sku", "Orders.id"]},
        f"SELECT sku, id, sum(amount) FROM {ONCE} GROUP BY sku, id",
    ),
    "without dimensions": (
        {"measures": ["Orders.total", "Items.pieces", "Items.count"]},
        f"SELECT (SELECT sum(amount) FROM {ORDERS}), sum(i.qty), count(i.line) FROM {ORDERS} o JOIN fan_items i ON i.order_id = o.id",
    ),
    "a filter on the many side": (
        {"measures": ["Orders.total"], "filters": [{"member": "Items.sku", "operator": "equals", "values": ["a"]}]},
        f"SELECT sum(amount) FROM {ORDERS} o WHERE EXISTS (SELECT 1 FROM fan_items i WHERE i.order_id = o.id AND i.sku = 'a')",
    ),
    "two facts of one cube": (
        {"measures": ["Items.pieces", "Refunds.total", "Orders.count"], "dimensions": ["Orders.id"]},
        f"""SELECT id, (SELECT sum(qty) FROM fan_items i WHERE i.order_id = o.id),
            (SELECT sum(amount) FROM fan_refunds r WHERE r.order_id = o.id), 1 FROM {ORDERS} o""",
    ),
    "a measure of three cubes by the one above": (
        {"measures": ["Users.count", "Orders.total", "Items.pieces"], "dimensions": ["Users.city"]},
        f"""SELECT u.city, count(DISTINCT u.id),
            (SELECT sum(amount) FROM {ORDERS} o JOIN fan_users v ON v.id = o.user_id WHERE coalesce(v.city, '') = coalesce(u.city, '')),
            (SELECT sum(qty) FROM fan_items i JOIN {ORDERS} o ON o.id = i.order_id JOIN fan_users v ON v.id = o.user_id
             WHERE coalesce(v.city, '') = coalesce(u.city, '')) FROM fan_users u WHERE tenant = 1 GROUP BY u.city""",
    ),
    "a formula over leaves of two cubes": (
        {"measures": ["Orders.perPiece"]},
        f"SELECT (SELECT sum(amount) FROM {ORDERS}) * 1.0 / sum(i.qty) FROM {ORDERS} o JOIN fan_items i ON i.order_id = o.id",
    ),
    "an aggregate beside a measure": (
        {"measures": ["Orders.odd"], "dimensions": ["Items.sku"]},
        f"SELECT sku, sum(amount) - max(amount) FROM {ONCE} GROUP BY sku",
    ),
    "a filter on a measure that is not selected": (
        {"measures": ["Items.pieces"], "dimensions": ["Items.sku"], "filters": [{"member": "Orders.total", "operator": "gt", "values": ["20"]}]},
        """SELECT 'a', 7""",
    ),
    "an or of measures of two cubes": (
        {
            "measures": ["Items.pieces"],
            "dimensions": ["Items.sku"],
            "filters": [{"or": [{"member": "Orders.total", "operator": "gt", "values": ["29"]}, {"member": "Items.pieces", "operator": "equals", "values": ["6"]}]}],
        },
        "SELECT 'a', 7 UNION ALL SELECT NULL, 6",
    ),
    "composite keys": (
        {"measures": ["Items.count", "Items.pieces"], "dimensions": ["Tags.name"]},
        "SELECT 'x', 3, 5 UNION ALL SELECT 'y', 1, 1 UNION ALL SELECT NULL, 3, 12",
    ),
    "a distinct count of the many side": (
        {"measures": ["Orders.skus", "Orders.total"]},
        f"SELECT 2, sum(amount) FROM {ORDERS}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_every_row_counts_once(name: str, rows: Engine) -> None:
    query, by_hand = CASES[name]
    assert sorted_rows(rows.run(by_hand).rows) == answer(rows, query)


def test_order_limit_and_offset_stand_above_the_branches(rows: Engine) -> None:
    query = {
        "measures": ["Orders.total", "Items.pieces"],
        "dimensions": ["Orders.id"],
        "order": [["Orders.total", "desc"], ["Orders.id", "asc"]],
        "limit": 2,
        "offset": 1,
    }
    made = statement(MODEL, query, CLAIMS, dialect=rows.dialect)
    assert [(2, 20, 4), (1, 10, 4)] == [tuple(map(int, row)) for row in rows.run(made.sql, made.params).rows]


def test_the_guard_stands_inside_every_scan() -> None:
    made = statement(MODEL, {"measures": ["Orders.total"], "dimensions": ["Items.sku"]}, CLAIMS)
    assert 2 == made.sql.count("SELECT * FROM fan_orders WHERE tenant = $") == len(made.guards)
    assert [(0,), (1,)] == sorted(guard.params for guard in made.guards)
    assert (1, 1) == made.params
    assert (("Items", "fan_items"),) == made.unguarded


def test_the_statement_says_each_thing_once() -> None:
    made = statement(MODEL, {"measures": ["Orders.total"], "dimensions": ["Items.sku"]}, CLAIMS)
    expected = """\
SELECT
  orders_keys."items.sku" "items.sku",
  sum(orders.amount) "orders.total"
FROM (
  SELECT
    items.sku "items.sku",
    orders.id "orders.id"
  FROM (
    SELECT * FROM fan_orders WHERE tenant = $1
  ) AS orders
  LEFT JOIN fan_items AS items ON orders.id = items.order_id
  GROUP BY 1, 2
) AS orders_keys
LEFT JOIN (
  SELECT * FROM fan_orders WHERE tenant = $2
) AS orders ON orders_keys."orders.id" = orders.id
GROUP BY 1
ORDER BY 2 DESC"""
    assert expected == made.sql


def test_what_is_not_repeated_for_want_of_a_join_is_aggregated_as_it_is() -> None:
    made = statement(MODEL, {"measures": ["Orders.total", "Items.pieces"]}, CLAIMS)
    assert "_keys" not in made.sql
    assert "CROSS JOIN" in made.sql


def test_a_count_of_keys_needs_no_branch() -> None:
    made = statement(MODEL, {"measures": ["Orders.count"], "dimensions": ["Items.sku"]}, CLAIMS)
    assert 'count(DISTINCT orders.id) "orders.count"' in made.sql
    assert 1 == made.sql.count("SELECT\n")


@pytest.mark.parametrize("measure", ["weighed", "ofA"])
def test_a_measure_with_several_values_for_a_row_is_refused(measure: str) -> None:
    query = {"measures": [f"Orders.{measure}"]}
    assert ["E362"] == codes(statement, MODEL, query, CLAIMS)
    with pytest.raises(CompileError, match="it refers to `Items`, and `Orders` → `Items` is one to many"):
        statement(MODEL, query, CLAIMS)


def test_an_aggregate_beside_a_measure_of_a_cube_that_is_repeated_is_refused() -> None:
    query = {"measures": ["Orders.mixed"]}
    assert ["E362"] == codes(statement, MODEL, query, CLAIMS)
    with pytest.raises(CompileError, match="`Users` → `Orders` repeats"):
        statement(MODEL, query, CLAIMS)
