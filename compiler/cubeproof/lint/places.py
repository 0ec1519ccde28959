"""Where in a statement a claim stands: the one place of this stage that knows sqlglot's trees, beside the SQL rules.

A claim stands in a condition, the condition in a clause of a SELECT, and that SELECT perhaps in a condition of another
one. Only a chain of ANDs from each of them up to its WHERE makes it hold for all rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from sqlglot import exp as exp

from cubeproof.audit import reading

Clause: TypeAlias = Literal["where", "on", "select", "having", "order", "group", "qualify", "from", "other"]
NUMBER: Final = re.compile(rf"{reading.MARK}_(\d+)")
COMPARISONS: Final = (
    exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.In, exp.Is, exp.Between, exp.Exists, exp.NullSafeEQ,
    exp.NullSafeNEQ, exp.Like, exp.ILike, exp.RegexpLike, exp.RegexpILike, exp.SimilarTo, exp.ArrayContains,
    exp.ArrayContainsAll, exp.ArrayOverlaps, exp.Glob, exp.RLike if hasattr(exp, "RLike") else exp.RegexpLike,
)  # fmt: skip
_PATTERNS: Final = (exp.Like, exp.ILike, exp.RegexpLike, exp.RegexpILike, exp.SimilarTo, exp.Glob)
_FALLBACKS: Final = ("postgres", "mysql", "bigquery", "snowflake", "tsql", "clickhouse", "duckdb")


class Level(NamedTuple):
    """One SELECT on the way from a claim outward: the condition, what is around it, and the clause that holds it all."""

    condition: exp.Expr
    around: tuple[exp.Expr, ...]
    """Innermost first, the clause itself left out."""
    clause: Clause
    select: exp.Expr | None


class Spot(NamedTuple):
    """A place where a claim stands."""

    number: int
    node: exp.Expr
    levels: tuple[Level, ...]
    """Innermost first."""

    @property
    def condition(self) -> exp.Expr:
        """The smallest condition around the claim."""
        return self.levels[0].condition


def parsed(text: str, dialect: str) -> tuple[exp.Expr, str] | None:
    """The text as one statement, and the dialect it was read in: the one given, or the first in which it makes sense."""
    order = (dialect, *(other for other in _FALLBACKS if other != dialect))
    if "`" in text and dialect not in ("mysql", "bigquery"):
        order = ("mysql", "bigquery", *order)
    for each in order:
        tree = reading.parsed(text, each)
        if tree is not None and not isinstance(tree, exp.Command):
            return tree, each
    return None


def spots(tree: exp.Expr) -> Iterator[Spot]:
    """Every place where a claim stands in a tree."""
    for node in tree.find_all(exp.Column, exp.Literal, exp.Identifier):
        if isinstance(node, exp.Identifier) and isinstance(node.parent, exp.Column):
            continue
        for found in NUMBER.finditer(node.name):
            yield Spot(int(found[1]), node, tuple(_levels(node)))


def _levels(node: exp.Expr) -> Iterator[Level]:
    at: exp.Expr | None = node
    while at is not None:
        condition = _condition(at)
        around: list[exp.Expr] = []
        below, above = condition, condition.parent
        while above is not None and not _is_clause(above):
            around.append(above)
            below, above = above, above.parent
        select = above if isinstance(above, exp.Select) else above.parent if above is not None else None
        yield Level(condition, tuple(around), _clause(below, above), select)
        at = _outer(select)


def _is_clause(node: exp.Expr) -> bool:
    """Whether a node is a SELECT or a clause of one; the WHERE of a FILTER is not."""
    if isinstance(node, exp.Where):
        return not isinstance(node.parent, exp.Filter)
    if isinstance(node, exp.Subquery):
        return False
    return isinstance(node, exp.Query | exp.Having | exp.Join | exp.Qualify)


def _condition(node: exp.Expr) -> exp.Expr:
    """The comparison that a node is part of, or the node itself."""
    at: exp.Expr | None = node
    while at is not None and not isinstance(at, exp.Connector | exp.Not | exp.Query | exp.Where | exp.Join):
        if isinstance(at, COMPARISONS):
            return at
        at = at.parent
    return node


def _clause(below: exp.Expr, above: exp.Expr | None) -> Clause:
    match above:
        case exp.Where():
            return "where"
        case exp.Having():
            return "having"
        case exp.Qualify():
            return "qualify"
        case exp.Join():
            return "on" if below.arg_key == "on" else "from"
        case exp.Select():
            if isinstance(below, exp.Order | exp.Ordered) or below.arg_key == "order":
                return "order"
            if below.arg_key in ("group", "distinct"):
                return "group"
            return "select" if below.arg_key == "expressions" else "from"
        case _:
            return "other"


def _outer(select: exp.Expr | None) -> exp.Expr | None:
    """The query as an operand of a condition around it; None where it is the statement, an arm of it, or in a FROM."""
    at = select
    while at is not None and isinstance(at.parent, exp.Subquery | exp.SetOperation | exp.Paren):
        at = at.parent
    above = at.parent if at is not None else None
    if at is None or above is None or isinstance(above, exp.From | exp.Join | exp.CTE | exp.Lateral):
        return None
    if isinstance(above, exp.Select):
        return None  # a scalar subquery: what is in it restricts what it reads
    return above if isinstance(above, (*COMPARISONS, exp.Any, exp.All)) else at


def is_pattern(node: exp.Expr) -> bool:
    """Whether a comparison takes its right side for a pattern."""
    return isinstance(node, _PATTERNS)


def numbers(node: exp.Expr) -> set[int]:
    """The claims that stand in a part of a tree."""
    return {spot.number for spot in spots(node)}


def plain(node: exp.Expr) -> exp.Expr:
    """A node without the brackets around it."""
    while isinstance(node, exp.Paren):
        node = node.this
    return node


def arms(node: exp.Expr) -> list[exp.Expr]:
    """The alternatives of an OR, brackets inside looked through."""
    node = plain(node)
    return [*arms(node.left), *arms(node.right)] if isinstance(node, exp.Or) else [node]


def columns(condition: exp.Expr) -> list[exp.Column]:
    """The columns of tables in a condition: no claim and nothing else that stands for a hole."""
    return [
        column
        for column in condition.find_all(exp.Column)
        if not column.name.startswith((reading.MARK, reading.ATOM))
    ]


def table_key(table: exp.Table) -> str:
    """A table's name as it is compared: small letters, a usual schema left out."""
    schema = table.db.lower()
    name = table.name.lower()
    return name if schema in ("", "public", "dbo", "main") else f"{schema}.{name}"


