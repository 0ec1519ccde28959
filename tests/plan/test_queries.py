"""What a query's keys become: columns, filters, order, limits; and what is refused."""

from typing import Any

import pytest

from models import codes, compiled, statement

MODEL = compiled(
    Orders="""
cube(`Orders`, {
  sql: `SELECT * FROM orders`,
  measures: {
    count: { type: `count` },
    total: { sql: `amount`, type: `sum` },
    big: { sql: `amount`, type: `sum`, filters: [{ sql: `${CUBE}.amount > 10` }] },
    net: { sql: `${total} - ${big}`, type: `number` },
    twice: { sql: `2 * ${net}`, type: `number` },
    people: { sql: `user_id`, type: `countDistinct` },
    window: { sql: `amount`, type: `sum`, rollingWindow: { trailing: `7 day` } },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    status: { sql: `status`, type: `string` },
    either: { sql: `${CUBE}.a OR ${CUBE}.b`, type: `boolean` },
    size: { type: `string`, case: { when: [{ sql: `${CUBE}.amount > 10`, label: `it's big` }], else: { label: `small` } } },
    place: { type: `geo`, latitude: { sql: `lat` }, longitude: { sql: `lon` } },
    createdAt: { sql: `created_at`, type: `time` },
    month: { sql: `${createdAt.month}`, type: `time` },
    local: { sql: `${SQL_UTILS.convertTz(`created_at`)}`, type: `time` },
  },
  segments: { done: { sql: `${CUBE}.status = 'done' OR ${CUBE}.closed` } },
});
view(`V`, { cubes: [{ joinPath: Orders, includes: `*` }] });
"""
)


def sql(query: dict[str, Any], **options: Any) -> str:
    return statement(MODEL, query, **options).sql


def line(query: dict[str, Any], start: str) -> str:
    """The one line that starts like that, without the start."""
    (found,) = [text for text in sql(query).splitlines() if text.strip().startswith(start)]
    return found.strip().removeprefix(start).strip()


def test_columns_come_as_dimensions_times_measures() -> None:
    query = {
        "measures": ["Orders.count"],
        "timeDimensions": [{"dimension": "Orders.createdAt", "granularity": "day"}],
        "dimensions": ["Orders.status"],
    }
    made = statement(MODEL, query)
    assert ["orders.status", "orders.created_at_day", "orders.count"] == [
        column.alias for column in made.columns
    ]
    assert ["Orders.status", "Orders.createdAt.day", "Orders.count"] == [column.id for column in made.columns]
    assert "GROUP BY 1, 2" in made.sql


def test_underscored_aliases() -> None:
    query = {"timeDimensions": [{"dimension": "Orders.createdAt", "granularity": "day"}]}
    assert '"orders__created_at_day"' in sql(query, aliases="underscored")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"measures": ["Orders.count"]}, ""),
        ({"measures": ["Orders.count"], "dimensions": ["Orders.status"]}, "ORDER BY 2 DESC"),
        ({"dimensions": ["Orders.status", "Orders.id"]}, "ORDER BY 1"),
        ({"measures": ["Orders.count"], "timeDimensions": [{"dimension": "Orders.createdAt", "granularity": "day"}]}, "ORDER BY 1"),
        ({"measures": ["Orders.count"], "dimensions": ["Orders.status"], "order": []}, ""),
        ({"measures": ["Orders.count"], "dimensions": ["Orders.status"], "order": {"Orders.status": "desc"}}, "ORDER BY 1 DESC"),
        (
            {
                "measures": ["Orders.count"],
                "timeDimensions": [{"dimension": "Orders.createdAt", "granularity": "day"}],
                "order": {"Orders.createdAt": "desc"},
            },
            "ORDER BY 1 DESC",
        ),
    ],
)  # fmt: skip
def test_order(query: dict[str, Any], expected: str) -> None:
    found = [text for text in sql(query).splitlines() if text.startswith("ORDER BY")]
    assert ([expected] if expected else []) == found


