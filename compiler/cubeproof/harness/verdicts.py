"""What is wrong with a cell, by what is expected of it. Reads no file and prints nothing.

Closed world: a cell that nothing expects is wrong, and so is an open guard that no expectation states.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from cubeproof.audit import Fact, facts
from cubeproof.audit.access import access
from cubeproof.diagnostics import CompileError, Diagnostic
from cubeproof.engines import EngineError
from cubeproof.harness.scenario import (
    DUCKDB,
    OWN,
    Cell,
    Check,
    CubeCell,
    ErrorIs,
    GuardIs,
    RowsAre,
    Skip,
    StateIs,
    Visible,
)  # fmt: skip
from cubeproof.harness.workbench import Variant, Workbench


class Skipped(Exception):
    """The cell is not looked at; the message says why."""


class Answer(msgspec.Struct, frozen=True):
    """A cell that was compiled: its variants, and what is wrong."""

    variants: tuple[Variant, ...]
    problems: tuple[str, ...]


def look(bench: Workbench, cell: Cell, today: date) -> Answer:
    """Compile a cell and check it, but for its snapshot. Raises `Skipped`."""
    checks = bench.suite.checks(cell)
    expired = [*_skips(checks, today)]
    if not checks:
        return Answer((), (_unexpected(bench, cell),))
    try:
        variants = bench.variants(cell)
    except CompileError as error:
        return Answer((), tuple(said(error.diagnostics)))
    if not variants:
        raise Skipped("the query reads no claim that could be in another state")
    problems = [problem for variant in variants for problem in _variant(bench, cell, variant, checks)]
    return Answer(variants, tuple(dict.fromkeys((*expired, *problems))))


def _unexpected(bench: Workbench, cell: Cell) -> str:
    state = f", claim-states: [{cell.state}]" if cell.state else ""
    line = f"- {{tokens: [{cell.token}], queries: [{cell.query}]{state}, snapshot: true}}"
    return f"nothing in {bench.suite.source.path} expects this cell; add to `expect`, once it is right:\n  {line}"


def _skips(checks: Iterable[Check], today: date) -> Iterator[str]:
    for check in checks:
        if isinstance(check, Skip):
            if today <= check.until:
                raise Skipped(f"{check.reason}, until {check.until.isoformat()}")
            yield f"the skip was to end on {check.until.isoformat()}: {check.reason}"


def _variant(bench: Workbench, cell: Cell, variant: Variant, checks: tuple[Check, ...]) -> Iterator[str]:
    where = "" if variant.claim is None else f"claim {variant.claim} as {cell.state}: "
    for problem in _checked(bench, cell, variant, checks):
        yield f"{where}{problem}"


def _checked(bench: Workbench, cell: Cell, variant: Variant, checks: tuple[Check, ...]) -> Iterator[str]:
    wanted = [check for check in checks if isinstance(check, ErrorIs)]
    if variant.errors:
        if not wanted:
            yield "it is refused, and no `error` expects that:"
            yield from said(variant.errors)
        for check in wanted:
            yield from _error(check, variant.errors)
        return
    for check in wanted:
        yield f"it compiles, where the error {check.code} is expected"
    proven = tuple(fact for statement in variant.statements for fact in facts(statement))
    yield from _states(variant, proven, [check for check in checks if isinstance(check, StateIs)])
    for one in checks:
        match one:
            case GuardIs():
                yield from _guard(one, proven)
            case RowsAre():
                yield from _rows(bench, cell, variant, one)


def said(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Errors in a line each."""
    for one in diagnostics:
        if one.severity == "error":
            yield f"  {one.code} {one.message}"


def _error(check: ErrorIs, errors: tuple[Diagnostic, ...]) -> Iterator[str]:
    found = [one for one in errors if one.code == check.code]
    if not found:
        yield f"the error {check.code} is expected, it is:"
        yield from said(errors)
    elif check.contains is not None and not any(check.contains in one.message for one in found):
        yield f"the error is to contain `{check.contains}`, it is:"
        yield from said(found)


