"""A model's own SQL in a statement: byte for byte, closed, and swallowing nothing that follows."""

import contextlib

import pytest
from emit_plans import DIALECTS, claim, codes, column, emitted, orders, select, sql, statement, text, written
from hypothesis import given
from hypothesis import strategies as st

from cubeproof import emit
from cubeproof.emit import scan
from cubeproof.plan import nodes


@pytest.mark.parametrize(
    "ending", [" -- all of them", ";", " ; ", "; -- done", " -- a;\n ; -- b", " /* x */ ;", "\n", " --"]
)
def test_what_ends_a_models_sql_swallows_nothing(ending: str, dialect: str, run) -> None:
    rows = orders("SELECT 1 AS a UNION ALL SELECT 2" + ending)
    asked = select(
        column("a" + ending, "Orders.a"), source=rows, where=(sql("a > 1" + ending), sql("a < 9" + ending))
    )
    assert [(2,)] == run(text(asked, dialect))


@pytest.mark.parametrize(
    ("written_", "expected"),
    [
        ("amount -- net\n  * 2", "amount -- net\n  * 2"),
        ("  amount  ", "amount"),
        ("';' || a", "';' || a"),
        ("a -- ;", "a -- ;\n"),
        ("a /* ; */", "a /* ; */"),
        ("a; /* ; */", "a /* ; */"),
        ("f('--') -- '", "f('--') -- '\n"),
    ],
)
def test_a_models_text_stays_as_it_is(written_: str, expected: str) -> None:
    assert expected == written(sql(written_))


UNCLOSED = [
    ("SELECT 'a", "E503", DIALECTS),
    ('SELECT "a', "E503", DIALECTS),
    ("SELECT 1 /* a", "E503", DIALECTS),
    ("SELECT (1", "E503", DIALECTS),
    ("SELECT 1) AS x, (SELECT 2", "E503", DIALECTS),
    ("SELECT [1", "E503", DIALECTS),
    ("SELECT 1]", "E503", ("postgres", "duckdb", "sqlite")),
    ("SELECT (1]", "E503", ("postgres", "duckdb")),
    ("SELECT $$a", "E503", ("postgres", "duckdb")),
    ("SELECT $a$ $b$", "E503", ("postgres", "duckdb")),
    (r"SELECT E'\'", "E503", ("postgres", "duckdb")),
    ("SELECT /* /* */ 1", "E503", ("postgres", "duckdb")),
    ("SELECT `a", "E503", ("sqlite",)),
    ("SELECT 1 -- a\rFROM b", "E503", DIALECTS),
    ("SELECT 1; DROP TABLE orders", "E505", DIALECTS),
    ("SELECT 1;; SELECT 2", "E505", DIALECTS),
    ("SELECT $1", "E506", ("postgres", "duckdb")),
    ("SELECT $name", "E506", ("duckdb", "sqlite")),
    ("SELECT a=?", "E506", ("duckdb", "sqlite")),
    ("SELECT ?1", "E506", ("duckdb", "sqlite")),
    ("SELECT a=:b", "E506", ("sqlite",)),
    ("SELECT @b", "E506", ("sqlite",)),
    ("SELECT 'a\0b'", "E507", DIALECTS),
    ("SELECT \0000\0", "E507", DIALECTS),
]


@pytest.mark.parametrize(
    ("model", "code", "dialect"), [(model, code, name) for model, code, names in UNCLOSED for name in names]
)
def test_sql_that_cannot_stand_in_a_statement_is_refused(model: str, code: str, dialect: str) -> None:
    result = emitted(select(source=orders(model)), dialect)
    assert [code] == [d.code for d in result.diagnostics]
    assert ("Orders", "") == (result.diagnostics[0].cube, result.value.sql)
    assert result.diagnostics[0].message.startswith("the SQL of cube `Orders` ")


