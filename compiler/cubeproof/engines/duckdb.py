"""DuckDB, embedded. It reads and writes host files from SQL unless it is locked, so it is locked before any statement runs.

Knows the driver; must not know where statements come from.
"""

import contextlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeVar

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

if TYPE_CHECKING:
    import duckdb

# INVARIANT: the last one makes the others final
_LOCKS = (
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
    "SET TimeZone = 'UTC'",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)

_BOUNDS = (
    date.min,
    date.max,
    datetime.min,
    datetime.max,
    *(d.replace(tzinfo=UTC) for d in (datetime.min, datetime.max)),
)
"""What the driver gives for `-infinity` and `infinity`, and for the days and instants that they stand for."""

T = TypeVar("T")


class DuckDB(Session):
    """A session on a file, opened read-only, or on a database in memory, whose statements run in read-only transactions."""

    dialect = "duckdb"

    def __init__(self, address: Address, data: str | None, timeout: float) -> None:
        try:
            import duckdb
        except ModuleNotFoundError:
            raise DriverMissing("duckdb", "duckdb") from None
        self._driver = duckdb
        self._address = address
        self._timeout = timeout
        self._connection = self._open()
        try:
            if data is not None:
                self._load(data)
            for statement in _LOCKS:
                self._connection.execute(statement)
        except BaseException:
            self.close()
            raise

    def run(self, sql: str, params: Sequence[object] = ()) -> Rows:
        """All rows of one SELECT; see `Engine`."""
        require_select(sql)
        require_text(sql, params)
        try:
            if len(self._connection.extract_statements(sql)) > 1:
                refuse_many(sql)
            self._connection.execute("BEGIN TRANSACTION READ ONLY")
        except self._driver.Error as error:
            raise self._failed(error, sql) from None
        try:
            return self._in_time(lambda: self._rows(sql, params))
        except self._driver.InterruptException:
            raise timed_out(sql, self._timeout) from None
        except self._driver.Error as error:
            raise self._failed(error, sql) from None
        finally:
            # a statement that failed may have ended the transaction itself
            with contextlib.suppress(self._driver.Error):
                self._connection.execute("ROLLBACK")

    def _rows(self, sql: str, params: Sequence[object]) -> Rows:
        self._connection.execute(sql, [untyped(value) for value in params])
        columns = tuple(str(column[0]) for column in self._connection.description or ())
        types = [str(column[1]) for column in self._connection.description or ()]
        return Rows(columns, self._exact(sql, params, types, tuple(self._connection.fetchall())))

    def _exact(
        self, sql: str, params: Sequence[object], types: list[str], rows: tuple[tuple[object, ...], ...]
    ) -> tuple[tuple[object, ...], ...]:
        """The rows with DuckDB's own text where the driver gives less: months of an interval, dates that never come.

        The statement is run once more for it, in the same transaction. INVARIANT: value and text come from one row of
        one run; two runs of an order that leaves ties open could pair those of different rows.
        """
        spans = {at for at, type_ in enumerate(types) if "INTERVAL" in type_}
        dated = [at for at, type_ in enumerate(types) if type_.startswith(("DATE", "TIMESTAMP"))]
        bounds = {at for at in dated if any(row[at] in _BOUNDS for row in rows)}
        texts = sorted(spans | bounds)
        if not rows or not texts:
            return rows
        names = [f"c{at}" for at in range(len(types))]
        shown = ", ".join([*names, *(f"c{at}::VARCHAR" for at in texts)])
        wrapped = f"SELECT {shown} FROM (\n{sql}\n) AS t({', '.join(names)})"  # noqa: S608 — what has just been run
        self._connection.execute(wrapped, [untyped(value) for value in params])
        return tuple(
            self._with_texts(row, dict(zip(texts, row[len(types) :], strict=True)), spans)
            for row in self._connection.fetchall()
        )

    @staticmethod
    def _with_texts(row: tuple[object, ...], texts: dict[int, object], spans: set[int]) -> tuple[object, ...]:
        """The values of a row that is followed by its texts, by column, with the text where it says more."""
        values = row[: len(row) - len(texts)]
        return tuple(
            texts[at] if at in spans or (value in _BOUNDS and "infinity" in str(texts.get(at))) else value
            for at, value in enumerate(values)
        )

    def close(self) -> None:
        """End the session."""
        self._connection.close()

    def _open(self) -> "duckdb.DuckDBPyConnection":
        # replacements would let SQL read the variables of this very program
        config: dict[str, str | bool | int | float | list[str]] = {"python_enable_replacements": "false"}
        if self._address.memory:
            return self._driver.connect(":memory:", config=config)
        if not os.path.isfile(self._address.file):
            raise EngineError(f"there is no file `{self._address.file}`", code="E552")
        try:
            return self._driver.connect(self._address.file, read_only=True, config=config)
        except self._driver.Error as error:
            raise EngineError(self._said(error), code="E552") from None

    def _load(self, data: str) -> None:
        try:
            self._connection.execute("CREATE SCHEMA IF NOT EXISTS public")
            self._in_time(lambda: self._connection.execute(data))
        except self._driver.InterruptException:
            raise EngineError(
                f"loading the data was stopped after {self._timeout:g} seconds", code="E556"
            ) from None
        except self._driver.Error as error:
            raise EngineError(f"the data does not load: {self._said(error)}", code="E556") from None

    def _in_time(self, work: Callable[[], T]) -> T:
        """Do some work, interrupted after the timeout, or when this thread is: the driver itself would not hear that."""
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(work)
            try:
                return future.result(self._timeout)
            except TimeoutError:
                self._connection.interrupt()
                return future.result()
            except BaseException:
                self._connection.interrupt()
                raise

    def _failed(self, error: Exception, sql: str) -> EngineError:
        return EngineError(self._said(error), sql)

    def _said(self, error: Exception) -> str:
        message = str(error).strip()
        return (
            message.replace(os.path.abspath(self._address.file), self._address.file)
            if self._address.file
            else message
        )
