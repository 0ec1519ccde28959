"""The layout of whole statements."""

import pytest
from emit_plans import DIALECTS, call, claim, column, orders, select, sql, statement, text, value

from cubeproof import emit
from cubeproof.plan import nodes

COUNT = column(nodes.Aggregated(function="count"), "Orders.count", "measure")
GUARD = nodes.Compare(left=sql("user_id"), operator="=", right=claim())
GUARDED = orders("SELECT * FROM public.orders WHERE ", GUARD)
USERS = nodes.Join(
    left=orders(),
    right=nodes.Source(cube="Users", alias="users", relation=sql("users"), is_table=True),
    on=sql(nodes.Alias(name="orders"), ".user_id = ", nodes.Alias(name="users"), ".id"),
    relationship="many_to_one",
)


@pytest.mark.parametrize(("dialect", "placeholder"), [("postgres", "$1"), ("duckdb", "$1"), ("sqlite", "?")])
def test_the_documented_query_is_what_a_person_would_write(dialect: str, placeholder: str) -> None:
    prepared = statement(select(COUNT, source=GUARDED, limit=10000), dialect)
    expected = (
        'SELECT\n  count(*) "orders.count"\nFROM (\n  SELECT * FROM public.orders WHERE user_id = {}\n) AS orders\n'
        "LIMIT 10000"
    )
    assert expected.format(placeholder) == prepared.sql
    assert expected.format(42) == emit.inline(prepared, [42])


FULL = """\
SELECT
  users.city "users.city",
  sum(orders.amount) "orders.total"
FROM public.orders AS orders
LEFT JOIN users AS users ON orders.user_id = users.id
WHERE orders.status = $1
  AND (orders.amount > 1 OR orders.vip)
GROUP BY 1
HAVING sum(orders.amount) > $2
ORDER BY 2 DESC, 1
LIMIT 10
OFFSET 20"""


def _full() -> nodes.Select:
    total = nodes.Aggregated(function="sum", argument=sql(nodes.Alias(name="orders"), ".amount"))
    return select(
        column(sql(nodes.Alias(name="users"), ".city"), "Users.city"),
        column(total, "Orders.total", "measure"),
        source=USERS,
        where=(
            nodes.Compare(left=sql("orders.status"), operator="=", right=value(0)),
            sql("orders.amount > 1 OR orders.vip"),
        ),
        grouped=True,
        having=(nodes.Compare(left=total, operator=">", right=value(1, "number")),),
        order=(
            nodes.SortKey(id="Orders.total", descending=True),
            nodes.SortKey(id="Users.city", descending=False),
        ),
        limit=10,
        offset=20,
    )


def test_every_clause_has_its_line() -> None:
    assert FULL == text(_full())


@pytest.mark.parametrize(
    ("dialect", "order"),
    [
        ("postgres", "ORDER BY 2 DESC, 1"),
        ("duckdb", "ORDER BY 2 DESC NULLS FIRST, 1"),
        ("sqlite", "ORDER BY 2 DESC NULLS FIRST, 1 ASC NULLS LAST"),
    ],
)
def test_nulls_are_placed_only_where_the_engine_would_place_them_elsewhere(dialect: str, order: str) -> None:
    assert order in text(_full(), dialect).splitlines()


@pytest.mark.parametrize("descending", [False, True])
def test_null_sorts_as_the_largest_value(descending: bool, dialect: str, run) -> None:
    rows = orders("SELECT 1 AS x UNION ALL SELECT NULL UNION ALL SELECT 2")
    key = nodes.SortKey(id="Orders.x", descending=descending)
    expected = [(1,), (2,), (None,)]
    asked = text(select(column("x", "Orders.x"), source=rows, order=(key,)), dialect)
    assert (expected[::-1] if descending else expected) == run(asked)


def test_an_offset_needs_no_limit(dialect: str, run) -> None:
    rows = orders("SELECT 1 AS x UNION ALL SELECT 2 UNION ALL SELECT 3")
    key = nodes.SortKey(id="Orders.x", descending=False)
    asked = select(column("x", "Orders.x"), source=rows, order=(key,), offset=2)
    assert [(3,)] == run(text(asked, dialect))


def test_a_limit_of_zero_is_a_limit() -> None:
    assert text(select(limit=0)).endswith("\nLIMIT 0")


def test_a_model_keeps_its_own_lines() -> None:
    source = orders("\n    SELECT *, 'a\n  b'\n      FROM orders\n    WHERE ", GUARD, "\n  ")
    expected = "FROM (\n    SELECT *, 'a\n  b'\n      FROM orders\n    WHERE user_id = $1\n) AS orders"
    assert expected in text(select(source=source))


