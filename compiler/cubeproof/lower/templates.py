"""Templates are forced: what the JavaScript of an `sql` property says becomes `Sql`.

A condition that only a caller decides is followed both ways, a bounded number of times, and both outcomes are kept. A
template that needs a claim's value as such is forced again for each caller. Knows no cube and no dialect.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from cubeproof.diagnostics import CompileError, Diagnostic, Severity, has_errors
from cubeproof.evaluate import call, force
from cubeproof.evaluate.objects import value_of
from cubeproof.evaluate.values import (
    UNDEFINED,
    Array,
    Function,
    NeedsCaller,
    Object,
    Oracle,
    Refusal,
    Test,
    Value,
)
from cubeproof.lower import placeholders, scan, sql
from cubeproof.lower.names import Names
from cubeproof.lower.report import Report
from cubeproof.lower.texts import sql_of
from cubeproof.source import Span

MOST_TESTS: Final = 6
"""So many different conditions may decide on one template; each doubles the outcomes."""

Run: TypeAlias = Callable[[Oracle], Value]
Trail: TypeAlias = list[tuple[Test, bool]]


def _forced(value: Value, names: Names, oracle: Oracle | None) -> Value:
    """A template's value; where it names a function, `sql: build`, what that gives for the names of its parameters."""
    found = force(value, names, oracle, names.refused)
    return force(found, names, oracle, names.refused) if isinstance(found, Function) else found


def template(
    value: Value, names: Names, span: Span, *, empty: Severity = "error", without: str = "this SQL is empty"
) -> sql.Sql | None:
    """The SQL of a template; None where it has none, which has been reported. `empty`: how bad that is if it says nothing."""
    try:
        found = forced(value, names, span)
    except Refusal as refusal:
        names.refused(refusal)
        return None
    if sql.is_empty(found):
        names.report.add("E272", without, span, severity=empty, cube=names.cube.name)
        return None if empty == "error" else found
    return found


def forced(value: Value, names: Names, span: Span) -> sql.Sql:
    """The SQL of a template. Raises `Refusal`."""
    try:
        return explored(lambda oracle: _forced(value, names, oracle), names, span)
    except NeedsCaller:
        return _per_caller(value, names, span)


def called(names: Names, function: Value, arguments: tuple[sql.Argument, ...], span: Span) -> sql.Sql:
    """The SQL that a callback gives for placeholders. Raises `Refusal` and `NeedsCaller`."""
    given = placeholders.symbols(arguments)
    return explored(lambda oracle: call(function, list(given), oracle), names, span)


def explored(run: Run, names: Names, span: Span) -> sql.Sql:
    """Run once for each combination of outcomes; one without conditions runs once."""
    trail, leaf = _follow(run, (), names, span)
    return _tree(run, trail, leaf, 0, names, span)


def _tree(run: Run, trail: Trail, leaf: sql.Sql, depth: int, names: Names, span: Span) -> sql.Sql:
    if depth == len(trail):
        return leaf
    test, _ = trail[depth]
    answers = tuple(answer for _, answer in trail[:depth])
    other_trail, other_leaf = _follow(run, (*answers, False), names, span)
    then = _tree(run, trail, leaf, depth + 1, names, span)
    otherwise = _tree(run, other_trail, other_leaf, depth + 1, names, span)
    choice = sql.Choice(test=test, then=then, otherwise=otherwise, span=test.subject.span)
    return sql.Sql(parts=(choice,), span=span)


def _follow(run: Run, answers: tuple[bool, ...], names: Names, span: Span) -> tuple[Trail, sql.Sql]:
    """One run: the first conditions have these outcomes, later ones hold."""
    trail: Trail = []
    known: dict[tuple[Test, type], bool] = {}

    def oracle(test: Test) -> bool:
        # INVARIANT: `1` and `true` are equal in Python, but not to a model.
        key = (test, type(test.value))
        if key not in known:
            if not isinstance(test.subject, sql.ClaimText | sql.FilterParam):
                message = "this cannot be a condition: it stands for SQL, whose text is not known yet"
                raise Refusal(message, test.subject.span, code="E256")
            if len(trail) == MOST_TESTS:
                raise Refusal(
                    f"more than {MOST_TESTS} conditions on the caller or the query decide on one template", span,
                    code="E257", help="say it in SQL, with the claims as parameters",
                )  # fmt: skip
            known[key] = answers[len(trail)] if len(trail) < len(answers) else True
            trail.append((test, known[key]))
        return known[key]

    found = sql_of(run(oracle), span)
    check_places(found, names)
    return trail, found


