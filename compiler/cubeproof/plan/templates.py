"""A model's templates become expressions, for one query and one caller's shape.

Everything that a hole may mean is decided here: aliases, members, other cubes' SQL, guards, pushed filters. Facts on
guards are written down on the way. No claim's value is read, except where the model itself splices it as text.
"""

import re
from typing import assert_never

from cubeproof.diagnostics import CompileError
from cubeproof.evaluate.values import Test
from cubeproof.lower import ir, sql
from cubeproof.plan import filters, guards, members, names, nodes, pushdown
from cubeproof.plan.report import Report
from cubeproof.request.caller import Interview, text_of
from cubeproof.request.context import ABSENT, SCALAR_PARENT, Semantics
from cubeproof.request.query import Condition, Query
from cubeproof.source import Span

_PLAIN_TABLE = re.compile(r"\s*select\s+\*\s+from\s+([a-z0-9_\-`\".*]+)\s*", re.IGNORECASE)


class Templates:
    """Renders templates; `touched` collects the cubes that the rendered ones need, in order."""

    def __init__(
        self, model: ir.Model, query: Query, interview: Interview, semantics: Semantics, report: Report
    ) -> None:
        self.model, self.query, self.interview = model, query, interview
        self.semantics, self.report = semantics, report
        self.guards: list[nodes.Guard] = []
        self.unguarded: dict[tuple[str, str], None] = {}
        self.touched: dict[str, None] = {}
        self.row_level = False
        self.ranges = {t.member: t.date_range for t in reversed(query.time_dimensions) if t.date_range}

    def source(self, cube: ir.Cube) -> nodes.Source:
        """A cube's rows, its guards inside."""
        relation, is_table = self.relation(cube)
        return nodes.Source(
            cube=cube.name, alias=names.cube_alias(cube), relation=relation, is_table=is_table
        )

    def relation(self, cube: ir.Cube) -> tuple[nodes.Sql, bool]:
        """A cube's own SQL, and whether it is a table's name; `SELECT * FROM name` is one too."""
        touched, before = self.touched, len(self.guards)
        self.touched = {}
        rendered = self.render(cube.table, cube.name)
        self.touched = touched
        is_table = cube.is_table
        if not is_table and len(rendered.parts) == 1 and isinstance(rendered.parts[0], str):
            plain = _PLAIN_TABLE.fullmatch(rendered.parts[0])
            if plain is not None:
                rendered, is_table = nodes.Sql(parts=(plain[1],)), True
        if not any(guard.cube == cube.name for guard in self.guards[before:]):
            text = "".join(part if isinstance(part, str) else "…" for part in rendered.parts)
            self.unguarded[(cube.name, " ".join(text.split()))] = None
        return rendered, is_table

    def render(self, template: sql.Sql, cube: str, arguments: tuple[nodes.Expression, ...] = ()) -> nodes.Sql:
        """A template of `cube`; `arguments` are what a callback's placeholders stand for."""
        rendered = self._parts(template, cube, arguments)
        if len(rendered.parts) == 1 and isinstance(rendered.parts[0], nodes.Operand):
            return nodes.Sql(parts=(rendered.parts[0].expression,))
        return rendered

    def _parts(self, template: sql.Sql, cube: str, arguments: tuple[nodes.Expression, ...]) -> nodes.Sql:
        parts: list[str | nodes.Expression] = []
        for part in template.parts:
            rendered = part if isinstance(part, str) else self._hole(part, cube, arguments)
            for piece in rendered.parts if isinstance(rendered, nodes.Sql) else (rendered,):
                if isinstance(piece, str) and parts and isinstance(parts[-1], str):
                    parts[-1] += piece
                else:
                    parts.append(piece)
        return nodes.Sql(parts=tuple(parts))

    def _hole(self, part: sql.Gap, cube: str, arguments: tuple[nodes.Expression, ...]) -> nodes.Expression:
        match part:
            case sql.CubeRef():
                return self.alias(part.path[-1])
            case sql.MemberRef():
                return nodes.Operand(expression=members.reference(self, part))
            case sql.SqlOf():
                return self._sql_of(part)
            case sql.Placeholder():
                return arguments[part.index]
            case sql.Guard():
                return self._guard(part, cube)
            case sql.ClaimText():
                return self._claim(part, cube)
            case sql.FilterParam() | sql.FilterGroup():
                params = (part,) if isinstance(part, sql.FilterParam) else part.params
                return nodes.Operand(expression=self._filter_params(params, cube))
            case sql.ConvertTz():
                value = self.render(part.argument, cube)
                return nodes.Call(
                    function="convert_tz", arguments=(value, nodes.Word(value=self.query.timezone))
                )
            case sql.Choice():
                chosen = part.then if self._outcome(part.test, cube) else part.otherwise
                return self._parts(chosen, cube, arguments)
            case sql.PerCaller():
                return self._parts(part.force(self.interview.value), cube, arguments)
            case _:
                assert_never(part)

    def alias(self, cube: str) -> nodes.Alias:
        """The alias of a cube in this statement."""
        self.touched[cube] = None
        return nodes.Alias(name=names.cube_alias(self.model.cubes[cube]))

    def _sql_of(self, part: sql.SqlOf) -> nodes.Sql:
        inner, is_table = self.relation(self.model.cubes[part.cube])
        return inner if is_table else nodes.Sql(parts=("(", *inner.parts, ")"))

    # Guards

    def _guard(self, part: sql.Guard, cube: str) -> nodes.Expression:
        kind = self.interview.kind(part.path)
        required, callback = part.required, part.callback is not None
        verdict = guards.decide(kind, self.semantics, required=required, callback=callback)
        if isinstance(verdict, guards.Refused):
            self._refuse_claim(verdict, part, cube)
            return nodes.NEVER
        if verdict.state in ("open", "closed"):
            self._fact(part, cube, verdict.state)  # type: ignore[arg-type]
            return nodes.Constant(value=verdict.state == "open")
        if part.callback is not None:
            return self._called(part, part.callback, kind, cube)
        assert part.column is not None  # noqa: S101 — a guard has a column or a callback
        params = self._params(part.path, kind, len(self.guards))
        self._fact(part, cube, "bound")
        column = self.render(part.column, cube)
        if isinstance(kind, tuple):
            return nodes.In(operand=column, values=params)
        return nodes.Compare(left=column, operator="=", right=params[0])

    def _called(
        self, part: sql.Guard, callback: sql.Callback, kind: guards.Kind, cube: str
    ) -> nodes.Expression:
        index = len(self.guards)
        template = self._call(callback, (guards.argument(kind),), part.span)
        if template is None:
            return nodes.NEVER
        bound = any(isinstance(piece, sql.Placeholder) for piece in template.parts)
        text = "".join(piece for piece in template.parts if isinstance(piece, str))
        constant = guards.constant(text) if len(template.parts) == 1 else None
        if not bound and kind == () and constant is None:
            message = (
                f"the callback of the guard on claim `{_dotted(part.path)}` has no SQL for an empty list"
            )
            self.report.add(
                "E456", message, span=part.span, cube=cube, help="return `1 = 0` for an empty list"
            )
            return nodes.NEVER
        self._fact(part, cube, "bound" if bound else "closed" if constant is False else "open")
        return self.render(template, cube, self._params(part.path, kind, index))

    def _params(self, path: tuple[str, ...], kind: guards.Kind, guard: int) -> tuple[nodes.Param, ...]:
        if not isinstance(kind, tuple):
            return (nodes.Param(origin=nodes.ClaimOrigin(path=path), guard=guard),)
        origins = (nodes.ClaimOrigin(path=(*path, index)) for index in range(len(kind)))
        return tuple(nodes.Param(origin=origin, guard=guard) for origin in origins)

    def _call(
        self, callback: sql.Callback, arguments: tuple[sql.Argument, ...], span: Span
    ) -> sql.Sql | None:
        try:
            return callback.sql(arguments)
        except CompileError as error:
            self.report.diagnostics.extend(error.diagnostics)
            return None

    def _fact(self, part: sql.Guard, cube: str, state: guards.State) -> None:
        form = "callback" if part.callback else "requiredFilter" if part.required else "filter"
        on = (
            None
            if part.column is None
            else "".join(p if isinstance(p, str) else "…" for p in part.column.parts)
        )
        fact = nodes.Guard(
            cube=cube,
            claim=_dotted(part.path),
            on=on,
            form=form,
            state=state,
            span=part.span,  # type: ignore[arg-type]
        )
        self.guards.append(fact)
        if state == "open":
            message = f"the guard on claim `{fact.claim}` is open: this caller reaches all rows of `{cube}`"
            advice = "`requiredFilter`, or strict semantics, refuses a caller without the claim"
            self.report.add("E457", message, severity="warning", span=part.span, cube=cube, help=advice)

    def _refuse_claim(self, refused: guards.Refused, part: sql.Guard, cube: str) -> None:
        claim = _dotted(part.path)
        if refused.code == "E451":
            message = f"claim `{claim}` is required by a guard of `{cube}`, and {refused.reason}"
        else:
            message = f"claim `{claim}` cannot be used in a guard of `{cube}`: {refused.reason}"
        self.report.add(refused.code, message, span=part.span, cube=cube)

    # Claims as text, and conditions on them

    def _claim(self, part: sql.ClaimText, cube: str) -> nodes.Expression:
        return self._unsafe(part, cube) if part.unsafe else self._bare(part, cube)

    def _unsafe(self, part: sql.ClaimText, cube: str) -> nodes.Expression:
        value = self.interview.value(part.path)
        if self.semantics == "strict" and (value is ABSENT or value is SCALAR_PARENT):
            message = f"claim `{_dotted(part.path)}` is required, and it is absent"
            self.report.add("E451", message, span=part.span, cube=cube)
            return nodes.NEVER
        text = text_of(value)
        if "\0" in text:
            message = f"claim `{_dotted(part.path)}` cannot be written into SQL: it holds a NUL character"
            self.report.add("E458", message, span=part.span, cube=cube)
            return nodes.NEVER
        self._claim_fact(part, cube, "unsafeValue")
        return nodes.Sql(parts=(text,))

    def _bare(self, part: sql.ClaimText, cube: str) -> nodes.Expression:
        kind = self.interview.kind(part.path)
        claim = _dotted(part.path)
        if kind in ("absent", "null", (), "scalar-parent"):
            reason = "an empty list" if kind == () else "absent" if kind == "scalar-parent" else str(kind)
            self.report.add(
                "E451", f"claim `{claim}` is required, and it is {reason}", span=part.span, cube=cube
            )
            return nodes.NEVER
        if kind == "object" or (
            isinstance(kind, tuple) and any(isinstance(k, tuple) or k == "object" for k in kind)
        ):
            self.report.add("E452", f"claim `{claim}` cannot be a parameter: it is or holds an object or a list",
                            span=part.span, cube=cube)  # fmt: skip
            return nodes.NEVER
        if self.semantics == "strict" and isinstance(kind, tuple) and "null" in kind:
            self.report.add("E455", f"claim `{claim}` holds null", span=part.span, cube=cube)
            return nodes.NEVER
        params = self._params(part.path, kind, len(self.guards))
        self._claim_fact(part, cube, "value")
        separated = [piece for param in params for piece in (", ", param)][1:]
        return nodes.Sql(parts=tuple(separated))

    def _claim_fact(self, part: sql.ClaimText, cube: str, form: str) -> None:
        claim = _dotted(part.path)
        fact = nodes.Guard(cube=cube, claim=claim, on=None, form=form, state="bound", span=part.span)  # type: ignore[arg-type]
        self.guards.append(fact)

    def _outcome(self, test: Test, cube: str) -> bool:
        subject = test.subject
        if isinstance(subject, sql.FilterParam):
            always = self._filter_params((subject,), cube) == nodes.Constant(value=True)
            is_same = always if test.value in ("1 = 1", "(1 = 1)") else False
            return not is_same if test.operator.startswith("!") else is_same or test.operator == "truthy"
        assert isinstance(subject, sql.ClaimText)  # noqa: S101 — what lowering lets through
        path, claim = subject.path, _dotted(subject.path)
        if not subject.unsafe:
            return self._bare_outcome(test, claim, subject.span, cube)
        if self.semantics == "strict" and self.interview.kind(path) in ("absent", "scalar-parent"):
            self.report.add(
                "E451", f"claim `{claim}` is required, and it is absent", span=subject.span, cube=cube
            )
        return self.interview.outcome(path, test.operator, test.value)

    def _bare_outcome(self, test: Test, claim: str, span: Span, cube: str) -> bool:
        message = f"a condition on the bare claim `{claim}` does not depend on its value"
        advice = "compare its value: `.unsafeValue()`"
        severity = "error" if self.semantics == "strict" else "warning"
        self.report.add("E459", message, severity=severity, span=span, cube=cube, help=advice)  # type: ignore[arg-type]
        return test.operator in ("truthy", "!==", "!=") or (
            test.operator == "typeof" and test.value == "object"
        )

    # Pushed filters

    def _filter_params(self, params: tuple[sql.FilterParam, ...], cube: str) -> nodes.Expression:
        by_member = {f"{param.cube}.{param.member}": param for param in params}

        def push(asked: Condition) -> nodes.Expression | None:
            param = by_member.get(asked.member)
            if param is None or members.find(self.model, asked.member, "dimensions") is None:
                return None
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
        slots = pushdown.callback_values(asked)
        if isinstance(slots, str):
            self.report.add(
                "E364", f"FILTER_PARAMS of `{asked.member}`: {slots}", span=param.span, path=asked.path
            )
            return nodes.NEVER
        template = self._call(callback, ("string",) * len(slots), param.span)
        if template is None:
            return nodes.NEVER
        used = {piece.index for piece in template.parts if isinstance(piece, sql.Placeholder)}
        if used != set(range(len(slots))):
            message = f"the callback of FILTER_PARAMS does not use all {len(slots)} values of the filter on `{asked.member}`"
            self.report.add(
                "E364", message, span=param.span, path=asked.path, help="take the values as `(...values)`"
            )
        converts: tuple[nodes.Convert, ...] = ("as_is",) * len(slots)
        if asked.operator in filters.DATE_OPERATORS:
            converts = ("from_instant", "to_instant")
            if asked.operator in ("afterDate", "beforeOrOnDate"):
                converts = ("to_instant",)
        params = tuple(
            filters.param(slot, convert, self.query.timezone)
            for slot, convert in zip(slots, converts, strict=False)
        )
        return self.render(template, cube, params)


def _dotted(path: tuple[str, ...]) -> str:
    return ".".join(path)
