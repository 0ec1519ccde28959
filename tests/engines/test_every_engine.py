"""What holds for every engine alike."""

import pytest

from cubeproof import engines
from cubeproof.engines import Engine, EngineError, plain

PLACEHOLDER = {"duckdb": "$1", "sqlite": "?", "postgres": "$1"}
ENDLESS = {
    "duckdb": "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE (a.range * b.range) % 7 = 3",
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "postgres": "SELECT pg_sleep(60)",
}


def own_rows(engine: Engine, claim: object) -> int:
    sql = f"SELECT count(*) FROM public.orders WHERE user_id = {PLACEHOLDER[engine.dialect]}"
    ((count,),) = engine.run(sql, [claim]).rows
    return int(str(count))


def test_rows_come_with_the_names_of_their_columns(engine: Engine) -> None:
    answer = engine.run('SELECT id, status AS "orders.status" FROM public.orders WHERE id < 3 ORDER BY id')
    assert ("id", "orders.status") == answer.columns
    assert ((1, "completed"), (2, "completed")) == answer.rows


def test_no_rows_still_have_columns(engine: Engine) -> None:
    answer = engine.run("SELECT id FROM public.orders WHERE id < 0")
    assert (("id",), ()) == (answer.columns, answer.rows)


def test_no_digit_of_an_exact_number_is_lost(engine: Engine) -> None:
    # SQLite has no decimals
    exact = "9007199254740993" if engine.dialect == "sqlite" else "1234567890123456789.123456789"
    kind = "INTEGER" if engine.dialect == "sqlite" else "DECIMAL(38, 9)"
    answer = engine.run(f"SELECT CAST('{exact}' AS {kind})")
    assert exact == str(plain(answer.rows[0][0]))


@pytest.mark.parametrize(("claim", "count"), [(42, 5), ("42", 5), (7, 4), ("7", 4), (None, 0)])
def test_a_claim_finds_its_rows_whatever_type_it_came_in(engine: Engine, claim: object, count: int) -> None:
    assert count == own_rows(engine, claim)


@pytest.mark.parametrize("claim", ["42 OR 1=1", "42; DROP TABLE public.orders", "' OR '1'='1"])
def test_sql_inside_a_claim_is_never_run(engine: Engine, claim: str) -> None:
    # SQLite compares a number with any text, the others refuse the text
    if engine.dialect == "sqlite":
        assert own_rows(engine, claim) == 0
    else:
        with pytest.raises(EngineError, match=r"(?i)integer|int32"):
            own_rows(engine, claim)
    assert own_rows(engine, 42) == 5


def test_a_number_is_bound_for_a_column_of_text(engine: Engine) -> None:
    sql = f"SELECT count(*) FROM public.orders WHERE status = {PLACEHOLDER[engine.dialect]}"
    assert ((0,),) == engine.run(sql, [42]).rows


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM public.orders",
        "DROP TABLE public.orders",
        "UPDATE public.orders SET user_id = 42",
        "CREATE TABLE public.mine (id INTEGER)",
        "PRAGMA query_only = OFF",
        "SET statement_timeout = 0",
        "COMMIT",
        "-- SELECT\nDELETE FROM public.orders",
        "/* SELECT */ DELETE FROM public.orders",
        "(DELETE FROM public.orders)",
        "",
        "-- nothing",
    ],
)
def test_only_a_select_is_run(engine: Engine, sql: str) -> None:
    with pytest.raises(EngineError) as caught:
        engine.run(sql)
    assert "E555" == caught.value.code
    assert own_rows(engine, 42) == 5


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1; DELETE FROM public.orders",
        "SELECT 1; SELECT 2",
        "SELECT * FROM (SELECT 1) AS x; DROP TABLE public.orders; --",
    ],
)
def test_several_statements_are_refused(engine: Engine, sql: str) -> None:
    with pytest.raises(EngineError) as caught:
        engine.run(sql)
    assert "E555" == caught.value.code
    assert own_rows(engine, 42) == 5


def test_a_semicolon_at_the_end_is_fine(engine: Engine) -> None:
    assert ((1,),) == engine.run("SELECT 1;").rows


@pytest.mark.parametrize("sql", ["WITH gone AS (DELETE FROM public.orders RETURNING id) SELECT * FROM gone"])
def test_a_select_that_writes_is_refused(engine: Engine, sql: str) -> None:
    with pytest.raises(EngineError) as caught:
        engine.run(sql)
    assert "E553" == caught.value.code
    assert own_rows(engine, 42) == 5


def test_the_databases_own_message_comes_with_the_statement(engine: Engine) -> None:
    sql = "SELECT * FROM public.no_such_table"
    with pytest.raises(EngineError, match="no_such_table") as caught:
        engine.run(sql)
    assert ("E553", sql) == (caught.value.code, caught.value.sql)
    assert "E553" == caught.value.diagnostic.code


def test_a_session_goes_on_after_an_error(engine: Engine) -> None:
    with pytest.raises(EngineError):
        engine.run("SELECT 1 / nothing")
    assert ((1,),) == engine.run("SELECT 1").rows


def test_a_wrong_number_of_parameters_is_an_error(engine: Engine) -> None:
    with pytest.raises(EngineError) as caught:
        engine.run(f"SELECT {PLACEHOLDER[engine.dialect]}", [1, 2])
    assert "E553" == caught.value.code


def test_a_parameter_that_is_no_valid_text_is_an_error(engine: Engine) -> None:
    with pytest.raises(EngineError) as caught:
        own_rows(engine, "\ud800")
    assert "E553" == caught.value.code


@pytest.mark.parametrize("fixture", ["duckdb", "sqlite", "postgres"])
def test_a_statement_is_stopped_after_its_timeout(fixture: str, request: pytest.FixtureRequest) -> None:
    url = f"{fixture}:///:memory:" if fixture != "postgres" else request.getfixturevalue("postgres_url")
    with engines.connect(url, timeout=0.2) as engine:
        with pytest.raises(EngineError, match=r"stopped after 0\.2 seconds") as caught:
            engine.run(ENDLESS[fixture])
        assert "E554" == caught.value.code
        assert ((1,),) == engine.run("SELECT 1").rows
