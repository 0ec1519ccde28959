"""What the SQL of a model cannot reach."""

from pathlib import Path

import pytest

from cubeproof import engines
from cubeproof.engines import Engine, EngineError


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM '/etc/passwd.csv'",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM secret_of_this_test",
        "COPY (SELECT 1) TO '/tmp/cubeproof-test.csv'",
        "COPY public.orders FROM '/etc/passwd'",
        "ATTACH '/tmp/cubeproof-test.db'",
        "EXPORT DATABASE '/tmp/cubeproof-test'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET enable_external_access",
        "CALL pragma_version()",
    ],
)
def test_duckdb_reaches_nothing_outside_its_rows(duckdb_sample: Engine, sql: str) -> None:
    secret_of_this_test = [1, 2]
    with pytest.raises(EngineError) as caught:
        duckdb_sample.run(sql)
    assert caught.value.code in ("E553", "E555")
    assert "root:" not in caught.value.message
    assert len(secret_of_this_test) == 2


@pytest.mark.parametrize(
    "sql",
    ["COPY (SELECT 1) TO '{folder}/out.csv'", "ATTACH '{folder}/out.db'", "INSTALL httpfs", "LOAD httpfs"],
)
def test_duckdb_itself_refuses_what_the_first_look_might_miss(tmp_path: Path, sql: str) -> None:
    with engines.connect("duckdb:///:memory:") as engine:
        with pytest.raises(EngineError) as caught:
            engine.run(f"WITH x AS (SELECT 1) {sql.format(folder=tmp_path)}")
        assert caught.value.code in ("E553", "E555")
    assert [] == list(tmp_path.iterdir())


def test_a_duckdb_file_is_read_and_never_written(tmp_path: Path) -> None:
    import duckdb

    file = tmp_path / "shop.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE SCHEMA public; CREATE TABLE public.orders AS SELECT 42 AS user_id")
    before = file.read_bytes()
    with engines.connect(f"duckdb:///{file}") as engine:
        assert ((42,),) == engine.run("SELECT user_id FROM public.orders").rows
        with pytest.raises(EngineError):
            engine.run("SELECT * FROM read_csv('/etc/passwd')")
    assert before == file.read_bytes()


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH '/tmp/cubeproof-test.db' AS other",
        "SELECT load_extension('/tmp/x.so')",
        "SELECT * FROM pragma_database_list",
        "SELECT * FROM pragma_query_only(0)",
        "VACUUM INTO '/tmp/cubeproof-test.db'",
    ],
)
def test_sqlite_reaches_nothing_outside_its_rows(sqlite_sample: Engine, sql: str) -> None:
    with pytest.raises(EngineError) as caught:
        sqlite_sample.run(sql)
    assert caught.value.code in ("E553", "E555")


def test_an_sqlite_file_is_both_main_and_public(tmp_path: Path) -> None:
    import sqlite3

    file = tmp_path / "my shop?100%#.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE orders (user_id INTEGER)")
        connection.execute("INSERT INTO orders VALUES (42)")
    connection.close()
    url = f"sqlite:///{str(file).replace('%', '%25')}"
    with engines.connect(url) as engine:
        for table in ("orders", "main.orders", "public.orders"):
            assert ((42,),) == engine.run(f"SELECT user_id FROM {table}").rows


def test_memory_of_sqlite_is_both_main_and_public() -> None:
    data = "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1); CREATE TABLE public.b (y INTEGER);"
    with engines.connect("sqlite:///:memory:", data=data) as engine:
        assert ((1,),) == engine.run("SELECT count(*) FROM public.a, main.a").rows
        assert ((0,),) == engine.run("SELECT count(*) FROM b").rows


def test_two_sessions_in_memory_share_nothing() -> None:
    with (
        engines.connect("sqlite:///:memory:", data="CREATE TABLE a (x INTEGER)"),
        engines.connect("sqlite:///:memory:") as other,
        pytest.raises(EngineError, match="no such table"),
    ):
        other.run("SELECT * FROM a")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT set_config('transaction_read_only', 'off', false)",
        "SELECT * FROM public.orders FOR UPDATE",
        "SELECT * INTO public.copied FROM public.orders",
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "COPY public.orders FROM '/etc/passwd'",
    ],
)
def test_postgres_writes_nothing(postgres_sample: Engine, sql: str) -> None:
    with pytest.raises(EngineError) as caught:
        postgres_sample.run(sql)
    assert caught.value.code in ("E553", "E555")
    assert "does not exist" not in caught.value.message


def test_what_postgres_lets_a_reader_create_is_rolled_back(postgres_sample: Engine) -> None:
    postgres_sample.run("SELECT pg_export_snapshot()")
    postgres_sample.run("SELECT lo_create(0)" if _before_16(postgres_sample) else "SELECT 1")
    assert ((0,),) == postgres_sample.run("SELECT count(*) FROM pg_largeobject_metadata").rows


def _before_16(engine: Engine) -> bool:
    ((number,),) = engine.run("SELECT current_setting('server_version_num')").rows
    return int(str(number)) < 160_000


def test_what_a_statement_sets_in_postgres_ends_with_it(postgres_url: str) -> None:
    with engines.connect(postgres_url) as engine:
        engine.run(
            "SELECT set_config('TimeZone', 'Asia/Tokyo', false), set_config('statement_timeout', '0', false)"
        )
        assert (("UTC", "30s"),) == engine.run(
            "SELECT current_setting('TimeZone'), current_setting('statement_timeout')"
        ).rows