def is_of_database(table: exp.Expr) -> bool:
    """Whether it is a table of the database: no CTE, no function, no hole."""
    if not isinstance(table, exp.Table) or not isinstance(table.this, exp.Identifier):
        return False
    return not table.name.startswith(reading.ATOM) and (bool(table.db) or common(table) is None)


def common(table: exp.Expr) -> exp.Expr | None:
    """The query of a WITH that a table's name stands for."""
    name, at = table.name.lower(), table.parent
    while at is not None:
        clause = at.args.get("with_") or at.args.get("with")
        for each in clause.expressions if clause is not None else ():
            if each.alias.lower() == name:
                return each  # type: ignore[no-any-return]
        at = at.parent
    return None


def tables(tree: exp.Expr) -> list[exp.Table]:
    """The tables of the database that a tree reads."""
    return [table for table in tree.find_all(exp.Table) if is_of_database(table)]


def from_of(select: exp.Expr) -> list[exp.Expr]:
    """What stands in FROM and JOIN of a SELECT, in order."""
    start = select.args.get("from_") or select.args.get("from")
    found = [start.this] if start is not None else []
    return found + [join.this for join in select.args.get("joins") or () if isinstance(join, exp.Join)]


def owner(column: exp.Column, select: exp.Expr) -> exp.Expr | None:
    """What of a SELECT's FROM a column belongs to; the first where it does not say."""
    sources = from_of(select)
    if column.table:
        name = column.table.lower()
        return next((source for source in sources if source.alias_or_name.lower() == name), None)
    return sources[0] if sources else None


def key_of(source: exp.Expr | None) -> str | None:
    """The name of a table of the database; None for anything else."""
    return table_key(source) if isinstance(source, exp.Table) and is_of_database(source) else None
