"""Names: columns always in quotes, tables bare where every engine takes them so."""

import pytest
from emit_plans import column, emitted, orders, select, sql, text

from cubeproof import emit
from cubeproof.emit.compiled import RESERVED
from cubeproof.plan import nodes


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        ("orders", "orders"),
        ("line_items2", "line_items2"),
        ("_t", "_t"),
        ("order", '"order"'),
        ("user", '"user"'),
        ("Orders", '"Orders"'),
        ("2020_orders", '"2020_orders"'),
        ("o-rders", '"o-rders"'),
        ('o"r', '"o""r"'),
        ("größe", '"größe"'),
        ("a b", '"a b"'),
        ("", '""'),
    ],
)
def test_the_alias_of_a_table(alias: str, expected: str, dialect: str) -> None:
    source = nodes.Source(cube="Orders", alias=alias, relation=sql("t"), is_table=True)
    asked = select(column(sql(nodes.Alias(name=alias), ".x")), source=source)
    assert f'SELECT\n  {expected}.x "orders.status"\nFROM t AS {expected}' == text(asked, dialect)


@pytest.mark.parametrize("alias", ["Orders.count", 'a"b', "a.b.c", "it's", "$1", "?", "a\\", ";--"])
def test_the_alias_of_a_column_comes_back(alias: str, dialect: str, engines) -> None:
    shown = nodes.Output(id="Orders.x", alias=alias, expression=sql("a"), kind="dimension", type="string")
    asked = text(select(shown, source=orders("SELECT 1 AS a")), dialect)
    assert alias.replace('"', '""') in asked
    if dialect == "sqlite":
        assert [(1,)] == engines["sqlite"](f"SELECT {emit.dialect(dialect).quoted(alias)} FROM ({asked})")
    elif dialect in engines:
        assert [(1,)] == engines[dialect](f"SELECT {emit.dialect(dialect).quoted(alias)} FROM ({asked}) AS t")


def test_a_nul_in_a_name_is_refused() -> None:
    shown = nodes.Output(id="Orders.x", alias="a\0b", expression=sql("a"), kind="dimension", type="string")
    assert ["E507"] == [d.code for d in emitted(select(shown)).diagnostics]


def test_every_alias_is_taken_by_every_engine(dialect: str, engines, run) -> None:
    # Everyday words, our own list, and all that the engines call keywords: bare or not, the statement runs.
    words = {"orders", "users", "sales", "events", "accounts", "items", "date", "month", *RESERVED}
    words.update(word for (word,) in engines["duckdb"]("SELECT keyword_name FROM duckdb_keywords()"))
    if "postgres" in engines:
        words.update(word for (word,) in engines["postgres"]("SELECT word FROM pg_get_keywords()"))
    for alias in sorted(words):
        source = nodes.Source(cube="C", alias=alias, relation=sql("SELECT 1 AS a"), is_table=False)
        condition = nodes.Compare(left=sql(nodes.Alias(name=alias), ".a"), operator=">=", right=sql("1"))
        asked = select(
            column(sql("count(", nodes.Alias(name=alias), ".a)")), source=source, where=(condition,)
        )
        assert [(1,)] == run(text(asked, dialect)), alias


@pytest.mark.parametrize(
    ("dialect", "query"),
    [
        ("postgres", "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')"),
        (
            "duckdb",
            "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category IN ('reserved', 'type_function')",
        ),
    ],
)
def test_the_list_knows_every_word_that_an_engine_reserves(dialect: str, query: str, engines) -> None:
    if dialect not in engines:
        pytest.skip("no PostgreSQL answers at 127.0.0.1:5432")
    assert [] == [word for (word,) in engines[dialect](query) if word not in RESERVED]
