"""Filters of a calculated measure: each measure of its formula takes the rows that meet them; rows written down by hand."""

from typing import Any

import pytest

from cubeproof.engines import Engine
from models import codes, compiled, statement

MODEL = compiled(
    Items="""cube(`Items`, {
      sql: `SELECT 1 AS id, 10 AS order_id, 5 AS price, 'new' AS state UNION ALL SELECT 2, 10, 7, 'old'
            UNION ALL SELECT 3, 11, 9, 'new' UNION ALL SELECT 4, 12, 1, 'old'`,
      joins: {Orders: {relationship: `belongsTo`, sql: `${CUBE}.order_id = ${Orders}.id`}},
      measures: {
        count: {type: `count`}, total: {type: `sum`, sql: `price`},
        large: {type: `count`, filters: [{sql: `${CUBE}.price > 5`}]},
        mean: {type: `number`, sql: `${total} / ${count}`, filters: [{sql: `${CUBE}.state = 'new'`}]},
        both: {type: `number`, sql: `${large} + ${mean}`, filters: [{sql: `${CUBE}.price < 9`}]},
        raw: {type: `number`, sql: `sum(price)`, filters: [{sql: `${CUBE}.state = 'new'`}]},
      },
      dimensions: {id: {sql: `id`, type: `number`, primaryKey: true}, state: {sql: `state`, type: `string`}},
    });""",
    Orders="""cube(`Orders`, {
      sql: `SELECT 10 AS id, 'DE' AS country, 2 AS weight UNION ALL SELECT 11, 'FR', 3 UNION ALL SELECT 12, 'FR', 4`,
      joins: {Items: {relationship: `hasMany`, sql: `${CUBE}.id = ${Items}.order_id`}},
      measures: {weight: {type: `sum`, sql: `weight`}, french: {
        type: `number`, sql: `${weight} * 10`, filters: [{sql: `${CUBE}.country = 'FR'`}]}},
      dimensions: {id: {sql: `id`, type: `number`, primaryKey: true}, country: {sql: `country`, type: `string`}},
    });""",
)


@pytest.fixture(params=["duckdb_sample", "sqlite_sample", "postgres_sample"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.getfixturevalue(request.param)


def rows(engine: Engine, measure: str, dimension: str | None = None, **query: Any) -> list[tuple[Any, ...]]:
    asked: dict[str, Any] = {"measures": [measure], **query}
    if dimension is not None:
        asked |= {"dimensions": [dimension], "order": {dimension: "asc"}}
    made = statement(MODEL, asked, dialect=engine.dialect)
    return [tuple(v if v is None or isinstance(v, str) else int(v) for v in row)
            for row in engine.run(made.sql, made.params).rows]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "dimension", "expected"),
    [
        ("Items.mean", None, [(7,)]),
        ("Items.mean", "Items.state", [("new", 7), ("old", None)]),
        ("Items.mean", "Orders.country", [("DE", 5), ("FR", 9)]),
        ("Items.both", "Orders.country", [("DE", 6), ("FR", None)]),
        ("Orders.french", None, [(70,)]),
        ("Orders.french", "Items.state", [("new", 30), ("old", 40)]),
    ],
)
def test_a_formula_takes_the_rows_of_its_filters(
    engine: Engine, measure: str, dimension: str | None, expected: list[tuple[Any, ...]]
) -> None:
    assert expected == rows(engine, measure, dimension)


def test_it_can_be_filtered_itself(engine: Engine) -> None:
    large = {"member": "Items.mean", "operator": "gt", "values": ["6"]}
    assert [("FR", 9)] == rows(engine, "Items.mean", "Orders.country", filters=[large])


def test_an_aggregate_of_its_own_with_filters_is_refused() -> None:
    assert ["E353"] == codes(statement, MODEL, {"measures": ["Items.raw"]})


WINDOW = compiled(
    Items="""cube(`Items`, {sql: `SELECT * FROM items`, measures: {
      week: {type: `sum`, sql: `x`, rollingWindow: {trailing: `7 day`}},
      filtered: {type: `number`, sql: `${week} * 2`, filters: [{sql: `${CUBE}.a = 1`}]},
      mixed: {type: `number`, sql: `sum(x) / ${week}`}},
      dimensions: {id: {sql: `id`, type: `number`, primaryKey: true}, at: {sql: `at`, type: `time`}}});"""
)


@pytest.mark.parametrize("measure", ["filtered", "mixed"])
def test_a_window_that_would_be_lost_inside_a_formula_is_refused(measure: str) -> None:
    time = {"dimension": "Items.at", "granularity": "day", "dateRange": ["2020-01-01", "2020-01-05"]}
    query = {"measures": [f"Items.{measure}"], "timeDimensions": [time]}
    assert ["E353"] == codes(statement, WINDOW, query)


def test_a_window_has_no_value_in_a_row() -> None:
    query = {"measures": ["Items.week"], "dimensions": ["Items.id"], "ungrouped": True}
    assert ["E383"] == codes(statement, WINDOW, query)
