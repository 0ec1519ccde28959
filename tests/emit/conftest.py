"""The engines that say what a statement means."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from emit_plans import DIALECTS

Run = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def engines() -> Iterator[dict[str, Run]]:
    """A way to run a statement on each engine that is here; PostgreSQL where one answers on this machine."""
    duckdb = pytest.importorskip("duckdb")
    with contextlib.ExitStack() as stack:
        embedded = stack.enter_context(duckdb.connect())
        embedded.execute("SET TimeZone = 'UTC'")
        file = stack.enter_context(contextlib.closing(sqlite3.connect(":memory:")))
        found: dict[str, Run] = {
            "duckdb": lambda sql, params=(): embedded.execute(sql, list(params)).fetchall(),
            "sqlite": lambda sql, params=(): file.execute(sql, tuple(params)).fetchall(),
        }
        with contextlib.suppress(ImportError, OSError):
            import psycopg

            with contextlib.suppress(psycopg.OperationalError):
                server = stack.enter_context(
                    psycopg.connect(
                        "host=127.0.0.1 port=5432 user=postgres dbname=test connect_timeout=2",
                        autocommit=True,
                        cursor_factory=psycopg.RawCursor,
                        options="-c TimeZone=UTC",
                    )
                )
                found["postgres"] = lambda sql, params=(): server.execute(sql, list(params)).fetchall()
        yield found


@pytest.fixture(scope="session")
def engine_errors() -> tuple[type[Exception], ...]:
    """What engines raise at a statement that is none."""
    import duckdb
    import psycopg

    return (duckdb.Error, sqlite3.Error, sqlite3.Warning, psycopg.Error)


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def run(engines: dict[str, Run], dialect: str) -> Run:
    """Run a statement on the engine of the dialect."""
    if dialect not in engines:
        pytest.skip("no PostgreSQL answers at 127.0.0.1:5432")
    return engines[dialect]