def test_relations_that_do_not_fit_one_select_nest() -> None:
    inner = select(column("status"), source=orders("SELECT 'a\nb' AS status"))
    outer = nodes.Limit(
        input=nodes.Sort(
            input=nodes.Filter(
                input=inner,
                condition=nodes.Compare(left=nodes.Column(id="Orders.status"), operator="=", right=claim()),
            ),
            keys=(nodes.SortKey(id="Orders.status", descending=True),),
        ),
        limit=5,
        offset=None,
    )
    expected = """\
SELECT *
FROM (
  SELECT *
  FROM (
    SELECT *
    FROM (
      SELECT
        status "orders.status"
      FROM (
        SELECT 'a
b' AS status
      ) AS orders
    ) AS q_2
    WHERE "orders.status" = $1
  ) AS q_1
  ORDER BY "orders.status" DESC
) AS q_0
LIMIT 5"""
    assert expected == text(outer)


def test_an_aggregate_over_a_projection_names_its_columns(dialect: str, run) -> None:
    rows = nodes.Project(
        input=orders("SELECT 'x' AS s, 1 AS a UNION ALL SELECT 'x', 2"),
        columns=(column("s"), column("a", "Orders.a")),
    )
    total = nodes.Aggregated(function="sum", argument=nodes.Column(id="Orders.a"))
    asked = nodes.Aggregate(
        input=rows,
        keys=(column(nodes.Column(id="Orders.status")),),
        measures=(column(total, "Orders.total", "measure"),),
    )
    assert [("x", 3)] == run(text(asked, dialect))


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_same_plan_gives_the_same_bytes(dialect: str) -> None:
    assert text(_full(), dialect).encode() == text(_full(), dialect).encode()


AGGREGATES = [
    (nodes.Aggregated(function="count"), "count(*)"),
    (nodes.Aggregated(function="count", argument=sql("id")), "count(id)"),
    (nodes.Aggregated(function="count", argument=sql("DISTINCT id")), "count(DISTINCT id)"),
    (nodes.Aggregated(function="count_distinct", argument=sql("id")), "count(DISTINCT id)"),
    (nodes.Aggregated(function="avg", argument=sql("a + b")), "avg(a + b)"),
    (nodes.Aggregated(function="min", argument=sql("a")), "min(a)"),
    (nodes.Aggregated(function="max", argument=sql("a")), "max(a)"),
    (nodes.Aggregated(function="count", filters=(sql("a = 1"),)), "count(CASE WHEN a = 1 THEN 1 END)"),
    (
        nodes.Aggregated(function="sum", argument=sql("a"), filters=(sql("b OR c"), sql("d = 1"))),
        "sum(CASE WHEN (b OR c) AND d = 1 THEN a END)",
    ),
    (
        nodes.Aggregated(function="count_distinct", argument=sql("a"), filters=(sql("b OR c"),)),
        "count(DISTINCT CASE WHEN b OR c THEN a END)",
    ),
]


@pytest.mark.parametrize(("aggregate", "expected"), AGGREGATES)
def test_aggregates(aggregate: nodes.Aggregated, expected: str) -> None:
    assert f'SELECT\n  {expected} "orders.x"\nFROM public.orders AS orders' == text(
        select(column(aggregate, "Orders.x", "measure"))
    )


def test_a_filtered_count_counts_the_rows_that_meet_the_filter(dialect: str, run) -> None:
    rows = orders("SELECT 1 AS a UNION ALL SELECT 2 UNION ALL SELECT NULL")
    counted = nodes.Aggregated(function="count", filters=(sql("a > 1"),))
    assert [(1,)] == run(text(select(column(counted, "Orders.n", "measure"), source=rows), dialect))


def test_facts_of_the_plan_ride_along() -> None:
    guards = (object(),)
    plan = nodes.Plan(
        relation=select(COUNT), columns=(COUNT,), guards=guards, unguarded=(("Orders", "public.orders"),)
    )
    prepared = emit.emit(plan, emit.dialect("sqlite"), lambda index: "").value
    assert ("sqlite", (COUNT,), guards, (("Orders", "public.orders"),)) == (
        prepared.dialect,
        prepared.columns,
        prepared.guards,
        prepared.unguarded,
    )


def test_geo_is_latitude_comma_longitude(dialect: str, run) -> None:
    place = call("concat", sql("lat"), nodes.String(value=","), sql("lng"))
    rows = orders("SELECT 1.5 AS lat, 2.25 AS lng UNION ALL SELECT 1.5, NULL")
    key = nodes.SortKey(id="Orders.status", descending=False)
    assert [("1.5,2.25",), (None,)] == run(text(select(column(place), source=rows, order=(key,)), dialect))