WRITING = [
    ("DELETE FROM orders RETURNING *", "DELETE FROM"),
    (" /* SELECT */ delete from orders", "delete from"),
    ("(DELETE FROM orders RETURNING *)", "DELETE FROM"),
    ("INSERT INTO orders VALUES (1) RETURNING *", "INSERT INTO"),
    ("UPDATE orders SET id = 1 RETURNING *", "UPDATE orders"),
    ('UPDATE "orders" SET id = 1 RETURNING *', "UPDATE"),
    ("MERGE INTO orders USING x ON a = b", "MERGE INTO"),
    ("COPY orders TO '/tmp/orders'", "COPY orders"),
    ("COPY (SELECT 1) TO '/tmp/orders'", "COPY"),
    ("CREATE TABLE x AS SELECT 1", "CREATE TABLE"),
    ("TRUNCATE orders", "TRUNCATE orders"),
    ("CALL pay(1)", "CALL pay"),
    ("ATTACH 'x.db' AS x", "ATTACH"),
    ("PRAGMA journal_mode = 'off'", "PRAGMA journal_mode"),
    ("SELECT * INTO copied FROM orders", "INTO"),
    ("SELECT id INTO OUTFILE 'orders.csv' FROM orders", "INTO"),
    ("WITH x AS (DELETE FROM orders RETURNING *) SELECT * FROM x", "DELETE"),
    ("WITH x AS MATERIALIZED ( -- gone\n delete from orders RETURNING *) SELECT * FROM x", "delete"),
    ("WITH x AS (INSERT INTO orders VALUES (1) RETURNING *) SELECT * FROM x", "INTO"),
    ("WITH x AS (UPDATE orders AS o SET id = (1) RETURNING *) SELECT * FROM x", "UPDATE"),
    ("WITH x AS (SELECT 1), y AS (SELECT (2)) INSERT INTO orders SELECT * FROM x", "INTO"),
    ("WITH x AS (SELECT 1) DELETE FROM orders", "DELETE"),
    ("WITH x AS (SELECT 1), y AS (SELECT 2) update orders SET id = 1 RETURNING *", "update"),
    ("WITH x AS (WITH y AS (SELECT 1) DELETE FROM orders RETURNING *) SELECT * FROM x", "DELETE"),
    ("SELECT * FROM (WITH x (a) AS (SELECT 1) UPDATE orders SET id = 1 RETURNING *) AS y", "UPDATE"),
]


@pytest.mark.parametrize(("model", "found"), WRITING)
def test_a_statement_that_writes_is_no_cube(model: str, found: str, dialect: str) -> None:
    result = emitted(select(source=orders(model)), dialect)
    message = f"the SQL of cube `Orders` is no query: it has `{found}`"
    assert [("E509", message)] == [(d.code, d.message) for d in result.diagnostics]
    assert result.value.sql == ""


@pytest.mark.parametrize(
    "model",
    [
        "SELECT delete, copy, u.update, t.into FROM orders",
        "SELECT coalesce(delete, 1), (update) FROM orders",
        "SELECT (update + 1) AS a, sum(delete) AS b FROM orders",
        "SELECT \"into\", 'DELETE FROM orders' FROM orders -- INTO",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        "WITH delete AS (SELECT 1), update (a) AS (SELECT 1) SELECT (a) delete, (a) update FROM update",
        "WITH a AS (SELECT 1) (SELECT 1) UNION ALL SELECT count(*) delete FROM a",
        "((SELECT 1) UNION (SELECT 2))",
        "VALUES (1), (2)",
        "TABLE orders",
        "from orders select id",
        "generate_series(1, 10)",
        "public.orders",
        "SELECT replace(a, b, c), insert(a), truncate(a, 1) FROM orders",
        "SELECT x FROM a WHERE b = (SELECT max(id) FROM c) AND set = 1",
    ],
)
def test_a_query_may_use_such_words_as_names(model: str, dialect: str) -> None:
    assert [] == codes(select(source=orders(model)), dialect)


CLOSED = [
    (r"SELECT '\'", DIALECTS),
    ("SELECT 'it''s' || \"a\"\"b\"", DIALECTS),
    (r"SELECT E'\'' || e'\\'", ("postgres", "duckdb")),
    ("SELECT $a$ ' $$ ( $a$", ("postgres", "duckdb")),
    ("SELECT a$b$c, d", DIALECTS),
    ("SELECT /* /* ' */ */ 1", ("postgres", "duckdb")),
    ("SELECT /* /* ' */ 1", ("sqlite",)),
    ("SELECT `a'b`, [c'd(]", ("sqlite",)),
    ("SELECT ARRAY[1, 2][1]", ("postgres", "duckdb")),
    ("SELECT 'a?$1;--/*'", DIALECTS),
    ("SELECT a ? 'key', b @> c", ("postgres",)),
    ("SELECT a::text, b[1:2]", ("postgres", "duckdb")),
    ("SELECT 1 -- it's\r\nFROM b", DIALECTS),
    ("SELECT ü, 名 FROM ключ", DIALECTS),
]


