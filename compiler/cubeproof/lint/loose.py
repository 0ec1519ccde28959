"""What a statement shows though its guard does not bind it: lookups that ask nothing of the row, and rows that nothing ties.

Gives no opinion.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cubeproof.audit.reading import conjuncts
from cubeproof.audit.scopes import is_series
from cubeproof.lint import places
from cubeproof.lint.facts import compared, is_optional
from cubeproof.lint.places import Spot, exp

if TYPE_CHECKING:
    from cubeproof.lint.study import Reading


class Loose(NamedTuple):
    """A guard, what of the statement it does not bind, and why."""

    spot: Spot
    problem: str
    advice: str
    is_doubt: bool = False
    """The tables' own columns may tell otherwise."""


def loose(reading: Reading) -> Iterator[Loose]:
    """The guards of a statement that none of its rows, or not all, are bound to."""
    if reading.tree is None or reading.restricting:
        return
    for spot in reading.spots:
        level = spot.levels[0]
        select = level.select
        if level.clause not in ("where", "on") or not isinstance(select, exp.Select):
            continue
        if any(not isinstance(part, exp.And | exp.Paren) for part in level.around):
            continue
        found = _lookup(spot, select) if len(spot.levels) > 1 else None
        found = found or _free(spot, select)
        if found is not None:
            yield found
            return


def hides(tree: exp.Expr) -> Iterator[exp.Table]:
    """The tables that a WITH names before it gives that name to a query: the database answers."""
    for clause in tree.find_all(exp.With):
        if clause.args.get("recursive"):
            continue
        later = [one.alias.lower() for one in clause.expressions]
        for common in clause.expressions:
            own = later.pop(0)
            for table in common.this.find_all(exp.Table):
                if not table.db and table.name.lower() in later and table.name.lower() != own:
                    yield table


def _lookup(spot: Spot, select: exp.Select) -> Loose | None:
    """An EXISTS or IN whose result does not depend on the row that it is asked for."""
    outer = spot.levels[1]
    if outer.clause != "where" or any(not isinstance(part, exp.And | exp.Paren) for part in outer.around):
        return None
    own = {source.alias_or_name.lower() for source in places.from_of(select)}
    if isinstance(outer.condition, exp.Exists):
        if _asks_outside(select, own):
            return None
        return Loose(
            spot,
            "stands in an EXISTS that asks nothing of the row",
            "compare a column of the lookup with one of the row",
        )
    if not isinstance(outer.condition, exp.In) or len(select.expressions) != 1:
        return None
    shown = select.expressions[0].unalias()
    if not isinstance(shown, exp.Column):
        return None
    if shown.table and shown.table.lower() not in own:
        return Loose(
            spot,
            "stands in a lookup that gives the row's own column back",
            "give a column of the table that is looked up",
        )
    asked = places.plain(outer.condition.this)
    alike = isinstance(asked, exp.Column) and asked.name.lower() == shown.name.lower()
    if alike and not shown.table and all(isinstance(s, exp.Table) for s in places.from_of(select)):
        table = places.from_of(select)[0].alias_or_name
        problem = (
            f"stands in a lookup of `{shown.name}`, the row's own column if `{table}` has none of that name"
        )
        return Loose(spot, problem, f"write `{table}.{shown.name}`", is_doubt=True)
    return None


def _asks_outside(select: exp.Select, own: set[str]) -> bool:
    """Whether a nested query may compare one of its columns with one of the row around it."""
    for column in select.find_all(exp.Column):
        if column.table and column.table.lower() not in own and places.columns(column):
            return True
    for condition in _conditions(select):
        named = places.columns(condition)
        if places.numbers(condition) or len({column.sql() for column in named}) < 2:
            continue
        if any(not column.table for column in named):
            return True
    return any(not isinstance(source, exp.Table) for source in places.from_of(select))


def _conditions(select: exp.Expr) -> list[exp.Expr]:
    where = select.args.get("where")
    found = conjuncts(where.this if where is not None else None)
    for join in select.args.get("joins") or ():
        found += conjuncts(join.args.get("on"))
    return found


