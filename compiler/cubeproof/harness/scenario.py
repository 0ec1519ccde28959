"""What a scenario file says: callers, queries, and what is expected of each of their cells. Reads nothing.

A cell is token x query x dialect x claim state. An expectation speaks of all the cells that its selectors name.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final, Literal, TypeAlias

import msgspec

from cubeproof.request.context import Semantics
from cubeproof.source import Source, Span

SUFFIX: Final = ".access.yaml"
OWN: Final = ""
"""The claim state of a token as it is."""
DUCKDB: Final = "duckdb"
"""The dialect that rows are looked at in."""

State: TypeAlias = Literal["bound", "open", "closed", "mixed"]


class Snapshot(msgspec.Struct, frozen=True, tag=True):
    """The statement is compared with the stored one."""


class RowsAre(msgspec.Struct, frozen=True, tag=True):
    """The rows that come back, in this order."""

    rows: tuple[tuple[Any, ...], ...]


class GuardIs(msgspec.Struct, frozen=True, tag=True):
    """The statement has a guard of which all that is given holds."""

    wanted: Mapping[str, str | None]


class StateIs(msgspec.Struct, frozen=True, tag=True):
    """What the guards are; of a varied claim, its own."""

    state: State


class ErrorIs(msgspec.Struct, frozen=True, tag=True):
    """The query is refused with this code, and words of the message."""

    code: str
    contains: str | None = None


class Skip(msgspec.Struct, frozen=True, tag=True):
    """The cell is not looked at until a date."""

    reason: str
    until: date


class Visible(msgspec.Struct, frozen=True, tag=True):
    """Of a cube's own rows a caller sees these alone, by a column that tells them apart."""

    cube: str
    key: str
    only: tuple[Any, ...]


class Never(msgspec.Struct, frozen=True, tag=True):
    """Of a cube's own rows a caller sees none of these."""

    cube: str
    key: str
    values: tuple[Any, ...]


Check: TypeAlias = Snapshot | RowsAre | GuardIs | StateIs | ErrorIs | Skip
CubeCheck: TypeAlias = Visible | Never


class Cell(msgspec.Struct, frozen=True):
    """One token with one query in one dialect; `state` is what becomes of one claim at a time, or `OWN`."""

    token: str
    query: str
    dialect: str
    state: str = OWN

    @property
    def name(self) -> str:
        """`monthly[alice-postgres-absent]`."""
        return f"{self.query}[{'-'.join(filter(None, (self.token, self.dialect, self.state)))}]"

    @property
    def file(self) -> str:
        """The snapshot's name in the folder of its suite: `monthly/alice~absent.postgres.sql`."""
        state = f"~{self.state}" if self.state else ""
        return f"{self.query}/{self.token}{state}.{self.dialect}.sql"


class CubeCell(msgspec.Struct, frozen=True):
    """One token with the rows of one cube; `at` counts the expectations of this kind."""

    token: str
    at: int
    check: CubeCheck

    @property
    def name(self) -> str:
        """`Sales[alice-visible-1]`."""
        return f"{self.check.cube}[{self.token}-{type(self.check).__name__.lower()}-{self.at + 1}]"


class Expectation(msgspec.Struct, frozen=True):
    """Checks of the cells that all selectors hold."""

    tokens: frozenset[str]
    queries: frozenset[str]
    dialects: frozenset[str]
    states: frozenset[str]
    checks: tuple[Check, ...]
    span: Span

    def speaks_of(self, cell: Cell) -> bool:
        """Whether a cell is meant."""
        return (
            cell.token in self.tokens and cell.query in self.queries
            and cell.dialect in self.dialects and cell.state in self.states
        )  # fmt: skip


class CubeExpectation(msgspec.Struct, frozen=True):
    """Checks of what some callers see of a cube."""

    tokens: tuple[str, ...]
    checks: tuple[CubeCheck, ...]
    span: Span


class Suite(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A scenario file; `folder` is the one it stands in, `model` paths are relative to that."""

    name: str
    source: Source
    folder: str
    model: tuple[str, ...]
    dialects: tuple[str, ...]
    semantics: Semantics | None
    now: datetime
    tokens: Mapping[str, Mapping[str, Any]]
    queries: Mapping[str, Any]
    states: tuple[str, ...]
    fixtures: str | None
    expect: tuple[Expectation, ...]
    cubes: tuple[CubeExpectation, ...]

    def cells(self) -> Iterator[Cell]:
        """Every cell, in the order of the file."""
        for query in self.queries:
            for token in self.tokens:
                for dialect in self.dialects:
                    for state in (OWN, *self.states):
                        yield Cell(token, query, dialect, state)

    def cube_cells(self) -> Iterator[CubeCell]:
        """Every look at a cube's rows."""
        at = 0
        for expectation in self.cubes:
            for check in expectation.checks:
                for token in expectation.tokens:
                    yield CubeCell(token, at, check)
                at += 1

    def checks(self, cell: Cell) -> tuple[Check, ...]:
        """What is expected of a cell."""
        key = (cell.token, cell.query, cell.dialect, cell.state)
        return self._checks.get(key, ())

    @cached_property
    def _checks(self) -> dict[tuple[str, str, str, str], tuple[Check, ...]]:
        found: dict[tuple[str, str, str, str], tuple[Check, ...]] = {}
        for one in self.expect:
            for query in one.queries:
                for token in one.tokens:
                    for dialect in one.dialects:
                        for state in one.states:
                            key = (token, query, dialect, state)
                            found[key] = (*found.get(key, ()), *one.checks)
        return found
