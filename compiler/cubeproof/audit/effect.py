"""What a guard does to the rows of its cube.

`restricts`: each row of the cube comes from a row of some table in which the guarded column, as it is, equals the claim; what
other tables give to it, equalities of columns as they are tie to that row, from table to table. It does not say that these
tables are guarded: `unguarded` lists them. `partial`: so in some arm of a UNION only. `unproven`: everything else, such as a
guard under OR or NOT, in a SELECT list, the ON of a join or a subquery, one of a computed column, or SQL that is not understood.
"""

from __future__ import annotations

from typing import Final

from sqlglot import exp

from cubeproof.audit import Effect, reading, scopes
from cubeproof.bind import Guard, Statement
from cubeproof.plan import nodes

_KEPT: Final = (exp.DataType.Type.TEXT, exp.DataType.Type.VARCHAR, exp.DataType.Type.UUID)
_PLAIN: Final = frozenset(
    "expressions from from_ joins where group having order limit offset distinct with with_ windows qualify hint kind".split()
)
"""Parts of a SELECT after which its rows are still those that its WHERE leaves."""
_SEVERAL: Final = (exp.Unnest, exp.Explode, exp.Posexplode, exp.Inline, exp.Columns)
_SEVERAL_NAMES: Final = frozenset("unnest columns explode posexplode inline stack json_each jsonb_each json_populate_record "
                                  "jsonb_populate_record json_to_record jsonb_to_record flatten".split())  # fmt: skip
_TEXTS: Final = (exp.DataType.Type.TEXT, exp.DataType.Type.VARCHAR)


def effects(scan: nodes.Scan, statement: Statement) -> dict[int, Effect]:
    """The effect of each guard of a scan, by its index in the statement."""
    if not scan.guards or scan.is_table:
        return {}
    tree = reading.parsed(reading.written(scan.relation, statement, spliced=True), statement.dialect)
    if tree is None:
        return {}
    whole = scopes.query(tree)
    found: dict[int, Effect] = {}
    for at in scan.guards:
        own = statement.guards[at]
        alike = frozenset(i for i in scan.guards if _alike(statement.guards[i], own))
        found[at] = _effect(whole, at, alike)
    return found


def restricting(tree: exp.Expr, guards: frozenset[int]) -> bool:
    """Whether all rows of a statement are the claim's own, by one of the guards with these numbers."""
    return _restricted(scopes.query(tree), guards)


def _alike(guard: Guard, other: Guard) -> bool:
    return guard.claim == other.claim and guard.state == other.state


def _effect(whole: scopes.Query, guard: int, alike: frozenset[int]) -> Effect:
    arms = scopes.arms(whole)
    together = [_restricted(arm, alike) for arm in arms]
    needed = [
        _restricted(arm, frozenset((guard,))) or (held and not _restricted(arm, alike - {guard}))
        for arm, held in zip(arms, together, strict=True)
    ]
    if not any(needed):
        return "unproven"
    return "restricts" if all(together) else "partial"


def _restricted(query: scopes.Query, guards: frozenset[int]) -> bool:
    """Whether all rows of a query are the claim's own, by one of these guards."""
    arms = scopes.arms(query)
    if len(arms) > 1:
        return all(_restricted(arm, guards) for arm in arms)
    scope = _plain(arms[0])
    if scope is None:
        return False
    own = [one for one in scope.relations if one.query is not None and _restricted(one.query, guards)]
    doubtful: list[list[scopes.Relation]] = []
    for condition in reading.where(scope.node):
        column = _compared(condition, guards, arms[0])
        if column is None or scope.is_shown_as_other(column):
            continue
        owners = scope.owners(column)
        if owners and all(_is_read(one, column.name.lower()) for one in owners):
            doubtful.append(owners)
    own += (owners[0] for owners in doubtful if len(owners) == 1)
    return (bool(own) and _tied(scope, own)) or any(
        all(_tied(scope, [*own, one]) for one in owners) for owners in doubtful
    )


def _plain(select: scopes.Query) -> scopes.Scope | None:
    """The scope of a SELECT that only does what is understood here."""
    node = select.node
    if not isinstance(node, exp.Select) or any(
        value for key, value in node.args.items() if key not in _PLAIN
    ):
        return None
    return scopes.Scope(select)


def _is_several(shown: exp.Expr) -> bool:
    """Whether an item of a SELECT list may make several columns, or rows, but for a star of its own."""
    inner = shown.unalias()
    if inner.is_star and not isinstance(inner, exp.Star | exp.Column | exp.Count):
        return True
    return any(
        isinstance(part, _SEVERAL) or (isinstance(part, exp.Func) and part.name.lower() in _SEVERAL_NAMES)
        for part in inner.walk()
    )