def _free(spot: Spot, select: exp.Select) -> Loose | None:
    """Rows of the statement beside the guarded ones, which nothing ties to them."""
    guarded = _guarded(spot, select)
    if guarded is None:
        return None
    outer, source = guarded
    sources = places.from_of(outer)
    if len(sources) < 2 or not all(one.alias_or_name for one in sources):
        return None
    column = compared(spot.condition)
    kept = _kept(outer, source, column.name.lower() if column is not None else "")
    if kept is not None:
        return Loose(
            spot,
            f"does not bind the rows of `{kept.alias_or_name}`, which the join keeps",
            "guard that side too",
        )
    if outer is select and column is not None and is_optional(column, select):
        return None  # ACC009 speaks of it
    held = _tied(outer, source)
    free = [one for one in sources if one.alias_or_name.lower() not in held and not _is_series(one)]
    shown = {column.table.lower() for one in outer.expressions for column in one.find_all(exp.Column)}
    for one in free:
        name = one.alias_or_name.lower()
        if "" not in shown and name in shown and not shown & held:
            return Loose(
                spot,
                f"does not bind the rows of `{one.alias_or_name}`: nothing ties them to it",
                "join the two by a key",
            )
    return None


def _guarded(spot: Spot, select: exp.Select) -> tuple[exp.Select, exp.Expr] | None:
    """The outermost SELECT with several sources around a guard, and the one of them that it stands on."""
    column = compared(spot.condition)
    source = places.owner(column, select) if column is not None else None
    if source is None:
        return None
    at: exp.Select = select
    for _ in range(8):
        if len(places.from_of(at)) > 1:
            return at, source
        around = reader(at)
        if around is None:
            return None
        at, source = around
    return None


def reader(select: exp.Select) -> tuple[exp.Select, exp.Expr] | None:
    """The SELECT that reads a query in its FROM or by its name, and as which source; None for none or several."""
    node: exp.Expr = select
    while isinstance(node.parent, exp.Subquery) and node.parent.arg_key != "from":
        node = node.parent
    common = node.parent
    if isinstance(common, exp.CTE):
        uses = [t for t in common.root().find_all(exp.Table) if not t.db and places.common(t) is common]
        node = uses[0] if len(uses) == 1 else node
    if not isinstance(node.parent, exp.From | exp.Join):
        return None
    reader = node.find_ancestor(exp.Select)
    return (reader, node) if isinstance(reader, exp.Select) else None


def _kept(select: exp.Select, source: exp.Expr, column: str) -> exp.Expr | None:
    """The table whose rows a join keeps, beside a guard that stands inside of what is joined to it."""
    first = places.from_of(select)[0]
    if isinstance(source, exp.Table) and places.common(source) is None:
        return None
    for join in select.args.get("joins") or ():
        side, kind = join.side.upper(), join.kind.upper()
        if join.this is not source and side in ("RIGHT", "FULL") and places.key_of(join.this):
            return join.this  # type: ignore[no-any-return]
        if join.this is not source:
            continue
        is_part = side == "LEFT" and _is_part(join, source)
        if is_part or side == "FULL" or (kind == "SEMI" and not _by_key(join, column)):
            return first
    return None


def _is_part(join: exp.Expr, source: exp.Expr) -> bool:
    """Whether what a LEFT JOIN keeps belongs to the guarded rows, by their key; what they belong to may be everybody's."""
    name = source.alias_or_name.lower()
    return any(
        column.table.lower() == name and column.name.lower() in ("id", "uuid")
        for condition in conjuncts(join.args.get("on"))
        for column in places.columns(condition)
    )


def _by_key(join: exp.Expr, column: str) -> bool:
    """Whether a join meets on the guarded column, or on the key of a row."""
    named = {one.name.lower() for one in places.columns(join.args["on"])} if join.args.get("on") else set()
    return any(one == column or one in ("id", "uuid") or one.endswith("_id") for one in named)


def _tied(select: exp.Select, source: exp.Expr) -> set[str]:
    """The names of a FROM that conditions of equality lead to from one of them."""
    names = [one.alias_or_name.lower() for one in places.from_of(select)]
    held = {source.alias_or_name.lower()}
    groups = [group for group in _groups(select, names) if len(group) > 1]
    for _ in names:
        for group in groups:
            if group & held:
                held |= group
    return held


def _groups(select: exp.Select, names: list[str]) -> Iterator[set[str]]:
    for condition in _conditions(select):
        if isinstance(condition, exp.EQ | exp.NullSafeEQ | exp.In | exp.Or):
            tables = {column.table.lower() for column in places.columns(condition)}
            yield set(names) if "" in tables else tables & set(names)
    for at, join in enumerate(select.args.get("joins") or (), 1):
        if join.args.get("using") or join.method:
            yield {names[0], names[min(at, len(names) - 1)]}


def _is_series(source: exp.Expr) -> bool:
    inner = source.this if isinstance(source, exp.Lateral | exp.Subquery | exp.Table) else source
    return is_series(source) or is_series(inner)