def _states(variant: Variant, proven: tuple[Fact, ...], checks: list[StateIs]) -> Iterator[str]:
    guards = [fact.guard for fact in proven if variant.claim is None or fact.guard.claim == variant.claim]
    states = {guard.state for guard in guards}
    for check in checks:
        actual = "mixed" if len(states) > 1 else next(iter(states), None)
        if actual is None:
            yield f"the guards are to be {check.state}, and there is none"
        elif actual != check.state:
            each = ", ".join(dict.fromkeys(f"{g.cube} by claim {g.claim} is {g.state}" for g in guards))
            yield f"the guards are to be {check.state}: {each}"
    opened = dict.fromkeys((g.cube, g.claim) for g in guards if g.state == "open")
    if opened and not checks:
        for cube, claim in opened:
            yield f"ALL ROWS of {cube}: the guard by claim {claim} is open, and no `state: open` says that it may be"


def _guard(check: GuardIs, proven: tuple[Fact, ...]) -> Iterator[str]:
    found = [_guard_data(fact) for fact in proven]
    wanted = dict(check.wanted)
    if not any(all(one[key] == value for key, value in wanted.items()) for one in found):
        yield f"no guard is {_shown(wanted)}; there are: {'; '.join(map(_shown, found)) or 'none'}"


def _guard_data(fact: Fact) -> dict[str, str | None]:
    guard = fact.guard
    return {
        "cube": guard.cube, "claim": guard.claim, "on": guard.on, "form": guard.form, "state": guard.state,
        "effect": fact.effect,
    }  # fmt: skip


def _shown(guard: dict[str, str | None]) -> str:
    return ", ".join(f"{key} {value}" for key, value in guard.items())


def _rows(bench: Workbench, cell: Cell, variant: Variant, check: RowsAre) -> Iterator[str]:
    if cell.dialect != DUCKDB:
        (variant,) = bench.variants(msgspec.structs.replace(cell, dialect=DUCKDB, state=OWN))
        if variant.errors:
            yield from said(variant.errors)
            return
    try:
        found = bench.rows(variant)
    except (EngineError, CompileError) as error:
        yield _refused(error)
        return
    wanted = [list(row) for row in check.rows]
    if not same(found, wanted):
        yield f"the rows are to be {_few(wanted)}, they are {_few(found)}"


def _refused(error: EngineError | CompileError) -> str:
    if isinstance(error, EngineError):
        return f"{error.diagnostic.code} DuckDB refuses: {error.message}"
    return "\n".join(said(error.diagnostics))


def same(found: Any, wanted: Any) -> bool:
    """Equal as JSON has it: `1` and `1.0` are one value, `1` and `"1"` are not."""
    if isinstance(found, list) and isinstance(wanted, list | tuple):
        return len(found) == len(wanted) and all(map(same, found, wanted))
    if isinstance(found, bool) or isinstance(wanted, bool):
        return found is wanted
    if isinstance(found, str) or isinstance(wanted, str):
        return bool(found == wanted)
    return bool(found == wanted) if found is not None and wanted is not None else found is wanted


def _few(rows: list[Any]) -> str:
    more = f" and {len(rows) - 10} more" if len(rows) > 10 else ""
    return f"[{', '.join(map(str, rows[:10]))}]{more}"


def look_at_cube(bench: Workbench, cell: CubeCell) -> tuple[str, ...]:
    """What is wrong with the rows of a cube that a caller sees."""
    check = cell.check
    try:
        found = bench.keys(cell.token, check.cube, check.key)
        every = bench.keys(cell.token, check.cube, check.key, guarded=False)
    except (EngineError, CompileError) as error:
        return (_refused(error),)
    named = check.only if isinstance(check, Visible) else check.values
    nowhere = [key for key in named if not _among(key, every)]
    if nowhere:
        return (f"no row of {check.cube} has {check.key} {_few(nowhere)}: it proves nothing",)
    if isinstance(check, Visible):
        extra = [key for key in found if not _among(key, check.only)]
        missing = [key for key in check.only if not _among(key, found)]
    else:
        extra, missing = [key for key in found if _among(key, check.values)], []
    problems = []
    if extra:
        problems.append(
            f"{cell.token} sees rows of {check.cube} that are not to be seen: {check.key} {_few(extra)}"
        )
    if missing:
        problems.append(f"{cell.token} does not see rows of {check.cube}: {check.key} {_few(missing)}")
    return tuple(problems)


def _among(key: Any, others: Iterable[Any]) -> bool:
    return any(same(key, other) for other in others)


def verdicts(variant: Variant) -> dict[str, str]:
    """Each cube that a variant's statements read, with whose rows."""
    found: dict[str, str] = {}
    for statement in variant.statements:
        for one in access(statement, variant.context):
            before = found.get(one.cube)
            found[one.cube] = one.rows if before in (None, one.rows) else "mixed"
    return found
