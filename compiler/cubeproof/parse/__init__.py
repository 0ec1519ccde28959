"""What did the author type? Model text to a syntax tree with a place on every node; nothing is evaluated."""

from typing import TYPE_CHECKING

from cubeproof.diagnostics import Diagnostic, Result, by_place
from cubeproof.parse import ast
from cubeproof.parse.limits import DEFAULT_LIMITS, Limits
from cubeproof.source import Source, Span

if TYPE_CHECKING:
    from cubeproof.parse.machine import Machine
    from cubeproof.parse.reader import Repairs
    from cubeproof.parse.recovery import Recovery
    from cubeproof.parse.tree import Builder

__all__ = ["DEFAULT_LIMITS", "Limits", "parse"]

_QUICK = 100_000
"""Characters up to which a file is read again for each repair; a larger one only three times."""


def parse(source: Source, limits: Limits = DEFAULT_LIMITS) -> Result[ast.File]:
    """The tree of a model file, without the statements and properties that could not be read, and all errors in it.

    Never raises; beyond a limit the tree is empty and a diagnostic names the limit.
    """
    from cubeproof.parse import characters
    from cubeproof.parse.reader import NO_REPAIRS

    oversize = characters.too_large(source, limits)
    if oversize:
        return Result(_empty(source), (oversize,))
    repairs = NO_REPAIRS
    readings = limits.errors if len(source.text) < _QUICK else 3
    file, found, better, more = _read(source, limits, repairs)
    while better is not None and readings:
        readings -= 1
        file, found, better, more = _read(source, limits, better)
    found.extend(characters.strange(source))
    return Result(file, _first(_apart(found), limits.errors, more=more) if found else ())


def _read(
    source: Source, limits: Limits, repairs: "Repairs"
) -> "tuple[ast.File, list[Diagnostic], Repairs | None, bool]":
    """One reading of the whole file; the repairs for a better one, if something was missed; was it given up halfway?"""
    from cubeproof.parse.lexer import lex
    from cubeproof.parse.machine import Machine, TooDeep
    from cubeproof.parse.recovery import Recovery
    from cubeproof.parse.tree import Builder

    reader = lex(source, limits, repairs)
    if reader.open_template:
        start, stop = reader.open_template
        if start not in repairs.endings:
            return _empty(source), reader.diagnostics, repairs.with_ending(start, stop), False
    builder = Builder(source)
    recovery = Recovery(reader, limits.errors - len(reader.diagnostics) - len(repairs.reported))
    machine = Machine(builder, reader.tokens, limits, recovery)
    try:
        file = machine.run() or _partial(machine)
    except TooDeep:
        file = _empty(source)
    found = [
        *repairs.reported,
        *reader.diagnostics,
        *recovery.diagnostics,
        *builder.diagnostics,
        *_covers(builder),
    ]
    return file, found, _better(recovery, repairs), recovery.cut_off


def _better(recovery: "Recovery", repairs: "Repairs") -> "Repairs | None":
    """The repairs with one more; None where nothing was missed, or a further reading would say nothing new."""
    if recovery.ending and recovery.ending[0] not in repairs.endings:
        return repairs.with_ending(*recovery.ending)
    if recovery.supplied and recovery.supplied[0] not in repairs.supplied:
        return repairs.with_supplied(*recovery.supplied, recovery.diagnostics[-1])
    return None


def _covers(builder: "Builder") -> list[Diagnostic]:
    message, help_ = "`=` stands between a key and its value", "a property is written `key: value`"
    return [
        Diagnostic(code="E126", message=message, span=span, help=help_) for span in builder.covers.values()
    ]


def _partial(machine: "Machine") -> ast.File:
    """What was read when reading was given up."""
    source = machine.builder.source
    body = machine.values[0] if machine.values and type(machine.values[0]) is list else ()
    return ast.File(
        span=Span(source, 0, len(source.text)),
        source=source,
        body=tuple(body),
        lost=tuple(machine.builder.lost_names),
    )


def _empty(source: Source) -> ast.File:
    return ast.File(span=Span(source, 0, len(source.text)), source=source, body=())


def _apart(found: list[Diagnostic]) -> list[Diagnostic]:
    """Without what fits nowhere because a bracket before it, on its line, is not closed: that is one defect."""
    unclosed = [d.span for d in found if d.code == "E103" and d.span is not None]

    def follows(diagnostic: Diagnostic) -> bool:
        span = diagnostic.span
        return (
            span is not None
            and diagnostic.code in ("E101", "E102")
            and any(
                place.start < span.start and "\n" not in span.source.text[place.start : span.start]
                for place in unclosed
            )
        )

    return [diagnostic for diagnostic in found if not follows(diagnostic)] if unclosed else found


def _first(found: list[Diagnostic], errors: int, *, more: bool) -> tuple[Diagnostic, ...]:
    """By place, and no more errors than are reported for one file; that there are `more` is said."""
    kept: list[Diagnostic] = []
    left = errors
    for diagnostic in by_place(found):
        left -= diagnostic.severity == "error"
        if left >= 0 or diagnostic.severity != "error":
            kept.append(diagnostic)
    if more or left < 0:
        message = f"this file has more errors than these {errors}"
        kept.append(Diagnostic(code="E129", severity="info", message=message, span=kept[-1].span))
    return tuple(kept)