def check_places(template: sql.Sql, names: Names) -> None:
    """Report guards, claims and pushed filters where a database sees no condition: in quotes and comments."""
    for part, place in scan.hidden(template.parts):
        what = _what(part, place)
        if what is not None:
            where = "a comment" if place == "comment" else "quotes"
            names.report.add(
                "E261", f"{what} stands inside {where}, where it has no effect", part.span, cube=names.cube.name,  # type: ignore[union-attr]
                help="delete it with the comment" if place == "comment" else "a value brings its own quotes: take them away",
                once="",
            )  # fmt: skip


def _what(part: sql.Part, place: scan.Place) -> str | None:
    """What is lost at this place; None for what may stand there."""
    match part:
        case sql.Guard():
            return f"the guard on claim `{'.'.join(part.path)}`"
        case sql.ClaimText() if not part.unsafe or place == "comment":
            return f"the claim `{'.'.join(part.path)}`"
        case sql.FilterParam():
            return f"`FILTER_PARAMS.{part.cube}.{part.member}`"
        case sql.FilterGroup():
            return "`FILTER_GROUP`"
        case sql.Placeholder():
            return "the placeholder of a callback"
        case sql.SqlOf():
            return f"`{part.cube}.sql()`"
        case sql.ConvertTz():
            return "`SQL_UTILS.convertTz`"
        case _:
            return None


# Templates that need a caller

_SAMPLES: Final[tuple[Callable[[], Value], ...]] = (
    lambda: "text",
    lambda: 7.0,
    lambda: Array(["a", "b"]),
    lambda: UNDEFINED,
    Object,
)
"""Values that a claim may have: a template that works for one of them is taken to be right."""


def _per_caller(value: Value, names: Names, span: Span) -> sql.Sql:
    def force_for(claim: Callable[[tuple[str, ...]], object]) -> sql.Sql:
        return _for_caller(value, names, span, lambda path: _plain(claim(path), span))

    problems: list[tuple[Diagnostic, ...]] = []
    for sample in _SAMPLES:
        try:
            _for_caller(value, names, span, lambda _, sample=sample: sample())  # type: ignore[misc]
        except CompileError as error:
            problems.append(error.diagnostics)
    if len(problems) == len(_SAMPLES):
        # The sample that came furthest tells what is wrong with the template, not with the sample.
        for problem in max(problems, key=_reach):
            names.report.add(
                problem.code,
                problem.message,
                problem.span or span,
                help=problem.help,
                cube=problem.cube,
                once="",
            )
    return sql.Sql(parts=(sql.PerCaller(force=force_for, span=span),), span=span)


def _reach(problems: tuple[Diagnostic, ...]) -> int:
    return max((problem.span.start for problem in problems if problem.span is not None), default=0)


def _for_caller(value: Value, names: Names, span: Span, claim: Callable[[tuple[str, ...]], Value]) -> sql.Sql:
    """The template with a caller's claims as plain values. Raises `CompileError`."""
    report = Report()
    known = names.for_caller(claim, report)
    cube = names.cube.name
    try:
        found = explored(lambda oracle: _forced(value, known, oracle), known, span)
    except Refusal as refusal:
        raise CompileError((*report.diagnostics, *_problems(refusal, cube))) from None
    if has_errors(report.diagnostics):
        raise CompileError(report.diagnostics)
    return found


def _problems(refusal: Refusal, cube: str) -> tuple[Diagnostic, ...]:
    return () if refusal.reported else (refusal.diagnostic(cube),)


def _plain(value: object, span: Span) -> Value:
    """A claim's JSON value as a model sees it; anything that is no JSON is undefined."""
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value_of(value, span)
    return UNDEFINED
