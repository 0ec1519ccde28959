"""What comes back? Runs one statement on a real database and hands on its rows.

Every session is read-only, runs one SELECT and nothing else, and is stopped after its timeout. Knows addresses, drivers and rows;
must not know models, queries, callers or how a statement was made.
"""

from cubeproof.engines.address import Address, masked, parse
from cubeproof.engines.session import DriverMissing, Engine, EngineError, Rows
from cubeproof.engines.values import plain

__all__ = ["DriverMissing", "Engine", "EngineError", "Rows", "connect", "masked", "plain"]


def connect(url: str, *, data: str | None = None, timeout: float = 30) -> Engine:
    """Open a read-only session on the database at `url`; use it as a context manager, or close it.

    `url` is `duckdb:///FILE`, `duckdb:///:memory:`, `sqlite:///FILE`, `sqlite:///:memory:` or `postgresql://…`, with a
    fourth slash for an absolute file. `data` is SQL that fills a database in memory before the session is locked; a schema
    `public` exists there. `timeout` is the seconds that connecting, and then each statement, may take.

    Raises `DriverMissing` where the extra is not installed, and `EngineError` (E550, E552, E556, E557) where the address is not
    understood, the database does not open, or the data does not load.
    """
    address = parse(url)
    if data is not None and not address.memory:
        message = f"data can only be loaded into a database in memory, not into `{address.shown}`"
        raise EngineError(
            message, code="E557", help=f"use `{address.family}:///:memory:`, or load the data yourself"
        )
    return _open(address, data, timeout)


def _open(address: Address, data: str | None, timeout: float) -> Engine:
    match address.family:
        case "duckdb":
            from cubeproof.engines.duckdb import DuckDB

            return DuckDB(address, data, timeout)
        case "sqlite":
            from cubeproof.engines.sqlite import SQLite

            return SQLite(address, data, timeout)
        case "postgresql":
            from cubeproof.engines.postgres import Postgres

            return Postgres(address, timeout)
