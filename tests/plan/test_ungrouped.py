"""`ungrouped`, `total` and `measureFilter`, executed on every engine: the rows are written down by hand."""

from typing import Any

import pytest

from cubeproof.engines import Engine
from cubeproof.pipeline import compile_request
from cubeproof.request.context import SecurityContext
from models import NOW, codes, compiled, read_queries, statement

ITEMS = """cube(`Items`, {
  sql: `SELECT 1 AS id, 10 AS order_id, 5 AS price, 'new' AS state UNION ALL SELECT 2, 10, 7, 'old'
        UNION ALL SELECT 3, 11, NULL, 'new' UNION ALL SELECT 4, NULL, 1, NULL`,
  joins: {Orders: {relationship: `belongsTo`, sql: `${CUBE}.order_id = ${Orders}.id`}},
  measures: {
    count: {type: `count`}, total: {type: `sum`, sql: `price`}, best: {type: `max`, sql: `price`},
    states: {type: `countDistinct`, sql: `state`}, priced: {type: `count`, sql: `price`},
    fresh: {type: `count`, filters: [{sql: `${CUBE}.state = 'new'`}]},
    freshTotal: {type: `sum`, sql: `price`, filters: [{sql: `${CUBE}.state = 'new'`}]},
    share: {type: `number`, sql: `${total} * 10`}, raw: {type: `number`, sql: `sum(price)`},
  },
  dimensions: {id: {sql: `id`, type: `number`, primaryKey: true}, state: {sql: `state`, type: `string`}},
});"""
ORDERS = """cube(`Orders`, {
  sql: `SELECT 10 AS id, 'DE' AS country UNION ALL SELECT 11, 'FR'`,
  measures: {count: {type: `count`}, german: {type: `count`, filters: [{sql: `${CUBE}.country = 'DE'`}]}},
  dimensions: {id: {sql: `id`, type: `number`, primaryKey: true}, country: {sql: `country`, type: `string`}},
});"""
KEYLESS = "cube(`Log`, {sql: `SELECT 1 AS x`, measures: {count: {type: `count`}}, dimensions: {x: {sql: `x`, type: `number`}}});"
MODEL = compiled(Items=ITEMS, Orders=ORDERS, Log=KEYLESS)


@pytest.fixture(params=["duckdb_sample", "sqlite_sample", "postgres_sample"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.getfixturevalue(request.param)


def rows(engine: Engine, *members: str, **query: Any) -> list[tuple[Any, ...]]:
    asked = {"measures": list(members), "dimensions": ["Items.id"], "order": {"Items.id": "asc"}, **query}
    made = statement(MODEL, asked, dialect=engine.dialect)
    return [tuple(None if v is None else v if isinstance(v, str) else int(v) for v in row)
            for row in engine.run(made.sql, made.params).rows]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("count", [1, 1, 1, 1]),
        ("total", [5, 7, None, 1]),
        ("best", [5, 7, None, 1]),
        ("states", [1, 1, 1, None]),
        ("priced", [1, 1, None, 1]),
        ("fresh", [1, None, 1, None]),
        ("freshTotal", [5, None, None, None]),
        ("share", [50, 70, None, 10]),
    ],
)
def test_a_measure_is_its_value_in_each_row(engine: Engine, measure: str, expected: list[Any]) -> None:
    assert list(zip((1, 2, 3, 4), expected, strict=True)) == rows(engine, f"Items.{measure}", ungrouped=True)


def test_joined_rows_are_shown_as_they_are_joined(engine: Engine) -> None:
    found = rows(
        engine,
        "Orders.count",
        "Items.total",
        dimensions=["Items.id", "Orders.id", "Orders.country"],
        ungrouped=True,
    )
    assert [
        (1, 10, "DE", 1, 5),
        (2, 10, "DE", 1, 7),
        (3, 11, "FR", 1, None),
        (4, None, None, None, 1),
    ] == found


