"""Facts about who sees which rows that several rules ask for. Gives no opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cubeproof.audit.tables import unguarded
from cubeproof.lint import places
from cubeproof.lint.places import exp

if TYPE_CHECKING:
    from cubeproof.lint.study import GuardOf, Reading


def guards_of(reading: Reading) -> Iterator[GuardOf]:
    """The guards of a cube's SQL that restrict a table of the database, and which."""
    from cubeproof.lint.study import GuardOf

    for spot in reading.spots:
        level = spot.levels[0]
        if (
            level.clause not in ("where", "on")
            or level.select is None
            or not isinstance(level.condition, exp.EQ | exp.In)
        ):
            continue
        if any(not isinstance(part, exp.And | exp.Paren) for part in level.around):
            continue
        column = compared(level.condition)
        if column is None or (level.clause == "on" and is_optional(column, level.select)):
            continue
        base = base_column(column, level.select)
        if base is not None:
            yield GuardOf(*base, reading.atom(spot), reading.cube.name)


def compared(condition: exp.Expr) -> exp.Column | None:
    """The column that a condition compares with a claim, function and cast around it looked through."""
    side = condition.this
    if isinstance(condition, exp.EQ) and places.numbers(condition.left):
        side = condition.right
    found = places.columns(side) if isinstance(side, exp.Expression) else []
    return found[0] if found else None


def base_column(column: exp.Column, select: exp.Expr, depth: int = 0) -> tuple[str, str] | None:
    """The table of the database that a column of a SELECT comes from, through queries of its FROM that hand it on.

    With it, the column's name there.
    """
    source = places.owner(column, select)
    if source is None or depth > 8:
        return None
    key = places.key_of(source)
    if key is not None:
        return key, column.name.lower()
    inner = inner_select(source)
    if inner is None:
        return None
    for shown in inner.expressions:
        if shown.alias_or_name.lower() == column.name.lower() and isinstance(shown.unalias(), exp.Column):
            return base_column(shown.unalias(), inner, depth + 1)
        if shown.is_star:
            return base_column(exp.column(column.name), inner, depth + 1)
    return None


def inner_select(source: exp.Expr) -> exp.Select | None:
    """The SELECT that a derived table or the name of a WITH stands for, the first arm of several."""
    if isinstance(source, exp.Table):
        found = places.common(source)
        source_query: exp.Expr | None = found.this if found is not None else None
    else:
        source_query = source.this if isinstance(source, exp.Subquery) else None
    while isinstance(source_query, exp.SetOperation | exp.Subquery):
        source_query = source_query.this
    return source_query if isinstance(source_query, exp.Select) else None


def is_optional(column: exp.Column, select: exp.Expr) -> bool:
    """Whether a column is of the side of a LEFT or FULL JOIN whose rows may be missing."""
    source = places.owner(column, select)
    joins = [join for join in select.args.get("joins") or () if isinstance(join, exp.Join)]
    if any(join.this is source and join.side.upper() in ("LEFT", "FULL") for join in joins):
        return True
    start = places.from_of(select)[:1]
    return (
        bool(start) and source is start[0] and any(join.side.upper() in ("RIGHT", "FULL") for join in joins)
    )


def main_table(reading: Reading) -> str | None:
    """The table that a cube's rows are the rows of: the first of its FROM, through queries that hand it on."""
    tree = reading.tree
    while isinstance(tree, exp.SetOperation | exp.Subquery):
        tree = tree.this
    for _ in range(8):
        if not isinstance(tree, exp.Select):
            return None
        sources = places.from_of(tree)
        if not sources:
            return None
        key = places.key_of(sources[0])
        if key is not None:
            return key
        tree = inner_select(sources[0])
    return None


def open_tables(reading: Reading) -> list[exp.Table]:
    """The tables of the database that a cube's SQL reads and no guard of it stands on."""
    if reading.tree is None:
        return []
    open_ = [*unguarded(reading.tree, reading.dialect), *_unpacked(reading.tree)]
    return list({id(t): t for t in open_ if isinstance(t, exp.Table) and places.is_of_database(t)}.values())


def _unpacked(tree: exp.Expr) -> Iterator[exp.Table]:
    """The tables without a guard of nested queries whose lists are made rows of: `FROM unnest((SELECT …))`."""
    for call in tree.find_all(exp.Unnest, exp.Explode):
        for select in call.find_all(exp.Select):
            if not places.numbers(select):
                yield from select.find_all(exp.Table)


def named_columns(reading: Reading) -> set[str]:
    """The columns that the rows of a cube's SQL have by name."""
    tree = reading.tree
    found = tree.selects if isinstance(tree, exp.Query) else []
    return {one.alias_or_name.lower() for one in found if not one.is_star}