@pytest.mark.parametrize(("model", "dialect"), [(model, name) for model, names in CLOSED for name in names])
def test_sql_is_read_as_the_dialect_reads_it(model: str, dialect: str) -> None:
    assert f"FROM (\n  {model}\n) AS orders" in text(select(source=orders(model)), dialect)


@pytest.mark.parametrize(
    "parts",
    [
        ("SELECT '", claim(), "'"),
        ('SELECT "', claim(), '"'),
        ("SELECT 1 -- ", claim(), "\n"),
        ("SELECT 1 /* ", claim(), "*/"),
        ("SELECT '", nodes.Compare(left=sql("a"), operator="=", right=claim()), "'"),
    ],
)
def test_a_parameter_inside_quotes_or_a_comment_is_refused(
    parts: tuple[str | nodes.Expression, ...], dialect: str
) -> None:
    assert ["E504"] == codes(select(source=orders(*parts)), dialect)


def test_a_table_is_a_name() -> None:
    table = nodes.Source(cube="Orders", alias="orders", relation=sql("orders, secrets"), is_table=True)
    assert ["E508"] == codes(select(source=table))


def test_all_that_is_wrong_is_said_at_once() -> None:
    wrong = select(column("f("), column("'", "Orders.name"), source=orders("SELECT 1; SELECT 2"))
    result = emitted(wrong)
    assert [
        ("E503", "the SQL of `Orders.status` lacks a `)`"),
        ("E503", "the SQL of `Orders.name` has a quote or a comment that is not closed"),
        ("E505", "the SQL of cube `Orders` is more than one statement"),
    ] == [(d.code, d.message) for d in result.diagnostics]


MARK_BY_HAND = "\0" + "0" + "\0"
QUOTES = ["'", '"', "`", "$$", "$a$", "E'", "\\", "--", "/*", "*/", "\n", "\r"]
WORDS = [
    " ",
    "a",
    "1",
    "=",
    "OR",
    ",",
    "?",
    "$1",
    ":b",
    "::",
    "é",
    "CASE",
    "END",
    ".",
    ";",
    *"()[]",
    MARK_BY_HAND,
]
SNIPPETS = st.lists(st.sampled_from(QUOTES + WORDS)).map("".join)


@given(SNIPPETS | st.text(), st.sampled_from(DIALECTS))
def test_tokens_are_the_text(source: str, dialect: str) -> None:
    lexis = emit.dialect(dialect).lexis
    assert source == "".join(token for _, token in scan.tokens(source, lexis))
    assert scan.LIST <= scan.level(source, lexis) <= scan.ATOM


@given(SNIPPETS, st.sampled_from(DIALECTS))
def test_what_follows_an_accepted_text_is_outside_it(source: str, dialect: str) -> None:
    lexis = emit.dialect(dialect).lexis
    ended = scan.ended(source, lexis)
    if scan.problem(ended, lexis) is None:
        # A bracket and a word behind it are read as themselves, whatever the text was.
        tokens = list(scan.tokens(f"({ended} \0007\0) tail", lexis))
        assert [("mark", "\0007\0"), ("other", ")"), ("space", " "), ("word", "tail")] == tokens[-4:]
        assert scan.ATOM == scan.level(f"({ended})", lexis) or "CASE" in source or "END" in source


@given(SNIPPETS, SNIPPETS)
def test_an_accepted_text_cannot_widen_a_filter(engines, engine_errors, before: str, after: str) -> None:
    guard = nodes.Compare(left=sql("tenant"), operator="=", right=claim())
    rows = orders("SELECT 1 AS a, 7 AS tenant")
    for name, run in engines.items():
        where = (sql(before, "1 = 1 OR a = 1", after), guard)
        result = emitted(select(column("a", "Orders.a"), source=rows, where=where), name)
        if not result.diagnostics:
            with contextlib.suppress(*engine_errors):
                assert [] == run(result.value.sql, [8] * len(result.value.params))


def test_parameters_are_pieces_and_text_is_theirs_joined() -> None:
    prepared = statement(select(where=(nodes.In(operand=sql("a"), values=(claim("r", 0), claim("r", 1))),)))
    assert (claim("r", 0), claim("r", 1)) == prepared.params
    assert prepared.params == tuple(piece for piece in prepared.pieces if isinstance(piece, nodes.Param))