def test_rows_are_filtered_ordered_and_limited(engine: Engine) -> None:
    priced = {"member": "Items.state", "operator": "set"}
    found = rows(
        engine, "Items.total", ungrouped=True, filters=[priced], order={"Items.id": "desc"}, limit=2, offset=1
    )
    assert [(2, 7), (1, 5)] == found


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"measures": ["Items.count"], "dimensions": ["Items.state"]}, "`Items.id` is missing"),
        (
            {"measures": ["Items.count"], "dimensions": ["Items.id", "Orders.country"]},
            "`Orders.id` is missing",
        ),
        ({"measures": ["Log.count"], "dimensions": ["Log.x"]}, "has none"),
        ({"measures": ["Items.raw"], "dimensions": ["Items.id"]}, "an aggregate of its own"),
        (
            {
                "dimensions": ["Items.id"],
                "filters": [{"member": "Items.total", "operator": "gt", "values": [1]}],
            },
            "measures cannot be filtered",
        ),
    ],
)
def test_what_cannot_be_shown_row_by_row_is_refused(query: dict[str, Any], message: str) -> None:
    (request,) = read_queries({**query, "ungrouped": True}, now=NOW).value
    made = compile_request(MODEL, request, SecurityContext.from_claims({}).value)
    assert [("E383", True)] == [(d.code, message in d.message) for d in made.diagnostics]


def total(engine: Engine, **query: Any) -> list[Any]:
    counted = []
    for request in read_queries({"total": True, **query}, now=NOW).value:
        made = compile_request(MODEL, request, SecurityContext.from_claims({}).value, dialect=engine.dialect)
        assert made.value is not None
        counted.append(engine.run(made.value.sql, made.value.params))
    assert ("total_count",) == counted[1].columns
    return [len(counted[0].rows), int(str(counted[1].rows[0][0]))]


def test_a_total_counts_the_rows_without_limit_and_offset(engine: Engine) -> None:
    large = {"member": "Items.total", "operator": "gt", "values": ["2"]}
    assert [1, 3] == total(engine, measures=["Items.total"], dimensions=["Items.state"], limit=1)
    assert [2, 2] == total(engine, measures=["Items.total"], dimensions=["Items.state"], filters=[large])
    assert [1, 4] == total(engine, dimensions=["Items.id"], ungrouped=True, limit=1, offset=3)
    assert [1, 1] == total(engine, measures=["Items.count"])
    assert [2, 3] == total(
        engine, measures=["Items.total", "Orders.count"], dimensions=["Orders.country"], limit=2
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ([("Items.fresh",)], [1, 3]),
        ([("Items.count",)], [1, 2, 3, 4]),
        ([("Orders.german",)], [1, 2]),
        ([("Items.fresh",), ("Orders.german",)], [1]),
        ([("Items.fresh", "Orders.german")], [1, 2, 3]),
    ],
)
def test_a_measure_filter_takes_the_rows_that_the_measure_takes(
    engine: Engine, filters: list[tuple[str, ...]], expected: list[int]
) -> None:
    asked = [{"or": [{"member": member, "operator": "measureFilter"} for member in one]} for one in filters]
    assert expected == [row[0] for row in rows(engine, filters=asked)]


def test_a_measure_filter_may_stand_beside_dimensions_and_not_beside_measures(engine: Engine) -> None:
    fresh = {"member": "Items.fresh", "operator": "measureFilter"}
    old = {"member": "Items.state", "operator": "equals", "values": ["old"]}
    many = {"member": "Items.count", "operator": "gt", "values": ["1"]}
    assert [1, 2, 3] == [row[0] for row in rows(engine, filters=[{"or": [fresh, old]}])]
    assert ["E354"] == codes(
        statement, MODEL, {"measures": ["Items.count"], "filters": [{"or": [fresh, many]}]}
    )


def test_a_measure_filter_on_a_dimension_is_an_error() -> None:
    filters = [{"member": "Items.state", "operator": "measureFilter"}]
    assert ["E352"] == codes(statement, MODEL, {"measures": ["Items.count"], "filters": filters})
