"""Claims inside templates: guards, claims as text or parameter, conditions on claims; and the facts about each.

No value of a claim is read, except where the model itself splices it as text.
"""

from collections.abc import Callable
from typing import Literal, TypeAlias

from cubeproof.diagnostics import CompileError, Severity
from cubeproof.evaluate.values import Test
from cubeproof.lower import sql
from cubeproof.plan import guards, nodes
from cubeproof.plan.report import Report
from cubeproof.request.caller import Interview, text_of
from cubeproof.request.context import ABSENT, SCALAR_PARENT, Kind, Semantics
from cubeproof.source import Span

Render: TypeAlias = Callable[[sql.Sql, str, tuple[nodes.Expression, ...]], nodes.Expression]
"""A template of a cube, with what a callback's placeholders stand for, as an expression."""
Form: TypeAlias = Literal["filter", "requiredFilter", "callback", "unsafeValue", "value"]


class Claims:
    """Answers for one caller; `facts` are the guards met, in order."""

    def __init__(self, interview: Interview, semantics: Semantics, report: Report) -> None:
        self._interview, self._semantics, self._report = interview, semantics, report
        self.facts: list[nodes.Guard] = []

    def guard(self, part: sql.Guard, cube: str, render: Render) -> nodes.Expression:
        """What a guard becomes: a comparison with the claim, a constant, or an error."""
        kind = self._interview.kind(part.path)
        callback = part.callback
        verdict = guards.decide(kind, self._semantics, required=part.required, callback=callback is not None)
        if isinstance(verdict, guards.Refused):
            self.refuse(verdict, part.path, part.span, cube)
            return nodes.NEVER
        if verdict.state in ("open", "closed"):
            is_open = verdict.state == "open"
            self._guard_fact(part, cube, is_open=is_open)
            return nodes.Constant(value=is_open, guard=len(self.facts) - 1)
        if callback is not None:
            return self._called(part, callback, kind, cube, render)
        assert part.column is not None  # noqa: S101 — a guard has a column or a callback
        params = self._params(part.path, kind)
        self._guard_fact(part, cube)
        column = render(part.column, cube, ())
        if isinstance(kind, tuple):
            return nodes.In(operand=column, values=params)
        return nodes.Compare(left=column, operator="=", right=params[0])

    def text(self, part: sql.ClaimText, cube: str) -> nodes.Expression:
        """A claim spliced by itself: as text (`unsafeValue()`), or as one parameter or several."""
        if not part.unsafe:
            return self._bare(part, cube)
        value = self._interview.value(part.path)
        if self._semantics == "strict" and (value is ABSENT or value is SCALAR_PARENT):
            self.refuse(guards.Refused("E451", "it is absent"), part.path, part.span, cube)
            return nodes.NEVER
        text = text_of(value)
        if "\0" in text:
            self.refuse(guards.Refused("E458", "it holds a NUL character"), part.path, part.span, cube)
            return nodes.NEVER
        self._fact(part.path, cube, "unsafeValue", "bound", part.span)
        return nodes.Sql(parts=(nodes.Spliced(text=text),))

    def outcome(self, test: Test, cube: str) -> bool:
        """How a condition on a claim ends for this caller."""
        subject = test.subject
        assert isinstance(subject, sql.ClaimText)  # noqa: S101 — what lowering lets through
        if not subject.unsafe:
            return self._bare_outcome(test, _dotted(subject.path), subject.span, cube)
        if self._semantics == "strict" and self._interview.kind(subject.path) in ("absent", "scalar-parent"):
            self.refuse(guards.Refused("E451", "it is absent"), subject.path, subject.span, cube)
        self._fact(subject.path, cube, "unsafeValue", "bound", subject.span)
        return self._interview.outcome(subject.path, test.operator, test.value)

    def reader(self, cube: str, span: Span) -> Callable[[tuple[str, ...]], object]:
        """Reads claims as values for a template that computes with them; each is a fact, once a template."""
        seen: set[tuple[str, ...]] = set()

        def read(path: tuple[str, ...]) -> object:
            if path not in seen:
                seen.add(path)
                self._fact(path, cube, "unsafeValue", "bound", span)
            return self._interview.value(path)

        return read

    def _called(
        self, part: sql.Guard, callback: sql.Callback, kind: Kind, cube: str, render: Render
    ) -> nodes.Expression:
        template = called(callback, (guards.argument(kind),), self._report)
        if template is None:
            return nodes.NEVER
        bound = any(isinstance(piece, sql.Placeholder) for piece in sql.walk(template))
        (first, *more) = template.parts or ("",)
        constant = guards.constant(first) if isinstance(first, str) and not more else None
        if kind == () and not bound and constant is None:
            reason = "its callback has no SQL for an empty list"
            self.refuse(guards.Refused("E456", reason), part.path, part.span, cube)
            return nodes.NEVER
        params = self._params(part.path, kind)
        if bound:
            self._guard_fact(part, cube)
        else:
            self._guard_fact(part, cube, is_open=constant is not False)
        return render(template, cube, params)

    def _bare(self, part: sql.ClaimText, cube: str) -> nodes.Expression:
        kind = self._interview.kind(part.path)
        refused = guards.refuse_bare(kind, self._semantics)
        if refused is not None:
            self.refuse(refused, part.path, part.span, cube)
            return nodes.NEVER
        params = self._params(part.path, kind)
        self._fact(part.path, cube, "value", "bound", part.span)
        separated: list[str | nodes.Expression] = []
        for param in params:
            separated += (", ", param)
        return nodes.Sql(parts=tuple(separated[1:]))

    def _bare_outcome(self, test: Test, claim: str, span: Span, cube: str) -> bool:
        message = f"a condition on the bare claim `{claim}` does not depend on its value"
        advice = "compare its value: `.unsafeValue()`"
        severity: Severity = "error" if self._semantics == "strict" else "warning"
        self._report.add("E459", message, severity=severity, span=span, cube=cube, help=advice)
        is_object = test.operator == "typeof" and test.value == "object"
        return is_object or test.operator in ("truthy", "!==", "!=")

    def _params(self, path: tuple[str, ...], kind: Kind) -> tuple[nodes.Param, ...]:
        """The placeholders of the guard that is written down next."""
        guard = len(self.facts)
        if not isinstance(kind, tuple):
            return (nodes.Param(origin=nodes.ClaimOrigin(path=path), guard=guard),)
        origins = (nodes.ClaimOrigin(path=(*path, index)) for index in range(len(kind)))
        return tuple(nodes.Param(origin=origin, guard=guard) for origin in origins)

    def _guard_fact(self, part: sql.Guard, cube: str, *, is_open: bool | None = None) -> None:
        """`is_open` is None for a guard that compares with the claim."""
        form: Form = "callback" if part.callback else "requiredFilter" if part.required else "filter"
        column = part.column.parts if part.column is not None else ()
        on = "".join(piece if isinstance(piece, str) else "…" for piece in column) or None
        state: guards.State = "bound" if is_open is None else "open" if is_open else "closed"
        self._fact(part.path, cube, form, state, part.span, on)
        if is_open:
            message = (
                f"the guard on claim `{_dotted(part.path)}` is open: this caller reaches all rows of `{cube}`"
            )
            advice = "`requiredFilter`, or strict semantics, refuses a caller without the claim"
            self._report.add("E457", message, severity="warning", span=part.span, cube=cube, help=advice)

    def _fact(
        self,
        path: tuple[str, ...],
        cube: str,
        form: Form,
        state: guards.State,
        span: Span,
        on: str | None = None,
    ) -> None:
        fact = nodes.Guard(cube=cube, claim=_dotted(path), on=on, form=form, state=state, span=span)
        self.facts.append(fact)

    def refuse(self, refused: guards.Refused, path: tuple[str, ...], span: Span, cube: str) -> None:
        """Report a claim that cannot be used."""
        claim = _dotted(path)
        if refused.code == "E451":
            message = f"claim `{claim}` is required by `{cube}`, and {refused.reason}"
        else:
            message = f"claim `{claim}` cannot be used by `{cube}`: {refused.reason}"
        self._report.add(refused.code, message, span=span, cube=cube)


def called(callback: sql.Callback, arguments: tuple[sql.Argument, ...], report: Report) -> sql.Sql | None:
    """What a callback returns for some placeholders; None, with a report, where it fails."""
    try:
        return callback.sql(arguments)
    except CompileError as error:
        report.diagnostics.extend(error.diagnostics)
        return None


def _dotted(path: tuple[str, ...]) -> str:
    return ".".join(path)
