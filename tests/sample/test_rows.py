"""The sample's rows are the same rows on every engine."""

import pytest

from cubeproof.engines import Engine, plain

COUNTS = {"orders": 15, "stores": 4, "customers": 8, "products": 10, "sales": 22, "line_items": 32}


@pytest.fixture(params=["duckdb_sample", "sqlite_sample", "postgres_sample"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("table", COUNTS)
def test_every_engine_holds_every_row(engine: Engine, table: str) -> None:
    assert ((COUNTS[table],),) == engine.run(f"SELECT count(*) FROM public.{table}").rows


@pytest.mark.parametrize("table", COUNTS)
def test_every_table_has_an_id_for_each_row(engine: Engine, table: str) -> None:
    assert ((COUNTS[table],),) == engine.run(f"SELECT count(DISTINCT id) FROM public.{table}").rows


def test_money_adds_up_to_the_same_on_every_engine(engine: Engine) -> None:
    ((total,),) = engine.run("SELECT sum(quantity * unit_price) FROM public.line_items").rows
    assert 1809.5 == plain(total)


def test_callers_differ_in_what_they_own(engine: Engine) -> None:
    sql = "SELECT user_id, count(*) FROM public.orders WHERE user_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC"
    assert ((42, 5), (7, 4), (1, 3), (99, 1)) == engine.run(sql).rows


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("orders", "user_id"),
        ("stores", "floor_area"),
        ("customers", "subscribed"),
        ("products", "category"),
        ("sales", "shipped_at"),
    ],
)
def test_nullable_columns_hold_a_null(engine: Engine, table: str, column: str) -> None:
    ((missing,),) = engine.run(f"SELECT count(*) FROM public.{table} WHERE {column} IS NULL").rows
    assert missing > 0


@pytest.mark.parametrize(
    ("table", "column"), [("sales", "sale_id"), ("products", "product_id")], ids=["sales", "products"]
)
def test_line_items_point_at_rows_that_exist(engine: Engine, table: str, column: str) -> None:
    sql = f"SELECT count(*) FROM public.line_items WHERE {column} NOT IN (SELECT id FROM public.{table})"
    assert ((0,),) == engine.run(sql).rows
