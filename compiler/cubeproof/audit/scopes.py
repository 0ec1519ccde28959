"""What stands in the FROM of a SELECT, which column is whose, and which rows an equality ties to others.

Answers None, or nothing, where only the tables' own columns could tell. Knows of no guard.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple, TypeAlias

import msgspec
from sqlglot import exp

from cubeproof.audit import reading

_SERIES: Final = (exp.Unnest, exp.GenerateSeries, exp.Explode, exp.Values)
_OF_FROM: Final = ("from", "from_", "with", "with_", "joins", "laterals")
_NO_COLUMNS: Final = frozenset(
    "user current_user session_user system_user current_role current_catalog current_schema rownum level sysdate".split()
)
"""Words that stand for the same value in every row, in some engine, where they look like a column."""
_STAR_ARGS: Final = ("except", "except_", "replace", "rename")


class Query(NamedTuple):
    """A query, and what the names of a WITH stand for in it; one that is being defined, for nothing.

    `beside` holds the relations before it in the FROM that it stands in, whose columns some engines let it read.
    """

    node: exp.Expr
    named: dict[str, Common | None]
    beside: tuple[Relation, ...] = ()


class Common(NamedTuple):
    """A query of a WITH by its name; `renamed` if it names its columns anew, `WITH t(a, b) AS …`."""

    query: Query
    name: exp.Expr
    renamed: bool


class Relation(msgspec.Struct, frozen=True, eq=False):
    """One of a FROM: a table, a query, or rows that are no table's."""

    name: str
    """What its columns may be written with, in small letters."""
    node: exp.Expr
    query: Query | None
    is_series: bool
    renamed: bool

    @property
    def is_table(self) -> bool:
        """Whether it is a table of the database."""
        return self.query is None and isinstance(self.node, exp.Table) and not self.is_series


Link: TypeAlias = tuple[Relation, tuple[str, ...], frozenset[Relation]]
"""Rows of a relation that only come with rows of all of the others, and whose columns of these names equal some of theirs."""


def query(
    node: exp.Expr, named: dict[str, Common | None] | None = None, beside: tuple[Relation, ...] = ()
) -> Query:
    """A query with the names of its WITH; a recursive one stands for itself, and reads nothing more."""
    known = dict(named or {})
    clause = _clause(node, "with")
    if clause is not None:
        for common in clause.expressions:
            name = common.alias.lower()
            before = {**known, name: None} if clause.args.get("recursive") else dict(known)
            alias = common.args["alias"]
            known[name] = Common(query(common.this, before), alias.this, bool(alias.args.get("columns")))
    return Query(node, known, beside)


def arms(whole: Query) -> list[Query]:
    """The SELECTs whose rows are put together, brackets taken off."""
    node = whole.node
    if isinstance(node, exp.Subquery | exp.Paren) and not node.args.get("joins"):
        return arms(query(node.this, whole.named, whole.beside))
    if isinstance(node, exp.SetOperation) and not is_by_name(node):
        sides = (query(side, whole.named, whole.beside) for side in (node.left, node.right))
        return [arm for side in sides for arm in arms(side)]
    return [whole]


def is_by_name(node: exp.SetOperation) -> bool:
    """Whether columns are paired by name, so that a place among them says nothing."""
    return bool(node.args.get("by_name") or node.args.get("on") or node.args.get("match_by_position"))


class Scope:
    """A SELECT: `relations` are those of its FROM and JOINs, in order."""

    def __init__(self, select: Query) -> None:
        self.select, self.node = select, select.node
        self.relations: list[Relation] = []
        self.links: list[Link] = []
        start = _clause(self.node, "from")
        if start is not None:
            self._add(start.this)
        for join in (*(self.node.args.get("joins") or ()), *(self.node.args.get("laterals") or ())):
            self._join(join)
        for condition in reading.where(self.node):
            self._tie(condition, None)

    def owners(self, column: exp.Column) -> list[Relation]:
        """Whose column it may be: several where only the tables' own columns could tell, none where nobody can."""
        name, table = column.name.lower(), column.table.lower()
        if column.args.get("db") is not None or name.startswith((reading.MARK, reading.ATOM)):
            return []
        if not table and name in _NO_COLUMNS:
            return []
        if table:
            found = [relation for relation in self.relations if relation.name == table]
            return found if len(found) == 1 else []
        if any(_has(one, name) and not self._reads_alike(one, name) for one in self.select.beside):
            return []  # its own tables may lack it
        return [relation for relation in self.relations if _may_have(relation, name)]

    def owner(self, column: exp.Column) -> Relation | None:
        """Whose column it is; None if that cannot be told from the SQL."""
        found = self.owners(column)
        return found[0] if len(found) == 1 else None

    def is_shown_as_other(self, column: exp.Column) -> bool:
        """Whether the SELECT list gives the name of a column to something else, which some engines take it for."""
        return not column.table and any(
            shown.alias.lower() == column.name.lower() and shown.unalias() != column
            for shown in self.node.expressions
        )

    def shown(self, name: str, at: int | None = None) -> list[exp.Expr]:
        """What the rows have under a name; `at`, if known, is its place among their columns."""
        columns = self.node.expressions
        if at is not None and not any(one.is_star for one in columns[: at + 1]):
            return list(columns[at : at + 1])
        return [one for one in columns if one.alias_or_name.lower() == name and not one.is_star]

    def origin(self, name: str, at: int | None = None) -> tuple[Relation, str] | None:
        """The column, as it is, that the rows have under a name; `at` as in `shown`."""
        found, stars = self.shown(name, at), [one for one in self.node.expressions if one.is_star]
        if not found:
            return self._of_star(name, stars)
        column = found[0].unalias() if len(found) == 1 else None
        if not isinstance(column, exp.Column) or (stars and at is None):
            return None
        relation = self.owner(column)
        return None if relation is None else (relation, column.name.lower())

    def place(self, name: str) -> int | None:
        """Where a column stands in the rows; None behind a star."""
        for at, shown in enumerate(self.node.expressions):
            if shown.is_star:
                return None
            if shown.alias_or_name.lower() == name:
                return at
        return None

    def parts(self) -> list[exp.Expr]:
        """What it consists of but for its FROM; the conditions of its JOINs are part of this."""
        return parts(self.node)

    def _reads_alike(self, beside: Relation, name: str) -> bool:
        """Whether that column of a relation beside is a column of a table that is read here too."""
        found = Scope(arms(beside.query)[0]).origin(name) if beside.query is not None else None
        if found is None or not found[0].is_table or found[1] != name:
            return False
        table = found[0].node
        return any(one.is_table and (one.node.name, one.node.args.get("db")) == (table.name, table.args.get("db"))
                   for one in self.relations)  # fmt: skip

    def _of_star(self, name: str, stars: list[exp.Expr]) -> tuple[Relation, str] | None:
        found: list[Relation] = []
        for star in stars:
            inner = star.this if isinstance(star, exp.Column) else star
            if any(inner.args.get(key) for key in _STAR_ARGS):
                return None
            table = star.table.lower() if isinstance(star, exp.Column) else ""
            if table and all(one.name != table for one in self.relations):
                return None  # the fields of a structure
            found += (one for one in self.relations if table in ("", one.name) and _may_have(one, name))
        return (found[0], name) if found and all(one is found[0] for one in found) else None

    def _add(self, node: exp.Expr) -> list[Relation]:
        """The relations of one item of a FROM: one, or those of a join in brackets."""
        lateral = node.this if isinstance(node, exp.Lateral) else node
        if isinstance(lateral, exp.Paren | exp.Subquery) and isinstance(lateral.this, exp.Table):
            added = self._add(lateral.this)
        else:
            added = [self._relation(node, lateral)]
            self.relations += added
        for join in lateral.args.get("joins") or ():
            added += self._join(join)
        return added

    def _relation(self, node: exp.Expr, inner: exp.Expr) -> Relation:
        alias = node.args.get("alias")
        columns = bool(alias is not None and alias.args.get("columns"))
        name = node.alias_or_name.lower()
        if isinstance(inner, exp.Table):
            is_named = inner.name.lower() in self.select.named and not inner.db
            common = self.select.named[inner.name.lower()] if is_named else None
            renamed = columns or bool(inner.args.get("pivots"))
            if common is not None and not _is_same(common.name, inner.this):
                return Relation(name, inner, None, False, True)
            if common is not None:
                return Relation(name, inner, common.query, False, renamed or common.renamed)
            return Relation(name, inner, None, is_named or is_series(inner.this), renamed)
        if isinstance(inner, exp.Query | exp.Paren) and not isinstance(inner, exp.Values):
            nested = query(
                inner.this if isinstance(inner, exp.Subquery | exp.Paren) else inner,
                self.select.named,
                (*self.select.beside, *self.relations),
            )
            return Relation(name, inner, nested, False, columns or bool(inner.args.get("pivots")))
        return Relation(name, inner, None, is_series(inner), True)

    def _join(self, join: exp.Expr) -> list[Relation]:
        before = list(self.relations)
        if not isinstance(join, exp.Join):
            return self._add(join)
        added = self._add(join.this)
        side, kind = join.side.upper(), join.kind.upper()
        if join.method or side not in ("", "LEFT") or kind not in ("", "INNER", "CROSS", "OUTER", "STRAIGHT"):
            return added
        optional = added if side == "LEFT" else None
        for condition in reading.conjuncts(join.args.get("on")):
            self._tie(condition, optional)
        if join.args.get("using"):
            using = tuple(name.name.lower() for name in join.args["using"])
            self.links += [(one, using, frozenset(before)) for one in added]
            if len(before) == len(added) == 1 and optional is None:
                self.links.append((before[0], using, frozenset(added)))
        return added

    def _tie(self, condition: exp.Expr, optional: list[Relation] | None) -> None:
        """An equality of two columns ties either to the other; that of a LEFT JOIN, only what is joined."""
        if not isinstance(condition, exp.EQ):
            return
        one, other = condition.left, condition.right
        if not (isinstance(one, exp.Column) and isinstance(other, exp.Column)):
            return
        left, right = self.owner(one), self.owner(other)
        if left is None or right is None or left is right:
            return
        for tied, by, to in ((left, one, right), (right, other, left)):
            if optional is None or (tied in optional and to not in optional):
                self.links.append((tied, (by.name.lower(),), frozenset((to,))))


def _is_same(name: exp.Expr, other: exp.Expr) -> bool:
    """Whether two names that differ in nothing but case are one, in every engine: quotes keep their case apart."""
    return name.name == other.name or not (name.args.get("quoted") or other.args.get("quoted"))


def _may_have(relation: Relation, name: str) -> bool:
    """Whether it may have a column of that name."""
    if relation.query is None or relation.renamed:
        return True
    first = arms(relation.query)[0].node
    shown = first.expressions if isinstance(first, exp.Select) else ()
    return not shown or any(one.is_star or one.alias_or_name.lower() == name for one in shown)


def _has(relation: Relation, name: str) -> bool:
    """Whether it says that it has a column of that name."""
    if relation.query is None or relation.renamed:
        alias = relation.node.args.get("alias")
        columns = alias.args.get("columns") if alias is not None else None
        return any(column.name.lower() == name for column in columns or ())
    first = arms(relation.query)[0].node
    shown = first.expressions if isinstance(first, exp.Select) else ()
    return any(not one.is_star and one.alias_or_name.lower() == name for one in shown)


def is_series(node: object) -> bool:
    """Whether it makes rows of its own accord, from values or from a column of a row beside it."""
    return isinstance(node, _SERIES)


def parts(node: exp.Expr) -> list[exp.Expr]:
    """What a query consists of but for its FROM; the conditions of its JOINs are part of this."""
    outside = (*_OF_FROM, *(("this", "expression") if isinstance(node, exp.SetOperation) else ()))
    values: list[Any] = [value for key, value in node.args.items() if key not in outside]
    found = [part for value in values for part in (value if isinstance(value, list) else [value])]
    found += [join.args.get("on") for join in node.args.get("joins") or ()]
    return [part for part in found if isinstance(part, exp.Expression)]


def _clause(node: exp.Expr, name: str) -> exp.Expr | None:
    """`FROM` or `WITH`, whose key differs between versions of sqlglot."""
    found: exp.Expr | None = node.args.get(f"{name}_") or node.args.get(name)
    return found
