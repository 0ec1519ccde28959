"""What every engine is: one read-only session that runs one SELECT at a time; its rows, and its errors.

Must not know any driver.
"""

from collections.abc import Sequence
from types import TracebackType
from typing import NoReturn, Protocol, Self

import msgspec

from cubeproof.diagnostics import Diagnostic


class Rows(msgspec.Struct, frozen=True):
    """The answer of a statement: names of columns as the database gives them, and rows of the driver's Python values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


class EngineError(Exception):
    """A database that is not understood, does not open, refuses or fails.

    `message` is the database's own where there is one, free of passwords; `sql` is the statement that failed, if one did.
    """

    def __init__(
        self, message: str, sql: str | None = None, *, code: str = "E553", help: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.sql = sql
        self.code = code
        self.help = help

    @property
    def diagnostic(self) -> Diagnostic:
        """The error as a finding, for whoever prints findings."""
        return Diagnostic(code=self.code, message=self.message, help=self.help)


class DriverMissing(EngineError):
    """The driver of an engine is not installed; `help` names the extra that brings it."""

    def __init__(self, name: str, extra: str) -> None:
        super().__init__(
            f"the driver `{name}` is not installed",
            code="E551",
            help=f"install it with `pip install 'cubeproof[{extra}]'`",
        )


class Engine(Protocol):
    """An open, read-only session; a context manager that closes it."""

    @property
    def dialect(self) -> str:
        """The name of the dialect that the database speaks, as `compile --dialect` takes it."""

    def run(self, sql: str, params: Sequence[object] = ()) -> Rows:
        """All rows of one SELECT with its positional parameters.

        Raises `EngineError`: E553 where the database refuses or fails, E554 after the timeout, E555 for anything but one SELECT.
        """

    def close(self) -> None:
        """End the session; whatever it changed in memory is gone."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...


class Session:
    """The part of `Engine` that is the same for all of them."""

    def close(self) -> None:
        """End the session."""
        raise AssertionError("every engine closes its own session")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def require_select(sql: str) -> None:
    """Refuse a text that does not start as a SELECT does; that it is one statement only is each driver's to say."""
    word = first_word(sql)
    if word not in ("select", "with"):
        found = f"`{word.upper()}`" if word else "no statement"
        raise EngineError(f"only a SELECT is run, found {found}", sql, code="E555")


def require_text(sql: str, params: Sequence[object]) -> None:
    """Refuse half of a surrogate pair, which JSON can hold and no database takes; drivers differ in how they fail."""
    try:
        for text in (sql, *(value for value in params if isinstance(value, str))):
            text.encode()
    except UnicodeEncodeError:
        raise EngineError("the statement or a parameter is not valid text", sql) from None


def refuse_many(sql: str) -> NoReturn:
    """The error for a text of several statements."""
    raise EngineError(
        "only one SELECT is run, found several statements",
        sql,
        code="E555",
        help="look for a `;` in the model's SQL",
    )


def timed_out(sql: str, timeout: float) -> EngineError:
    """The error for a statement that was stopped after `timeout` seconds."""
    return EngineError(
        f"the statement was stopped after {timeout:g} seconds",
        sql,
        code="E554",
        help="ask for less, or allow more with `--timeout`",
    )


def first_word(sql: str) -> str:
    """The first word of a statement in lower case, past spaces, comments and opening parentheses; else the empty text."""
    at = 0
    while at < len(sql):
        if sql[at].isspace() or sql[at] == "(":
            at += 1
        elif sql.startswith("--", at):
            at = _after(sql, "\n", at)
        elif sql.startswith("/*", at):
            at = _after(sql, "*/", at + 2)
        else:
            break
    end = at
    while end < len(sql) and (sql[end].isalnum() or sql[end] == "_"):
        end += 1
    return sql[at:end].lower()


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)