def test_ordering_by_what_is_not_selected_is_a_warning() -> None:
    made = statement(MODEL, {"measures": ["Orders.count"], "order": {"Orders.status": "asc"}})
    assert ["E358"] == [d.code for d in made.diagnostics]
    assert "ORDER BY" not in made.sql


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("count", "count(orders.id)"),
        ("total", "sum(orders.amount)"),
        ("big", "sum(CASE WHEN orders.amount > 10 THEN orders.amount END)"),
        ("net", "sum(orders.amount) - sum(CASE WHEN orders.amount > 10 THEN orders.amount END)"),
        ("twice", "2 * (sum(orders.amount) - sum(CASE WHEN orders.amount > 10 THEN orders.amount END))"),
        ("people", "count(DISTINCT orders.user_id)"),
    ],
)
def test_measures(measure: str, expected: str) -> None:
    text = sql({"measures": [f"Orders.{measure}"]})
    assert f'SELECT\n  {expected} "orders.{measure}"\nFROM' in text


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        ("status", "orders.status"),
        ("size", "CASE WHEN orders.amount > 10 THEN 'it''s big' ELSE 'small' END"),
        ("place", "orders.lat || ',' || orders.lon"),
        ("createdAt", "orders.created_at"),
        ("month", "date_trunc('month', orders.created_at::timestamptz AT TIME ZONE 'UTC')"),
        ("local", "created_at::timestamptz AT TIME ZONE 'UTC'"),
    ],
)
def test_dimensions(dimension: str, expected: str) -> None:
    text = sql({"dimensions": [f"Orders.{dimension}"]})
    assert f"SELECT\n  {expected} " in text


# operator, values, condition, parameters
FILTERS: list[tuple[str, list[Any] | None, str, list[Any]]] = [
    ("equals", ["a"], "orders.status = $1", ["a"]),
    ("equals", ["a", "b"], "orders.status IN ($1, $2)", ["a", "b"]),
    ("equals", [None], "orders.status IS NULL", []),
    ("equals", ["a", None], "(orders.status = $1 OR orders.status IS NULL)", ["a"]),
    ("notEquals", ["a"], "(orders.status <> $1 OR orders.status IS NULL)", ["a"]),
    ("notEquals", ["a", "b"], "(orders.status NOT IN ($1, $2) OR orders.status IS NULL)", ["a", "b"]),
    ("notEquals", [None], "orders.status IS NOT NULL", []),
    ("notEquals", ["a", None], "orders.status <> $1", ["a"]),
    ("set", None, "orders.status IS NOT NULL", []),
    ("notSet", None, "orders.status IS NULL", []),
    ("contains", ["a"], "orders.status ILIKE '%' || $1 || '%'", ["a"]),
    ("contains", ["50%_\\"], "orders.status ILIKE '%' || $1 || '%'", ["50\\%\\_\\\\"]),
    ("startsWith", ["a"], "orders.status ILIKE $1 || '%'", ["a"]),
    ("endsWith", ["a"], "orders.status ILIKE '%' || $1", ["a"]),
    ("gt", ["a"], "orders.status > $1", ["a"]),
    ("lte", ["a"], "orders.status <= $1", ["a"]),
    ("equals", [5], "orders.status = $1", ["5"]),
    ("equals", [True], "orders.status = $1", ["true"]),
]


@pytest.mark.parametrize(("operator", "values", "condition", "params"), FILTERS)
def test_filters_on_a_text(
    operator: str, values: list[Any] | None, condition: str, params: list[Any]
) -> None:
    asked: dict[str, Any] = {"member": "Orders.status", "operator": operator}
    if values is not None:
        asked["values"] = values
    made = statement(MODEL, {"measures": ["Orders.count"], "filters": [asked]})
    shown = made.sql.split("WHERE ")[1].strip()
    assert condition == (
        shown
        if shown == condition
        else shown.removeprefix("(").removesuffix(")")
        if condition[0] != "("
        else f"({shown})"
    )
    assert params == list(made.params)


def test_a_filter_on_a_number_binds_a_number() -> None:
    made = statement(
        MODEL,
        {
            "measures": ["Orders.count"],
            "filters": [{"member": "Orders.id", "operator": "gt", "values": ["5"]}],
        },
    )
    assert (5,) == made.params
    query = {
        "measures": ["Orders.count"],
        "filters": [{"member": "Orders.id", "operator": "gt", "values": ["five"]}],
    }
    assert ["E365"] == codes(statement, MODEL, query)


def test_a_filter_on_a_boolean_expression_is_bracketed() -> None:
    query = {
        "measures": ["Orders.count"],
        "filters": [{"member": "Orders.either", "operator": "equals", "values": ["true"]}],
    }
    assert "WHERE (orders.a OR orders.b) = $1" in sql(query)


def test_a_segment_with_or_stays_one_condition() -> None:
    query = {
        "measures": ["Orders.count"],
        "segments": ["Orders.done"],
        "filters": [{"member": "Orders.status", "operator": "set"}],
    }
    assert "WHERE (orders.status = 'done' OR orders.closed)\n  AND orders.status IS NOT NULL" in sql(query)


