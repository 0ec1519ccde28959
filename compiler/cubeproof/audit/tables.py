"""Tables that the SQL of a model reads without any guard.

A guard stands on a table where it names one of its columns, in the SELECT that reads it or in one around it whose FROM it
is in; what it does there is its `effect`. What stands beside it, in a JOIN, or in a nested query elsewhere, such as
`(SELECT max(price) FROM prices)`, needs a guard of its own. Text that is not understood counts as one table of that name:
nothing is left out because it is unusual.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlglot import exp

from cubeproof.audit import reading, scopes
from cubeproof.bind import Statement
from cubeproof.plan import nodes

_READERS: Final = frozenset(
    "query_to_xml query_to_xml_and_xmlschema query_to_xmlschema table_to_xml table_to_xml_and_xmlschema schema_to_xml "
    "database_to_xml cursor_to_xml dblink pg_read_file pg_read_binary_file pg_ls_dir lo_get query query_table".split()
)
"""Functions that read what a text names: no SQL shows it."""
_ANY: Final = ""
"""Some column: a guard stands there, and nobody can tell on what."""


def tables(text: nodes.Sql, statement: Statement, *, is_query: bool) -> tuple[str, ...]:
    """The tables of a text, which is a query or an expression; not understood, the text itself.

    All that was not met on the way counts as read without a guard.
    """
    written = reading.written(text, statement, spliced=False)
    tree = reading.parsed(written if is_query else f"SELECT {written}", statement.dialect)
    if tree is None:
        return (_shown(written),)
    walk = _Walk(statement.dialect)
    found = dict.fromkeys(walk.open(scopes.query(tree), None))
    missed = (walk.shown(table) for table in tree.find_all(exp.Table) if id(table) not in walk.met)
    hidden = (walk.shown(call) for call in tree.find_all(exp.Anonymous) if call.name.lower() in _READERS)
    return (*found, *missed, *hidden)


def unguarded(tree: exp.Expr, dialect: str) -> list[exp.Expr]:
    """The tables of a parsed query that no guard stands on, where they are read."""
    walk = _Walk(dialect)
    for _ in walk.open(scopes.query(tree), None):
        pass
    return walk.left


class _Walk:
    """One text; a query that a WITH names is looked at once for each way in which it is read."""

    def __init__(self, dialect: str) -> None:
        self.dialect = dialect
        self.seen: set[tuple[int, str | None]] = set()
        self.met: set[int] = set()
        """Tables, by identity."""
        self.left: list[exp.Expr] = []
        """Those that no guard stands on."""

    def open(self, query: scopes.Query, held: str | None) -> Iterator[str]:
        """The tables of a query that no guard stands on; `held` is its column that one around it names."""
        if (id(query.node), held) in self.seen:
            return
        self.seen.add((id(query.node), held))
        if isinstance(query.node, exp.Subquery | exp.Paren) and not query.node.args.get("joins"):
            yield from self.open(scopes.query(query.node.this, query.named), held)
        elif isinstance(query.node, exp.SetOperation):
            arms = scopes.arms(query)
            first = scopes.Scope(arms[0])
            at = first.place(held) if held else None
            for arm in arms:
                yield from self.select(scopes.Scope(arm), held, at)
            yield from self.elsewhere(query)
        else:
            yield from self.select(scopes.Scope(query), held, None)

    def select(self, scope: scopes.Scope, held: str | None, at: int | None) -> Iterator[str]:
        """A SELECT, or what has a FROM like one."""
        guarded = _guarded(scope)
        if held is not None:
            for relation, column in _behind(scope, held, at):
                guarded.setdefault(relation, column)
        for relation in scope.relations:
            yield from self.relation(relation, guarded.get(relation))
        yield from self.elsewhere(scope.select)

    def relation(self, relation: scopes.Relation, held: str | None) -> Iterator[str]:
        """What is read where a FROM or JOIN names it."""
        if isinstance(relation.node, exp.Table):
            self.met.add(id(relation.node))
        if relation.query is not None:
            yield from self.open(relation.query, held)
        elif held is None and not relation.is_series:
            self.left.append(relation.node)
            yield self.shown(relation.node)

    def elsewhere(self, query: scopes.Query) -> Iterator[str]:
        """The nested queries that are no part of the FROM: no guard around restricts what they read."""
        waiting = scopes.parts(query.node)
        while waiting:
            part = waiting.pop()
            if isinstance(part, exp.Query):
                yield from self.open(scopes.query(part, query.named), None)
            else:
                waiting += list(part.iter_expressions())

    def shown(self, table: exp.Expr) -> str:
        """The name of a table, as it was written."""
        bare = table.copy()
        for key in ("alias", "joins", "laterals", "sample", "pivots"):
            bare.set(key, None)
        return _shown(bare.sql(self.dialect))


def _guarded(scope: scopes.Scope) -> dict[scopes.Relation, str]:
    """The relations that a guard of a SELECT stands on, and the columns that it names."""
    found: dict[scopes.Relation, str] = {}
    where = scope.node.args.get("where")
    pieces = [part for part in scope.parts() if part is not where] + reading.where(scope.node)
    for piece in pieces:
        if not any(reading.marks(piece)):
            continue
        if len(scope.relations) == 1:
            found[scope.relations[0]] = _ANY
        for column in piece.find_all(exp.Column):
            relation = scope.owner(column)
            is_own = bool(column.table) or column.find_ancestor(exp.Select) is scope.node
            if relation is not None and is_own and reading.MARK not in column.name:
                found[relation] = column.name.lower()
    return found


def _behind(scope: scopes.Scope, held: str, at: int | None) -> Iterator[tuple[scopes.Relation, str]]:
    """The relations whose columns a column of the rows is made of."""
    origin = scope.origin(held, at)
    if origin is not None:
        yield origin
        return
    shown = scope.shown(held, at)
    for column in (column for one in shown for column in one.find_all(exp.Column)):
        relation = scope.owner(column)
        if relation is not None:
            yield relation, column.name.lower()
    if not shown and len(scope.relations) == 1:
        yield scope.relations[0], _ANY


def _shown(text: str) -> str:
    """The text on one line, its holes as `…`."""
    return " ".join(reading.HOLE.sub("…", text).split())
