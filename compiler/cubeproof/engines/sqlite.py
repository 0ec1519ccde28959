"""SQLite, from the standard library. The database is there under two names, `main` and `public`, so `public.orders` is found.

Knows the driver; must not know where statements come from.
"""

import itertools
import os
import sqlite3
import time
from collections.abc import Sequence
from urllib.parse import quote

from cubeproof.engines.address import Address
from cubeproof.engines.session import (
    EngineError,
    Rows,
    Session,
    refuse_many,
    require_select,
    require_text,
    timed_out,
)

_STEPS = 10_000  # instructions of its machine between two looks at the clock: well under a millisecond
_READING = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)
_FORBIDDEN_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer"})
_counter = itertools.count()


class SQLite(Session):
    """A session on a file, opened read-only, or on a database in memory, closed to writing once it is filled."""

    dialect = "sqlite"

    def __init__(self, address: Address, data: str | None, timeout: float) -> None:
        self._timeout = timeout
        self._deadline = 0.0
        self._connection = self._open(address)
        try:
            if data is not None:
                self._load(data)
            self._lock()
        except BaseException:
            self.close()
            raise

    def run(self, sql: str, params: Sequence[object] = ()) -> Rows:
        """All rows of one SELECT; see `Engine`."""
        require_select(sql)
        require_text(sql, params)
        self._deadline = time.monotonic() + self._timeout
        try:
            cursor = self._connection.execute(sql, tuple(params))
            columns = tuple(str(column[0]) for column in cursor.description or ())
            return Rows(columns, tuple(cursor.fetchall()))
        except (sqlite3.Warning, sqlite3.Error) as error:
            if "one statement at a time" in str(error):
                refuse_many(sql)
            if "interrupted" in str(error):
                if time.monotonic() < self._deadline:  # it was no deadline: Ctrl-C was raised in `_late`
                    raise KeyboardInterrupt from None
                raise timed_out(sql, self._timeout) from None
            raise EngineError(str(error), sql) from None
        except OverflowError as error:
            raise EngineError(f"a parameter cannot be sent: {error}", sql) from None

    def close(self) -> None:
        """End the session."""
        self._connection.close()

    def _open(self, address: Address) -> sqlite3.Connection:
        if address.memory:
            # a name of its own makes a database that two attachments share, and no other session
            place = f"file:/cubeproof-{os.getpid()}-{next(_counter)}?vfs=memdb"
        elif os.path.isfile(address.file):
            place = f"file:{quote(os.path.abspath(address.file))}?mode=ro"
        else:
            raise EngineError(f"there is no file `{address.file}`", code="E552")
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(
                place, uri=True, timeout=self._timeout, isolation_level=None, check_same_thread=False
            )
            connection.execute("ATTACH ? AS public", (place,))
            connection.execute("SELECT count(*) FROM main.sqlite_schema")
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            raise EngineError(f"`{address.shown}` does not open: {error}", code="E552") from None
        return connection

    def _load(self, data: str) -> None:
        self._deadline = time.monotonic() + self._timeout
        self._connection.set_progress_handler(self._late, _STEPS)
        try:
            self._connection.executescript(data)
        except (sqlite3.Warning, sqlite3.Error, ValueError) as error:
            raise EngineError(f"the data does not load: {error}", code="E556") from None

    def _lock(self) -> None:
        self._connection.execute("PRAGMA trusted_schema = OFF")
        self._connection.execute("PRAGMA query_only = ON")
        self._connection.set_authorizer(_authorize)
        self._connection.set_progress_handler(self._late, _STEPS)

    def _late(self) -> int:
        return int(time.monotonic() >= self._deadline)


def _authorize(
    action: int, first: str | None, second: str | None, database: str | None, origin: str | None
) -> int:
    """Reading and calling functions, nothing else: no ATTACH, no PRAGMA, no writing, no extension."""
    if action not in _READING:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _FORBIDDEN_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK
