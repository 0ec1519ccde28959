"""What rules look at: a model with its SQL read once, and the facts that several rules ask for.

Reads each template when a rule first asks. Decides nothing.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from cubeproof.lint.comments import Comment, comments
from cubeproof.lint.declared import Declared
from cubeproof.lint.pieces import Piece, pieces, policy_claims, policy_filters
from cubeproof.lint.writing import VALUE, Atom, Written, written
from cubeproof.lower import ir, sql
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.lint.places import Spot, exp


_PLAIN: Final = re.compile(r"\s*select\s+\*\s+from\s+[\w.`\"-]+\s*", re.IGNORECASE)


_COLUMN: Final = re.compile(r"\s*\.\s*[`\"\[]?(\w+)")


class Reading(NamedTuple):
    """One way to write a template, as a tree; `restricting` are the claims that all rows are bound to."""

    piece: Piece
    written: Written
    tree: exp.Expr | None
    dialect: str
    spots: tuple[Spot, ...]
    restricting: frozenset[int]

    @property
    def cube(self) -> ir.Cube:
        """Whose SQL it is."""
        return self.piece.cube

    def atom(self, spot: Spot) -> Atom:
        """The claim of a spot."""
        return self.written.atoms[spot.number]


class GuardOf(NamedTuple):
    """A guard that stands on a table: which column it compares with which claim, and in which cube."""

    table: str
    column: str
    atom: Atom
    cube: str


class Study:
    """A model under the eyes of the rules."""

    def __init__(self, model: ir.Model, declared: Declared) -> None:
        self.model, self.declared = model, declared
        self.unused: tuple[Comment, ...] = ()
        """Ignores that silence nothing, once all other rules have run."""
        self._readings: dict[int, tuple[Reading, ...]] = {}
        self._open: dict[int, list[exp.Table]] = {}
        self._ways: dict[int, tuple[Written, ...]] = {}
        self._atoms_of: dict[str, tuple[Atom, ...]] = {}

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Every template of the model."""
        return tuple(pieces(self.model))

    @cached_property
    def has_sql(self) -> bool:
        """Whether anything is there to be parsed: SQL with a claim in it, or a cube that is more than one table."""
        return bool(self.policy_filters or self.lost_guards) or any(
            (piece.kind == "query" and not all(map(_PLAIN.fullmatch, sql.texts(piece.template))))
            or any(isinstance(hole, sql.Guard | sql.ClaimText) for hole in sql.walk(piece.template))
            for piece in self.pieces
        )

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The ignores of the files that the model stands in."""
        spans = [cube.span for cube in self.model.cubes.values()]
        spans += [view.span for view in self.model.views.values()]
        spans += [piece.template.span for piece in self.pieces]
        return comments({id(span.source): span.source for span in spans}.values())

    @cached_property
    def policy_filters(self) -> tuple[tuple[ir.Cube | ir.View, ir.PolicyFilter], ...]:
        """The filters of access policies that ask for a claim."""
        return tuple(
            (shown, row)
            for shown in self.cubes_and_views
            for policy in shown.policies or ()
            for row in policy_filters(policy.rows or ())
            if any(True for _ in policy_claims((row,)))
        )

    @cached_property
    def used_members(self) -> frozenset[str]:
        """The full names of members that SQL, lists, rollups, views or policies name."""
        from cubeproof.lint.pieces import named_members

        return frozenset(named_members(self.model, self.pieces))

    @property
    def cubes_and_views(self) -> tuple[ir.Cube | ir.View, ...]:
        """All that a query can name."""
        return (*self.model.cubes.values(), *self.model.views.values())

    @cached_property
    def claims(self) -> tuple[tuple[tuple[str, ...], Span, ir.Cube], ...]:
        """Every claim that SQL or an access policy names, where, and in which cube."""
        found = []
        for piece in self.pieces:
            for hole in sql.walk(piece.template):
                subject = hole.test.subject if isinstance(hole, sql.Choice) else hole
                if isinstance(subject, sql.Guard | sql.ClaimText):
                    found.append((subject.path, subject.span, piece.cube))
        for cube in self.model.cubes.values():
            for policy in cube.policies or ():
                found += [(claim.path, claim.span, cube) for claim in policy_claims(policy.rows or ())]
        return tuple(found)

    @cached_property
    def queries(self) -> list[Reading]:
        """The SQL of cubes."""
        return [
            one for piece in self.pieces if piece.template is piece.cube.table for one in self.read(piece)
        ]

    @cached_property
    def with_claims(self) -> list[Reading]:
        """The SQL in which a claim stands, of whatever kind; it was understood."""
        found = []
        for piece in self.pieces:
            if piece.kind == "table" or not any(
                isinstance(hole, sql.Guard | sql.ClaimText | sql.PerCaller)
                for hole in sql.walk(piece.template)
            ):
                continue
            found += [one for one in self.read(piece) if one.tree is not None]
        return found

    def read(self, piece: Piece) -> tuple[Reading, ...]:
        """A template, read."""
        key = id(piece.template)
        if key not in self._readings:
            self._readings[key] = tuple(self._reading(piece, each) for each in self.ways(piece.template))
        return self._readings[key]

    def _reading(self, piece: Piece, text: Written) -> Reading:
        from cubeproof.audit.effect import restricting
        from cubeproof.lint import places

        named = self.declared.data_sources.get(piece.cube.data_source, self.declared.dialect)
        wrapped = {"query": text.text, "table": f"SELECT * FROM {text.text}"}
        whole = wrapped.get(piece.kind, f"SELECT {text.text}")
        if piece.kind == "condition":
            whole = f"SELECT * FROM {VALUE} WHERE {text.text}"
        found = places.parsed(whole, named)
        if found is None:
            return Reading(piece, text, None, named, (), frozenset())
        tree, dialect = found
        spots = tuple(spot for spot in places.spots(tree) if spot.number < len(text.atoms))
        alike: dict[str, set[int]] = {}
        for number, atom in enumerate(text.atoms):
            alike.setdefault(atom.claim, set()).add(number)
        bound = [one for one in alike.values() if restricting(tree, frozenset(one))]
        return Reading(piece, text, tree, dialect, spots, frozenset().union(*bound))

    @cached_property
    def guards(self) -> tuple[GuardOf, ...]:
        """The guards of the model's cubes that stand where they restrict a table: in a WHERE or an inner join."""
        from cubeproof.lint.facts import guards_of

        return tuple(dict.fromkeys(guard for one in self.queries for guard in guards_of(one)))

    @cached_property
    def guarded_tables(self) -> dict[str, list[GuardOf]]:
        """The guards of each table."""
        found: dict[str, list[GuardOf]] = {}
        for guard in self.guards:
            found.setdefault(guard.table, []).append(guard)
        return found

    def atoms(self, cube: ir.Cube) -> tuple[Atom, ...]:
        """The claims in a cube's own SQL, those of other cubes whose SQL it holds among them."""
        if cube.name not in self._atoms_of:
            self._atoms_of[cube.name] = self._atoms(cube, frozenset())
        return self._atoms_of[cube.name]

    def _atoms(self, cube: ir.Cube, seen: frozenset[str]) -> tuple[Atom, ...]:
        found = {a.span.start: a for one in self.ways(cube.table) for a in one.atoms}
        more = [
            atom
            for hole in sql.walk(cube.table)
            if isinstance(hole, sql.SqlOf) and hole.cube not in seen and hole.cube in self.model.cubes
            for atom in self._atoms(self.model.cubes[hole.cube], seen | {cube.name})
        ]
        return (*found.values(), *more)

    @cached_property
    def policy_tables(self) -> dict[str, ir.Cube]:
        """The tables of cubes whose access policies ask for a claim, each with one of them."""
        shown = [
            cube
            for cube in self.model.cubes.values()
            if any(True for policy in cube.policies or () for _ in policy_claims(policy.rows or ()))
        ]
        return {table: cube for cube in shown if (table := self.main_table(cube)) is not None}

    @cached_property
    def lost_guards(self) -> tuple[Span, ...]:
        """The guards that are written and stand in no SQL of the model."""
        from cubeproof.lint.lost import lost_guards

        return tuple(lost_guards(self))

    def main_table(self, cube: ir.Cube) -> str | None:
        """The table that a cube's rows are the rows of."""
        return self._main_tables.get(cube.name)

    @cached_property
    def _main_tables(self) -> dict[str, str | None]:
        from cubeproof.lint.facts import main_table

        return {one.cube.name: main_table(one) for one in reversed(self.queries)}

    def names_in(self, cube: ir.Cube) -> frozenset[str]:
        """The columns that a cube's own SQL names."""
        from cubeproof.lint.facts import named_columns

        return frozenset(name for one in self.queries if one.cube is cube for name in named_columns(one))

    def open_tables(self, reading: Reading) -> list[exp.Table]:
        """The tables of the database that a cube's SQL reads and no guard of it stands on."""
        key = id(reading.tree)
        if key not in self._open:
            from cubeproof.lint.facts import open_tables

            self._open[key] = open_tables(reading)
        return self._open[key]

    def ways(self, template: sql.Sql) -> tuple[Written, ...]:
        """Every way to write a template."""
        key = id(template)
        if key not in self._ways:
            self._ways[key] = written(template)
        return self._ways[key]

    def is_guarded(self, cube: ir.Cube) -> bool:
        """Whether a cube says anything about who may see its rows."""
        by_policy = cube.policies is not None and any(policy.rows is not None for policy in cube.policies)
        return by_policy or bool(self.atoms(cube))

    @cached_property
    def _columns(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for piece in self.pieces:
            for before, after in pairwise(piece.template.parts):
                if (
                    isinstance(before, sql.CubeRef)
                    and isinstance(after, str)
                    and before.path[-1] == piece.cube.name
                ):
                    name = _COLUMN.match(after)
                    if name is not None:
                        found.setdefault(piece.cube.name, set()).add(name[1].lower())
        return found

    def own_columns(self, cube: ir.Cube) -> frozenset[str]:
        """The columns of its table that a cube names in members and joins: `${CUBE}.user_id`."""
        return frozenset(self._columns.get(cube.name, ()))

    def is_public(self, cube: ir.Cube) -> bool:
        """Whether the project declares that everybody may read a cube."""
        return cube.name in self.declared.public_cubes

    @cached_property
    def tenant_columns(self) -> dict[str, str]:
        """Column → claim: as declared, and those that most guarded cubes of the model compare with one claim."""
        from cubeproof.lint.columns import usual_columns

        found = usual_columns(self) if self.has_sql else {}
        return {**found, **{name.lower(): claim for name, claim in self.declared.tenant_columns.items()}}