def _tied(scope: scopes.Scope, own: list[scopes.Relation]) -> bool:
    """Whether equalities tie all that is read to the rows that are the claim's own."""
    held = list(own)
    waiting = [one for one in scope.relations if _reads(one) and one not in held]
    moved = True
    while waiting and moved:
        more = [
            one
            for one in waiting
            if any(
                tied is one and all(other in held for other in to) and all(_is_read(one, name) for name in by)
                for tied, by, to in scope.links
            )
        ]
        waiting, moved = [one for one in waiting if one not in more], bool(more)
        held += more
    return not waiting


def _reads(relation: scopes.Relation) -> bool:
    """Whether it has rows of a table."""
    if relation.query is None:
        return not relation.is_series
    return any(not scopes.is_series(table.this) for table in relation.query.node.find_all(exp.Table))


def _is_read(relation: scopes.Relation, column: str) -> bool:
    """Whether a column is one of a table's, as it is, and all rows that it comes with are tied to that table's."""
    if relation.query is None:
        return relation.is_table and not relation.renamed
    if relation.renamed:
        return False
    first, *more = scopes.arms(relation.query)
    scope = _plain(first)
    if scope is None or not _passes(scope, column, None):
        return False
    at = scope.place(column)
    return all(other is not None and _passes(other, column, at) for other in map(_plain, more))


def _passes(scope: scopes.Scope, name: str, at: int | None) -> bool:
    """Whether a SELECT hands a column on, and each of its rows comes from rows with that value."""
    found = scope.origin(name, at)
    shown = scope.node.expressions
    if found is None or any(one.find(exp.Window) for one in shown):
        return False
    several = next((index for index, one in enumerate(shown) if _is_several(one)), None)
    place = scope.place(name)
    if several is not None and (place is None or place > several):
        return False  # nobody can tell how many columns, and of which names, stand before it
    relation, column = found
    if not _is_read(relation, column) or not _tied(scope, [relation]):
        return False
    group = scope.node.args.get("group")
    if group is None:
        # a function that is not known may be an aggregate of its engine
        return not any(one.find(exp.AggFunc, exp.Anonymous) for one in scope.parts())
    return any(
        (isinstance(key, exp.Column) and key.name.lower() == column and scope.owner(key) is relation)
        or (isinstance(key, exp.Literal) and place is not None and key.name == str(place + 1))
        for key in group.expressions
    )


def _compared(condition: exp.Expr, guards: frozenset[int], within: scopes.Query) -> exp.Column | None:
    """The column that a condition holds equal to the claim of one of these guards, or to one of its list."""
    if isinstance(condition, exp.EQ):
        for one, other in ((condition.left, condition.right), (condition.right, condition.left)):
            if _is_mark(one, guards):
                return _column(other)
    if not isinstance(condition, exp.In):
        return None
    nested = condition.args.get("query")
    if nested is not None:
        inner = scopes.query(nested, within.named)
        (arm, *more) = scopes.arms(inner)
        given = arm.node.expressions if isinstance(arm.node, exp.Select) else ()
        if more or len(given) != 1 or not isinstance(given[0], exp.Column):
            return None
        column = _column(condition.this)
        fits = column is not None and _is_own(given[0], arm, column) and _restricted(inner, guards)
        return column if fits else None
    values = condition.expressions
    return _column(condition.this) if values and all(_is_mark(v, guards) for v in values) else None


def _is_own(shown: exp.Column, arm: scopes.Query, outer: exp.Column) -> bool:
    """Whether the column that a lookup gives is one of what it reads, and not of the row it is looked up for.

    Without the tables, `x IN (SELECT x FROM t …)` says neither: where `t` lacks it, it is the row's own, and always in.
    """
    relation = scopes.Scope(arm).owner(shown)
    if relation is None:
        return False
    return bool(shown.table) or not relation.is_table or shown.name.lower() != outer.name.lower()


def _column(side: exp.Expr) -> exp.Column | None:
    """A column as it is, or as text."""
    if isinstance(side, exp.Paren):
        return _column(side.this)
    if isinstance(side, exp.Cast) and side.to.this in _TEXTS and not side.to.expressions:
        side = side.this
    return side if isinstance(side, exp.Column) and reading.MARK not in side.name else None


def _keeps(type_: exp.DataType) -> bool:
    """Whether a claim that is cast to a type is still that claim, or an error: never cut, rounded or turned into 0."""
    return type_.this in _KEPT and not type_.expressions


def _is_mark(side: exp.Expr, guards: frozenset[int]) -> bool:
    while isinstance(side, exp.Paren) or (isinstance(side, exp.Cast) and _keeps(side.to)):
        side = side.this
    prefix, _, number = side.name.rpartition("_")
    return (
        isinstance(side, exp.Column) and prefix == reading.MARK and number.isdigit() and int(number) in guards
    )
