"""What tests of several folders share: the sample model and its rows on each engine.

A test that asks for PostgreSQL is skipped where no server answers; with `CI=true` in the environment that is a failure.
"""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from cubeproof import engines

if TYPE_CHECKING:
    import psycopg

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")  # a loaded machine is slow, not wrong

SCHEMA = Path(__file__).parent.parent / "schema"
POSTGRES = os.environ.get("CUBEPROOF_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


@pytest.fixture(scope="session")
def schema() -> Path:
    """The folder of the sample models."""
    return SCHEMA


@pytest.fixture(scope="session")
def sample_sql() -> str:
    """The rows of the sample models, as a script."""
    return (SCHEMA / "sample.sql").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def duckdb_sample(sample_sql: str) -> Iterator[engines.Engine]:
    """DuckDB in memory with the rows of the sample models."""
    with engines.connect("duckdb:///:memory:", data=sample_sql) as engine:
        yield engine


@pytest.fixture(scope="session")
def sqlite_sample(sample_sql: str) -> Iterator[engines.Engine]:
    """SQLite in memory with the rows of the sample models."""
    with engines.connect("sqlite:///:memory:", data=sample_sql) as engine:
        yield engine


@pytest.fixture(scope="session")
def postgres_url(sample_sql: str) -> Iterator[str]:
    """The URL of a PostgreSQL database of its own with the rows of the sample models, dropped afterwards."""
    psycopg = _driver()
    name = f"cubeproof_test_{uuid.uuid4().hex[:12]}"
    try:
        admin = psycopg.connect(POSTGRES, autocommit=True, connect_timeout=5)
    except psycopg.OperationalError as error:
        _unavailable(f"PostgreSQL does not answer at {engines.masked(POSTGRES)}: {error}")
    with admin:
        admin.execute(f'CREATE DATABASE "{name}"')
        url = f"{POSTGRES.rpartition('/')[0]}/{name}"
        try:
            with psycopg.connect(url) as connection:
                connection.execute(sample_sql)
            yield url
        finally:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def postgres_sample(postgres_url: str) -> Iterator[engines.Engine]:
    """PostgreSQL with the rows of the sample models."""
    with engines.connect(postgres_url) as engine:
        yield engine


@pytest.fixture
def postgres(postgres_url: str) -> Iterator["psycopg.Connection"]:
    """A connection that may write, in an empty schema of its own that is dropped afterwards."""
    psycopg = _driver()
    name = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{name}"')
        connection.execute(f'SET search_path TO "{name}"')
        yield connection
        connection.execute(f'DROP SCHEMA "{name}" CASCADE')


def _driver():
    try:
        import psycopg
    except ImportError as error:
        _unavailable(f"no driver for PostgreSQL: {error}")
    return psycopg


def _unavailable(reason: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
