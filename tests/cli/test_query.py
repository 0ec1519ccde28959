"""`query`: the same statement, executed, and its rows in three formats."""

import json
import sqlite3
from pathlib import Path

import pytest
from tests.cli.conftest import COUNT, ORDERS, Run

SEED = """\
CREATE TABLE public.orders (id INTEGER, user_id INTEGER, note TEXT, price DOUBLE);
INSERT INTO public.orders VALUES (1, 42, 'a,"b"', 1.5), (2, 42, NULL, 2), (3, 7, 'c', 3);
"""
MODEL = ORDERS.replace(
    "  measures: {",
    "  dimensions: {note: {sql: `note`, type: `string`}, price: {sql: `price`, type: `number`}},\n  measures: {",
)
NOTES = '{"dimensions": ["Orders.note", "Orders.price"], "order": {"Orders.price": "asc"}}'
MEMORY = ("--database", "duckdb:///:memory:", "--data", "seed.sql")


@pytest.fixture(autouse=True)
def shop(model: Path, folder: Path) -> None:
    model.write_text(MODEL)
    (folder / "seed.sql").write_text(SEED)


@pytest.mark.parametrize("database", ["duckdb:///:memory:", "sqlite:///:memory:"])
@pytest.mark.parametrize(
    ("expected", "claims"), [(2, '{"id": 42}'), (1, '{"id": 7}'), (3, "{}"), (0, '{"id": []}')]
)
def test_each_caller_gets_own_rows(expected: int, claims: str, database: str, run: Run) -> None:
    arguments = ("-q", COUNT, "-c", claims, "--database", database, "--data", "seed.sql", "--format", "csv")
    outcome = run("query", *arguments)
    assert (0, f"orders.count\n{expected}\n") == (outcome.code, outcome.out)


def test_a_table_is_for_reading(run: Run) -> None:
    expected = (
        "orders.note   orders.price\n"
        "──────────────────────────\n"
        'a,"b"                  1.5\n'
        "NULL                     2\n"
        "(2 rows)\n"
    )
    outcome = run("query", "-q", NOTES, "-c", '{"id": 42}', *MEMORY)
    assert (0, expected, "") == outcome


def test_csv_quotes_what_needs_it_and_leaves_null_empty(run: Run) -> None:
    outcome = run("query", "-q", NOTES, "-c", '{"id": 42}', *MEMORY, "--format", "csv")
    assert (0, 'orders.note,orders.price\n"a,""b""",1.5\n,2\n', "") == outcome


def test_json_has_the_statement_and_the_rows(run: Run) -> None:
    outcome = run("query", "-q", NOTES, "-c", '{"id": 42}', *MEMORY, "--format", "json")
    found = json.loads(outcome.out)
    assert [{"orders.note": 'a,"b"', "orders.price": 1.5}, {"orders.note": None, "orders.price": 2}] == found[
        "rows"
    ]
    assert ("duckdb", [42], "bound") == (found["dialect"], found["params"], found["guards"][0]["state"])


@pytest.mark.parametrize("style", ["table", "csv", "json"])
def test_no_digit_of_a_price_is_lost(style: str, run: Run, folder: Path) -> None:
    exact = "1234567890123456789.123456789"
    (folder / "seed.sql").write_text(
        SEED.replace("price DOUBLE", "price DECIMAL(38, 9)").replace("1.5)", f"{exact})")
    )
    outcome = run("query", "-q", NOTES, "-c", '{"id": 42}', *MEMORY, "--format", style)
    assert (0, 1) == (outcome.code, outcome.out.count(exact))


def test_control_characters_of_a_row_do_not_reach_the_terminal(run: Run, folder: Path) -> None:
    (folder / "seed.sql").write_text(SEED.replace("'c'", "'\x1b[2J'"))
    assert "\\x1b[2J" in run("query", "-q", NOTES, "-c", '{"id": 7}', *MEMORY).out


def test_the_database_may_be_named_by_the_environment(run: Run) -> None:
    outcome = run(
        "query", "-q", COUNT, "-c", '{"id": 7}', "--data", "seed.sql", CUBEPROOF_DATABASE="duckdb:///:memory:"
    )
    assert (0, "") == (outcome.code, outcome.err)


def test_a_file_is_queried_and_not_changed(run: Run, folder: Path, model: Path) -> None:
    with sqlite3.connect(folder / "shop.db") as connection:
        connection.executescript(SEED.replace("public.", ""))
    connection.close()
    before = (folder / "shop.db").read_bytes()
    arguments = (
        "query",
        "-q",
        COUNT,
        "-c",
        '{"id": 42}',
        "--database",
        "sqlite:///shop.db",
        "--format",
        "csv",
    )
    assert (0, "orders.count\n2\n", "") == run(*arguments)
    model.write_text(MODEL.replace("SELECT * FROM public.orders WHERE", "DELETE FROM public.orders WHERE"))
    assert 1 == run(*arguments).code
    assert before == (folder / "shop.db").read_bytes()


def test_an_open_guard_is_a_warning_here_too(run: Run) -> None:
    assert "E457 warning: " in run("query", "-q", COUNT, *MEMORY).err


def test_a_failing_query_shows_the_databases_message_and_the_sql(run: Run, model: Path) -> None:
    model.write_text(MODEL.replace("public.orders", "public.nothing"))
    outcome = run("query", "-q", COUNT, "-c", '{"id": 42}', *MEMORY)
    assert (1, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith("E553 ")
    assert "public.nothing" in outcome.err.split("the statement was:")[1]
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("expected", "code", "arguments"),
    [
        ("E620 missing option `--database`", 2, []),
        ("E550 ", 2, ["--database", "oracle://x"]),
        ("E557 ", 2, ["--database", "sqlite:///x.db", "--data", "seed.sql"]),
        (
            "E623 the file `none.sql` of `--data` cannot be read",
            2,
            ["--database", "duckdb:///:memory:", "--data", "none.sql"],
        ),
        ("E552 ", 1, ["--database", "sqlite:///none.db"]),
        ("E552 ", 1, ["--database", "postgresql://me:hunter2hunter2@127.0.0.1:1/x"]),
        ("E620 invalid value for `--timeout`", 2, ["--database", "duckdb:///:memory:", "--timeout", "0"]),
    ],
)
def test_a_database_that_does_not_open_says_why(
    expected: str, code: int, arguments: list[str], run: Run
) -> None:
    outcome = run("query", "-q", COUNT, *arguments)
    assert (code, "") == (outcome.code, outcome.out)
    assert expected in outcome.err
    assert "hunter2" not in outcome.err


def test_a_refused_query_never_reaches_the_database(run: Run) -> None:
    outcome = run("query", "-q", COUNT, *MEMORY, "--semantics", "strict")
    assert (1, "") == (outcome.code, outcome.out)
    assert "E451 " in outcome.err


def test_several_queries_are_answered_one_after_the_other(run: Run) -> None:
    outcome = run("query", "-q", f"[{COUNT}, {NOTES}]", "-c", '{"id": 7}', *MEMORY, "--format", "json")
    assert [1, 1] == [len(json.loads(line)["rows"]) for line in outcome.out.splitlines()]