def test_filters_on_measures_are_put_on_groups() -> None:
    query = {
        "measures": ["Orders.count"],
        "dimensions": ["Orders.status"],
        "filters": [{"member": "Orders.total", "operator": "gt", "values": ["5"]}],
    }
    made = statement(MODEL, query)
    assert "HAVING sum(orders.amount) > $1" in made.sql
    assert ["orders.status", "orders.count"] == [column.alias for column in made.columns]


def test_groups_of_filters() -> None:
    a, b = ({"member": "Orders.status", "operator": "equals", "values": [v]} for v in ("a", "b"))
    made = statement(MODEL, {"measures": ["Orders.count"], "filters": [{"or": [a, {"and": [b, b]}]}]})
    assert "WHERE (orders.status = $1 OR orders.status = $2 AND orders.status = $3)".replace("(", "").replace(
        ")", ""
    ) in (made.sql.replace("(", "").replace(")", ""))
    assert ("a", "b", "b") == made.params


def test_ranges_become_instants_of_the_zone() -> None:
    time = {"dimension": "Orders.createdAt", "dateRange": ["2020-03-08", "2020-03-08"]}
    made = statement(
        MODEL, {"measures": ["Orders.count"], "timeDimensions": [time], "timezone": "America/New_York"}
    )
    assert ("2020-03-08T05:00:00.000Z", "2020-03-09T03:59:59.999Z") == made.params


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"measures": ["Nope.count"]}, ["E350"]),
        ({"measures": ["Orders.nope"]}, ["E351"]),
        ({"measures": ["Orders.status"]}, ["E352"]),
        ({"dimensions": ["Orders.count", "Orders.done"]}, ["E352", "E352"]),
        ({"measures": ["V.nope"]}, ["E351"]),
        ({"timeDimensions": [{"dimension": "Orders.status", "granularity": "day"}]}, ["E355"]),
        ({"timeDimensions": [{"dimension": "Orders.createdAt", "granularity": "dya"}]}, ["E356"]),
        (
            {
                "measures": ["Orders.count"],
                "filters": [
                    {
                        "member": "Orders.status",
                        "operator": "inDateRange",
                        "values": ["2020-01-01", "2020-01-02"],
                    }
                ],
            },
            ["E355"],
        ),
        (
            {
                "measures": ["Orders.count"],
                "filters": [
                    {
                        "or": [
                            {"member": "Orders.status", "operator": "set"},
                            {"member": "Orders.total", "operator": "set"},
                        ]
                    }
                ],
            },
            ["E354"],
        ),
        ({"measures": ["Orders.count", "Nope.x"], "dimensions": ["Orders.nope"]}, ["E350", "E351"]),
    ],
)
def test_what_is_refused(query: dict[str, Any], expected: list[str]) -> None:
    assert expected == codes(statement, MODEL, query)


def test_a_measure_in_a_dimension_is_refused() -> None:
    model = compiled(
        A="cube(`A`, {sql: `SELECT 1`, measures: {count: {type: `count`}}, dimensions: {d: {sql: `${count}`, type: `number`}}});"
    )
    assert ["E357"] == codes(statement, model, {"dimensions": ["A.d"]})


@pytest.mark.parametrize(
    ("table", "expected"), [("SELECT ${B.count} AS x", "E357"), ("SELECT ${B.most} AS x", "E353")]
)
def test_what_has_no_value_in_the_rows_of_a_cube_is_refused(table: str, expected: str) -> None:
    model = compiled(
        A=f"cube(`A`, {{sql: `{table}`, measures: {{count: {{type: `count`}}}}}});",
        B="cube(`B`, {sql: `SELECT 1`, joins: {C: {relationship: `hasMany`, sql: `${C}.x = ${B}.x`}}, measures: "
        "{count: {type: `count`}}, dimensions: {id: {sql: `x`, type: `number`, primaryKey: true}, "
        "most: {sql: `${C.count}`, type: `number`, subQuery: true}}});",
        C="cube(`C`, {sql: `SELECT 1`, measures: {count: {type: `count`}}, "
        "dimensions: {id: {sql: `x`, type: `number`, primaryKey: true}}});",
    )
    assert [expected] == codes(statement, model, {"measures": ["A.count"]})


def test_two_members_of_one_alias_are_refused() -> None:
    model = compiled(
        A="cube(`A`, {sql: `SELECT 1`, dimensions: {aB: {sql: `x`, type: `string`}, a_b: {sql: `y`, type: `string`}}});"
    )
    assert ["E359"] == codes(statement, model, {"dimensions": ["A.aB", "A.a_b"]})
