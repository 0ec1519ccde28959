"""Tables that a text of SQL reads without any guard.

A guard stands on a table where it is in the SELECT that reads it, or in one around it whose FROM it is in; what it does
there is its `effect`. What stands in a nested query elsewhere, such as `(SELECT max(price) FROM prices)`, needs a guard of
its own. Text that is not understood counts as one table of that name: nothing is left out because it is unusual.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, TypeAlias

from sqlglot import exp

from cubeproof.audit import reading

_SERIES: Final = (exp.Unnest, exp.GenerateSeries, exp.Explode)
_HOLE: Final = re.compile(rf"{reading.ATOM}_\d+|{reading.MARK}(?: = 1)?")
_FROM: Final = ("from", "from_", "with", "with_", "joins", "laterals")
_Named: TypeAlias = "dict[str, tuple[exp.Expr, _Named] | None]"
"""The queries that a WITH names, each with the names that it may use itself."""


@lru_cache(maxsize=1024)
def tables(text: str, statement: str, dialect: str, *, guarded: bool) -> tuple[str, ...]:
    """The tables of a text, its holes as atoms, read as this statement; not understood, the text itself.

    All that was not met on the way counts as read without a guard. `guarded` says whether one stands around it all.
    """
    query = reading.parsed(statement, dialect)
    if query is None:
        return (_shown(text),)
    walk = _Walk(dialect)
    found = dict.fromkeys(walk.open(query, {}, guarded=guarded))
    missed = (walk.shown(table) for table in query.find_all(exp.Table) if id(table) not in walk.met)
    return (*found, *missed)


class _Walk:
    """One text; a query that a WITH names is looked at once for each way in which it is read."""

    def __init__(self, dialect: str) -> None:
        self.dialect = dialect
        self.seen: set[tuple[int, bool]] = set()
        self.met: set[int] = set()
        """Tables, by identity."""

    def open(self, query: exp.Expr, named: _Named, *, guarded: bool) -> Iterator[str]:
        """The tables of a query that no guard stands on."""
        if (id(query), guarded) in self.seen:
            return
        self.seen.add((id(query), guarded))
        named = _with(query, named)
        match query:
            case exp.Subquery() | exp.Paren():
                yield from self.open(query.this, named, guarded=guarded)
            case exp.SetOperation():
                for side in (query.left, query.right):
                    yield from self.open(side, named, guarded=guarded)
            case exp.Select():
                guarded = guarded or _has_guard(query)
            case exp.Table():
                yield from self.source(query, named, guarded=guarded)
                return
            case _:
                pass
        for source in _sources(query):
            yield from self.source(source, named, guarded=guarded)
        for nested in _elsewhere(query):
            yield from self.open(nested, named, guarded=False)

    def source(self, source: exp.Expr, named: _Named, *, guarded: bool) -> Iterator[str]:
        """What is read where a FROM or JOIN names it."""
        if isinstance(source, exp.Lateral):
            source = source.this
        if isinstance(source, exp.Table):
            yield from self.table(source, named, guarded=guarded)
            for joined in _sources(source):
                yield from self.source(joined, named, guarded=guarded)
        elif isinstance(source, exp.Query | exp.Paren):
            yield from self.open(source, named, guarded=guarded)
        elif not (guarded or isinstance(source, (*_SERIES, exp.Values))):
            yield _shown(source.sql(self.dialect))

    def table(self, table: exp.Table, named: _Named, *, guarded: bool) -> Iterator[str]:
        """A name: a query of a WITH, the rows of another cube, or a table."""
        self.met.add(id(table))
        if not table.db and table.name in named:
            common = named[table.name]
            if common is not None:
                yield from self.open(common[0], common[1], guarded=guarded)
        elif not (guarded or isinstance(table.this, _SERIES) or table.name.startswith(f"{reading.ROWS}_")):
            yield self.shown(table)

    def shown(self, table: exp.Table) -> str:
        """The name of a table, as it was written."""
        bare = table.copy()
        for key in ("alias", "joins", "laterals", "sample", "pivots"):
            bare.set(key, None)
        return _shown(bare.sql(self.dialect))


def _has_guard(select: exp.Select) -> bool:
    """Whether a claim stands anywhere in it but in its FROM."""
    return any(
        column.name == reading.MARK
        for part in _parts(select)
        if isinstance(part, exp.Expression)
        for column in part.find_all(exp.Column)
    )


def _parts(query: exp.Expr) -> list[Any]:
    """What a query consists of but for its FROM; the conditions of its JOINs are part of this."""
    of_from = (*_FROM, *(("this", "expression") if isinstance(query, exp.SetOperation) else ()))
    values = [value for key, value in query.args.items() if key not in of_from]
    parts = [part for value in values for part in (value if isinstance(value, list) else [value])]
    return parts + [join.args.get("on") for join in query.args.get("joins") or ()]


def _with(query: exp.Expr, named: _Named) -> _Named:
    """The names that hold inside a query: a recursive one stands for itself, and reads nothing more."""
    known, with_ = dict(named), _clause(query, "with")
    if with_ is None:
        return known
    for common in with_.expressions:
        before: _Named = {**known, common.alias: None} if with_.args.get("recursive") else dict(known)
        known[common.alias] = (common.this, before)
    return known


def _clause(query: exp.Expr, name: str) -> exp.Expr | None:
    """`FROM` or `WITH`, whose key differs between versions of sqlglot."""
    found: exp.Expr | None = query.args.get(f"{name}_") or query.args.get(name)
    return found


def _sources(query: exp.Expr) -> list[exp.Expr]:
    """What stands in the FROM and the JOINs of a query."""
    start = _clause(query, "from")
    joins = (*(query.args.get("joins") or ()), *(query.args.get("laterals") or ()))
    return [
        *([start.this] if start is not None else ()),
        *(j.this if isinstance(j, exp.Join) else j for j in joins),
    ]


def _elsewhere(query: exp.Expr) -> Iterator[exp.Expr]:
    """The nested queries that are no part of the FROM: no guard around restricts what they read."""
    waiting = [] if isinstance(query, exp.Subquery | exp.Paren) else _parts(query)
    while waiting:
        part = waiting.pop()
        if isinstance(part, exp.Query):
            yield part
        elif isinstance(part, exp.Expression):
            waiting += list(part.iter_expressions())


def _shown(text: str) -> str:
    """The text on one line, its holes as `…`."""
    return " ".join(_HOLE.sub("…", text).split())
