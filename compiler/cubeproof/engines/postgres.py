"""PostgreSQL, through psycopg 3, with the numbered placeholders that the statement already has.

Knows the driver; must not know where statements come from.
"""

import contextlib
import decimal
import json
from collections.abc import Sequence
from functools import partial
from typing import Any

from cubeproof.engines.address import Address
from cubeproof.engines.session import (
    DriverMissing,
    EngineError,
    Rows,
    Session,
    refuse_many,
    require_select,
    require_text,
    timed_out,
)
from cubeproof.engines.values import untyped

# true: for the transaction alone, so that nothing a statement sets outlives it
_SETTINGS = (
    "SELECT set_config('TimeZone', 'UTC', true), set_config('standard_conforming_strings', 'on', true),"
    " set_config('statement_timeout', $1, true)"
)
_CONNECT_TIMEOUT = 10


class Postgres(Session):
    """A session whose statements each run in a read-only transaction that is rolled back."""

    dialect = "postgres"

    def __init__(self, address: Address, timeout: float) -> None:
        try:
            import psycopg
        except ImportError:
            raise DriverMissing("psycopg", "postgres") from None
        self._driver = psycopg
        self._address = address
        self._timeout = timeout
        seconds = max(1, min(_CONNECT_TIMEOUT, round(timeout)))
        try:
            self._connection = psycopg.connect(
                address.url,
                connect_timeout=seconds,
                application_name="cubeproof",
                cursor_factory=psycopg.RawCursor,
            )
            self._connection.read_only = True
            self._exact()
        except psycopg.Error as error:
            raise EngineError(
                f"`{address.shown}` does not answer: {self._said(error)}", code="E552"
            ) from None

    def run(self, sql: str, params: Sequence[object] = ()) -> Rows:
        """All rows of one SELECT; see `Engine`."""
        require_select(sql)
        require_text(sql, params)
        try:
            with self._connection.cursor() as cursor:
                cursor.execute(_SETTINGS, [str(max(1, round(self._timeout * 1000)))])
                # preparing it makes the server refuse a text of several statements, even without parameters
                cursor.execute(sql, _wire(params), prepare=None if params else True)
                columns = tuple(column.name for column in cursor.description or ())
                return Rows(columns, tuple(cursor.fetchall()))
        except self._driver.errors.QueryCanceled:
            raise timed_out(sql, self._timeout) from None
        except self._driver.Error as error:
            if "multiple commands" in str(error):
                refuse_many(sql)
            raise EngineError(self._said(error), sql) from None
        finally:
            # a connection that broke has nothing to roll back
            with contextlib.suppress(self._driver.Error):
                self._connection.rollback()

    def close(self) -> None:
        """End the session."""
        self._connection.close()

    def _exact(self) -> None:
        """Have values read without loss: Python has no month in an interval, and JSON's numbers are not its floats.

        Nor has it dates that never come, or that lie before the year 1 or behind 9999: they are the server's text.
        """
        types, adapters = self._driver.types, self._connection.adapters
        adapters.register_loader("interval", types.string.TextLoader)
        for name, loader in (
            ("date", types.datetime.DateLoader),
            ("timestamp", types.datetime.TimestampLoader),
            ("timestamptz", types.datetime.TimestamptzLoader),
        ):
            adapters.register_loader(name, _or_text(loader, self._driver.DataError))
        types.json.set_json_loads(partial(json.loads, parse_float=decimal.Decimal), self._connection)

    def _said(self, error: Exception) -> str:
        return self._address.masked(str(error).strip())


def _or_text(loader: type[Any], unfit: type[Exception]) -> type[Any]:
    """The loader of a type, but for values that Python has none for."""

    class OrText(loader):  # type: ignore[misc]
        def load(self, data: Any) -> object:
            try:
                return super().load(data)
            except unfit:
                return bytes(data).decode()

    return OrText


def _wire(params: Sequence[object]) -> list[object]:
    """Parameters that the server gives their types: psycopg declares no type for text."""
    return [repr(value) if isinstance(value, float) else untyped(value) for value in params]
