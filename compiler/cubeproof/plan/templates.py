"""A model's templates become expressions, for one query and one caller's shape.

Everything that a hole may mean is decided here: aliases, members, other cubes' SQL, guards, pushed filters. Facts on
guards are written down on the way. No claim's value is read, except where the model itself splices it as text.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import assert_never

import msgspec

from cubeproof.evaluate.values import Test
from cubeproof.lower import ir, sql
from cubeproof.plan import filters, members, moments, names, nodes, paths, pushdown
from cubeproof.plan.claims import Claims, called
from cubeproof.plan.policies import Policies
from cubeproof.plan.report import Report
from cubeproof.request.caller import Interview
from cubeproof.request.context import Semantics
from cubeproof.request.query import Condition, DateRange, Query

_PLAIN_TABLE = re.compile(r"\s*select\s+\*\s+from\s+([a-z0-9_\-`\".*]+)\s*", re.IGNORECASE)
_READS = re.compile(r"\b(?:from|join|table)\b", re.IGNORECASE)

SIZE = 400_000
"""Characters that the templates of one statement may have together."""
DEPTH = 64
"""How deep members may refer to members, and cubes to the SQL of cubes."""
PART = 16
"""What a hole counts."""


class Needs:
    """What something that was rendered needs: cubes, and by which paths, in the order met."""

    __slots__ = ("attached", "paths")

    def __init__(self) -> None:
        self.paths: dict[paths.Path, None] = {}
        self.attached: dict[str, ir.Dimension] = {}
        """Sub-query dimensions by full name."""

    @property
    def cubes(self) -> frozenset[str]:
        """All cubes on the paths."""
        return frozenset(cube for path in self.paths for cube in path)


class Leaf(msgspec.Struct, frozen=True):
    """A measure with an aggregate of its own."""

    id: str
    alias: str
    member: ir.Measure
    expression: nodes.Expression
    needs: Needs
    """What its SQL touches, its own cube among it."""
    cost: int
    """What it counts each time that a formula names it."""


class Templates:
    """Renders templates; `touched` collects the cubes that the rendered ones need, and by which paths, in order."""

    def __init__(
        self,
        model: ir.Model,
        query: Query,
        interview: Interview,
        semantics: Semantics,
        report: Report,
        style: names.AliasStyle = "dotted",
    ) -> None:
        self.model, self.query, self.interview = model, query, interview
        self.report, self.style = report, style
        self.claims = Claims(interview, semantics, report)
        self.policies = Policies(model, interview, semantics, report)
        self.unguarded: dict[tuple[str, str], None] = {}
        self.used: dict[str, None] = {}
        self.scans: list[nodes.Scan] = []
        self.texts: list[tuple[str, nodes.Sql]] = []
        self.joins: dict[tuple[str, str], ir.Join] = {}
        self.touched: dict[paths.Path, None] = {}
        self.row_level = self.whole = False
        self.restricted: tuple[nodes.Expression, ...] = ()
        self.leaves: dict[str, Leaf] = {}
        self.stages: dict[str, ir.Measure] = {}
        """Multi-stage measures that the query needs, by full name."""
        self.shifts: Mapping[str, tuple[tuple[int, str], ...]] = {}
        """How far time dimensions are moved, by full name: parts of an interval."""
        self._left, self._depth, self._spent = SIZE, 0, False
        self.attached: dict[str, ir.Dimension] = {}
        self._aliases: dict[str, str] = {}
        self.notes: dict[str, None] = {}
        """How the query was planned, for people."""

    @contextmanager
    def noting(self) -> Iterator[Needs]:
        """What is rendered inside needs these cubes; so does what is around it."""
        with self.apart() as needs:
            yield needs
        self.touched.update(needs.paths)
        self.attached.update(needs.attached)

    @contextmanager
    def apart(self) -> Iterator[Needs]:
        """What is rendered inside needs these cubes, and what is around it does not."""
        needs, touched, attached = Needs(), self.touched, self.attached
        self.touched, self.attached = needs.paths, needs.attached
        yield needs
        self.touched, self.attached = touched, attached

    @contextmanager
    def asking(
        self, query: Query, shifts: Mapping[str, tuple[tuple[int, str], ...]] | None = None
    ) -> Iterator[None]:
        """Inside, another query is planned for the same statement: with filters, leaves and stages of its own."""
        outer = self.query, self.leaves, self.stages, self.shifts, self.whole, self.row_level
        shifts = self.shifts if shifts is None else shifts
        self.query, self.leaves, self.stages, self.shifts, self.whole, self.row_level = (
            query, {}, {}, shifts, False, False,
        )  # fmt: skip
        with self.apart():
            yield
        self.query, self.leaves, self.stages, self.shifts, self.whole, self.row_level = outer

    @property
    def ranges(self) -> dict[str, DateRange]:
        """The first date range of each time dimension of the query."""
        return {t.member: t.date_range for t in reversed(self.query.time_dimensions) if t.date_range}

    def attach(self, member: ir.Dimension) -> nodes.Column:
        """A sub-query dimension: a column of the sub-query, which is joined to its cube."""
        name = f"{member.cube}.{member.name}"
        self.attached[name] = member
        return nodes.Column(id=name, input=self.attached_alias(member))

    def attached_alias(self, member: ir.Dimension) -> str:
        """The alias of a sub-query dimension's sub-query; no cube's, and no other's."""
        name = f"{member.cube}.{member.name}"
        if name not in self._aliases:
            wanted = f"{names.cube_alias(self.model.cubes[member.cube])}_{names.snake(member.name)}"
            cubes = (names.cube_alias(cube) for cube in self.model.cubes.values())
            self._aliases[name] = names.free(wanted, (*cubes, *self._aliases.values()))
        return self._aliases[name]

    def stage(self, member: ir.Measure) -> nodes.Column:
        """A multi-stage measure, as a column; the cubes that its inner query needs are those of this one too."""
        name = f"{member.cube}.{member.name}"
        if name not in self.stages:
            self.stages[name] = member
            facts = len(self.claims.facts)
            with self.noting(), self.asking(self.query), self.apart() as needs:
                for inner in members.staged_on(member):
                    members.measure(self, inner)
            del self.claims.facts[
                facts:
            ]  # it is rendered to learn about paths; the inner query has facts of its own
            self.touched.update(needs.paths)
        return nodes.Column(id=name)

    def leaf(self, member: ir.Measure) -> nodes.Column:
        """A measure with an aggregate of its own, as a column; it is rendered once."""
        name = f"{member.cube}.{member.name}"
        found = self.leaves.get(name)
        if found is None:
            before, self.whole = self._left, True
            with self.noting() as needs:
                expression = members.aggregate(self, member)
            self.whole = False
            alias = names.member_alias(self.model.cubes[member.cube], member.name, None, self.style)
            found = Leaf(name, alias, member, expression, needs, before - self._left)
            self.leaves[name] = found
        else:
            self._left -= found.cost
            self.touched.update(found.needs.paths)
            self.attached.update(found.needs.attached)
        return nodes.Column(id=name)

    def source(self, cube: ir.Cube) -> nodes.Source:
        """A cube's rows, its guards inside."""
        alias = names.cube_alias(cube)
        relation, is_table = self.relation(cube, alias)
        return nodes.Source(cube=cube.name, alias=alias, relation=relation, is_table=is_table)

    def uses(self) -> nodes.Uses:
        """What was read by all that was rendered."""
        joins, texts = tuple(self.joins.values()), tuple(self.texts)
        return nodes.Uses(scans=tuple(self.scans), members=tuple(self.used), joins=joins, texts=texts)

    def relation(self, cube: ir.Cube, alias: str | None = None) -> tuple[nodes.Sql, bool]:
        """A cube's own SQL, and whether it is a table's name; `SELECT * FROM name` is one too."""
        if cube.unsupported is not None:
            self.report.not_yet(f"{cube.unsupported} (`{cube.name}`)", span=cube.span, cube=cube.name)
        before = len(self.claims.facts)
        outer, self.row_level = self.row_level, True
        with self.apart() as needs:
            rendered = self._parts(cube.table, cube.name, ())
        self.row_level = outer
        for attached in needs.attached:
            what = f"the SQL of cube `{cube.name}` with the sub-query dimension `{attached}` inside"
            self.report.not_yet(what, span=cube.span, cube=cube.name)
        is_table = cube.is_table
        if not is_table and len(rendered.parts) == 1 and isinstance(rendered.parts[0], str):
            plain = _PLAIN_TABLE.fullmatch(rendered.parts[0])
            if plain is not None:
                rendered, is_table = nodes.Sql(parts=(plain[1],)), True
        rendered, is_table = self._permitted(cube, rendered, is_table)
        facts = self.claims.facts
        own = tuple(at for at in range(before, len(facts)) if facts[at].cube == cube.name)
        scan = nodes.Scan(cube=cube.name, alias=alias, guards=own, relation=rendered, is_table=is_table)
        self.scans.append(scan)
        if not own:
            text = "".join(part if isinstance(part, str) else "…" for part in rendered.parts)
            self.unguarded[(cube.name, " ".join(text.split()))] = None
        return rendered, is_table

    def _permitted(self, cube: ir.Cube, rendered: nodes.Sql, is_table: bool) -> tuple[nodes.Sql, bool]:
        """The rows that access policies leave the caller: `SELECT * FROM orders AS orders WHERE …`."""
        outer, self.row_level = self.row_level, True
        with self.apart() as needs:
            condition = self.policies.condition(self, cube)
        self.row_level = outer
        if condition is None:
            return rendered, is_table
        foreign = [path[-1] for path in needs.paths if path[-1] != cube.name]
        if foreign or needs.attached:
            what = f"an access policy of `{cube.name}` that needs rows of {foreign[0] if foreign else 'a sub-query'}"
            self.report.not_yet(what, span=cube.span, cube=cube.name)
        rows: tuple[str | nodes.Expression, ...] = (rendered,) if is_table else ("(", rendered, ")")
        alias = nodes.Alias(name=names.cube_alias(cube))
        parts = ("SELECT * FROM ", *rows, " AS ", alias, " WHERE ", condition)
        return nodes.Sql(parts=parts, span=cube.span), False

    def render(self, template: sql.Sql, cube: str, arguments: tuple[nodes.Expression, ...] = ()) -> nodes.Sql:
        """A template of `cube`; `arguments` are what a callback's placeholders stand for."""
        rendered = self._parts(template, cube, arguments)
        if any(map(_reads, rendered.parts)):
            self.texts.append((cube, rendered))
        if len(rendered.parts) == 1 and isinstance(rendered.parts[0], nodes.Operand):
            return nodes.Sql(parts=(rendered.parts[0].expression,))
        return rendered

    def _parts(self, template: sql.Sql, cube: str, arguments: tuple[nodes.Expression, ...]) -> nodes.Sql:
        if not self._affords(template, cube):
            return nodes.NEVER
        self._depth += 1
        parts: list[str | nodes.Expression] = []
        for part in template.parts:
            rendered = part if isinstance(part, str) else self._hole(part, cube, arguments)
            # INVARIANT: what is spliced as mere text joins the text around it; SQL of its own stays a node, which ends by itself
            is_text = isinstance(part, sql.ClaimText | sql.Choice | sql.PerCaller | sql.SqlOf)
            for piece in rendered.parts if is_text and isinstance(rendered, nodes.Sql) else (rendered,):
                if isinstance(piece, str) and parts and isinstance(parts[-1], str):
                    parts[-1] += piece
                else:
                    parts.append(piece)
        self._depth -= 1
        return nodes.Sql(parts=tuple(parts), span=template.span)

    def _affords(self, template: sql.Sql, cube: str) -> bool:
        """Whether the statement may still grow: members that refer to each other can double it at each step."""
        self._left -= sum(len(part) if isinstance(part, str) else PART for part in template.parts)
        if self._left > 0 and self._depth < DEPTH:
            return True
        if not self._spent:
            self._spent = True
            what = (
                f"refers to others more than {DEPTH} deep"
                if self._left > 0
                else f"makes more than {SIZE:,} characters"
            )
            message = f"the SQL of `{cube}` {what} when members are put in place of their names"
            self.report.add("E367", message, span=template.span, cube=cube)
        return False

    def _hole(self, part: sql.Gap, cube: str, arguments: tuple[nodes.Expression, ...]) -> nodes.Expression:
        match part:
            case sql.CubeRef():
                self.touched[part.path] = None
                return self.alias(part.path[-1])
            case sql.MemberRef():
                return nodes.Operand(expression=members.reference(self, part))
            case sql.SqlOf():
                return self._sql_of(part)
            case sql.Placeholder():
                return arguments[part.index]
            case sql.Guard():
                return self.claims.guard(part, cube, self.render)
            case sql.ClaimText():
                return self.claims.text(part, cube)
            case sql.FilterParam() | sql.FilterGroup():
                params = (part,) if isinstance(part, sql.FilterParam) else part.params
                return nodes.Operand(expression=self._filter_params(params, cube))
            case sql.ConvertTz():
                local = nodes.Call(
                    function="convert_tz",
                    arguments=(self.render(part.argument, cube), nodes.Word(value=self.query.timezone)),
                )
                return moments.later(local, part.later)
            case sql.Choice():
                chosen = part.then if self._outcome(part.test, cube) else part.otherwise
                return self._parts(chosen, cube, arguments)
            case sql.PerCaller():
                forced = self._parts(part.force(self.claims.reader(cube, part.span)), cube, arguments)
                spliced = (nodes.Spliced(text=p) if isinstance(p, str) else p for p in forced.parts)
                return nodes.Sql(parts=tuple(spliced))
            case _:
                assert_never(part)

    def alias(self, cube: str) -> nodes.Alias:
        """The alias of a cube in this statement."""
        self.touched[(cube,)] = None
        return nodes.Alias(name=names.cube_alias(self.model.cubes[cube]))

    def _sql_of(self, part: sql.SqlOf) -> nodes.Sql:
        inner, is_table = self.relation(self.model.cubes[part.cube])
        return inner if is_table else nodes.Sql(parts=("(", inner, ")"), span=part.span)

    def _outcome(self, test: Test, cube: str) -> bool:
        subject = test.subject
        if not isinstance(subject, sql.FilterParam):
            return self.claims.outcome(test, cube)
        always = self._filter_params((subject,), cube) == nodes.Constant(value=True)
        is_same = always and test.value in ("1 = 1", "(1 = 1)")
        return not is_same if test.operator.startswith("!") else is_same or test.operator == "truthy"

    # Pushed filters

    def _filter_params(self, params: tuple[sql.FilterParam, ...], cube: str) -> nodes.Expression:
        by_member = {f"{param.cube}.{param.member}": param for param in params}

        def push(asked: Condition) -> nodes.Expression | None:
            param = by_member.get(asked.member)
            if param is None or members.find(self.model, asked.member, "dimensions") is None:
                return None
            if asked.member in self.policies.masked:
                return None  # the rows would tell what the mask hides
            if param.callback is not None:
                return self._pushed_callback(param, param.callback, asked, cube)
            assert param.column is not None  # noqa: S101 — a column or a callback
            column = self.render(param.column, cube)
            kind = self.model.cubes[param.cube].dimensions[param.member].type
            return filters.condition(asked, column, kind, self.query.timezone)

        return pushdown.pushed(self.query, push)

    def _pushed_callback(
        self, param: sql.FilterParam, callback: sql.Callback, asked: Condition, cube: str
    ) -> nodes.Expression:
        if all(slot is None for slot in asked.values):
            return nodes.Constant(
                value=True
            )  # `set`, `notSet`, null: nothing to call it with, the WHERE says it all
        slots = pushdown.callback_values(asked)
        if isinstance(slots, str):
            return self._unfit(slots, param, asked)
        if callback.needs > len(slots):
            return self._unfit(
                f"the callback needs {callback.needs} values, the filter has {len(slots)}", param, asked
            )
        template = called(callback, tuple("string" for _ in slots), self.report)
        if template is None:
            return nodes.NEVER
        used = {piece.index for piece in sql.walk(template) if isinstance(piece, sql.Placeholder)}
        if used != set(range(len(slots))):
            reason = f"the callback uses {len(used)} of the filter's {len(slots)} values; take them as `(...values)`"
            return self._unfit(reason, param, asked)
        return self.render(template, cube, filters.bare_params(asked.operator, slots, self.query.timezone))

    def _unfit(self, reason: str, param: sql.FilterParam, asked: Condition) -> nodes.Expression:
        message = f"FILTER_PARAMS cannot take the filter on `{asked.member}`: {reason}"
        self.report.add("E364", message, span=param.span, path=asked.path)
        return nodes.NEVER


def _reads(part: str | nodes.Expression) -> bool:
    """Whether a text may read rows by itself."""
    text = part.text if isinstance(part, nodes.Spliced) else part
    return isinstance(text, str) and _READS.search(text) is not None
