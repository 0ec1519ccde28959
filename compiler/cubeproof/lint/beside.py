"""Derived tables that see rows of everybody and stand beside the guarded ones, and joins that leave the owner out.

Gives no opinion.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cubeproof.audit.reading import conjuncts, where
from cubeproof.lint import places
from cubeproof.lint.loose import reader
from cubeproof.lint.places import exp

if TYPE_CHECKING:
    from cubeproof.lint.study import GuardOf, Reading, Study


class Beside(NamedTuple):
    """A nested query that reads a guarded table without a guard, and is joined to rows of which some are guarded."""

    reading: Reading
    table: exp.Table
    select: exp.Select
    guards: list[GuardOf]


def beside(study: Study) -> Iterator[Beside]:
    """The derived tables of statements with a guard that read a guarded table unguarded, not joined by its owner."""
    for reading in study.queries:
        for table in study.open_tables(reading) if reading.spots else ():
            guards = study.guarded_tables.get(places.table_key(table))
            select = table.find_ancestor(exp.Select)
            if not guards or not isinstance(select, exp.Select) or places.numbers(select):
                continue
            around = reader(select)
            columns = {guard.column for guard in guards}
            if around is not None and not joined_by_owner(select, columns):
                yield Beside(reading, table, select, guards)


def joined_by_owner(select: exp.Select, owners: set[str]) -> bool:
    """Whether what reads a derived table joins it by an owner's column, of which it has a row each or the rows."""
    around = reader(select)
    if around is None:
        return _each_use(select, owners)
    outer, source = around
    name = source.alias_or_name.lower()
    keys = {key.name.lower() for key in _keys(select) if isinstance(key, exp.Column)}
    for condition in conditions(outer):
        sides = (condition.left, condition.right) if isinstance(condition, exp.EQ) else ()
        named = [side for side in sides if isinstance(side, exp.Column) and places.columns(side)]
        mine = [side.name.lower() for side in named if side.table.lower() == name]
        if (
            len(named) == 2
            and len(mine) == 1
            and mine[0] in owners
            and (not _groups(select) or mine[0] in keys)
        ):
            return True
    return False


def _each_use(select: exp.Select, owners: set[str]) -> bool:
    """Whether each of several uses of a query of a WITH is guarded where it stands, or joined by an owner's column."""
    common = select.parent
    if not isinstance(common, exp.CTE) or _groups(select):
        return False
    uses = [t for t in common.root().find_all(exp.Table) if not t.db and places.common(t) is common]
    readers = [(use, use.find_ancestor(exp.Select)) for use in uses]
    return len(uses) > 1 and all(
        isinstance(outer, exp.Select)
        and outer is not select
        and (_is_guarded(use, outer) or (len(places.from_of(outer)) == 1 and joined_by_owner(outer, owners)))
        for use, outer in readers
    )


def _is_guarded(use: exp.Table, outer: exp.Select) -> bool:
    """Whether a condition that must hold compares a column of one of a FROM with a claim."""
    name = use.alias_or_name.lower()
    return any(
        isinstance(condition, exp.EQ | exp.In)
        and places.numbers(condition)
        and any(column.table.lower() == name for column in places.columns(condition))
        for condition in where(outer)
    )


def _groups(select: exp.Select) -> bool:
    return select.args.get("group") is not None or any(one.find(exp.AggFunc) for one in select.expressions)


def _keys(select: exp.Select) -> list[exp.Expr]:
    group = select.args.get("group")
    found = list(group.expressions) if group is not None else []
    return [
        select.expressions[int(key.name) - 1].unalias()
        if isinstance(key, exp.Literal)
        and key.name.isdigit()
        and 0 < int(key.name) <= len(select.expressions)
        else key
        for key in found
    ]


def conditions(select: exp.Expr) -> list[exp.Expr]:
    """The conditions of a SELECT's WHERE and ON that must all hold."""
    found = where(select)
    for join in select.args.get("joins") or ():
        found += conjuncts(join.args.get("on"))
    return found


class Meeting(NamedTuple):
    """A guarded table that a statement joins to its guarded rows, by a column that may be alike for several owners."""

    reading: Reading
    table: exp.Table
    by: str
    guard: GuardOf


def meetings(study: Study) -> Iterator[Meeting]:
    """The joins in the SQL of cubes, to a table that is guarded elsewhere, that do not equate the owner's column."""
    for reading in study.queries:
        own = {guard.column for guard in study.guards if guard.cube == reading.cube.name}
        for table in study.open_tables(reading) if reading.spots else ():
            guards = [g for g in study.guarded_tables.get(places.table_key(table), ()) if g.column in own]
            select = table.find_ancestor(exp.Select)
            if not guards or select is None or len(places.from_of(select)) < 2:
                continue
            by = meets(table, select, {guard.column for guard in guards})
            if by is not None:
                yield Meeting(reading, table, by, guards[0])


def meets(table: exp.Table, select: exp.Expr, owners: set[str]) -> str | None:
    """The column of one name, no key, that a table is joined by; None where it is joined by something else too."""
    name, found = table.alias_or_name.lower(), []
    if any(join.args.get("using") or join.method for join in select.args.get("joins") or ()):
        return None
    for condition in conditions(select):
        columns = places.columns(condition) if not places.numbers(condition) else []
        if name not in {column.table.lower() for column in columns} or len({c.table for c in columns}) < 2:
            continue
        if not isinstance(condition, exp.EQ) or len(columns) != 2:
            return None
        found.append({column.name.lower() for column in columns})
    names = found[0] if len(found) == 1 and len(found[0]) == 1 else set()
    by = next(iter(names), None)
    return None if by is None or by in owners or _is_key(by, select) else by


def _is_key(column: str, select: exp.Expr) -> bool:
    """Whether a column is the key of one of the tables, by its name: `id`, or `order_id` of `orders`."""
    if column in ("id", "uuid"):
        return True
    stem = column.removesuffix("_id").removesuffix("_uuid")
    return stem != column and any(
        source.name.lower().startswith(stem[:-1])
        for source in places.from_of(select)
        if isinstance(source, exp.Table)
    )
