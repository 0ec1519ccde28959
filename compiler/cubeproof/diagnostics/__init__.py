"""What is wrong, where, and what to do next. Every stage reports `Diagnostic`s; only `cli/` prints them."""

from collections.abc import Iterable
from typing import Generic, Literal, NamedTuple, TypeVar

import msgspec

from cubeproof.source import Span

T = TypeVar("T")
Severity = Literal["error", "warning", "info"]


class Related(msgspec.Struct, frozen=True):
    """A further place that belongs to a diagnostic, such as where an unclosed template was opened."""

    message: str
    span: Span


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """One finding: a registered code, a message in lower case without a period, names in backticks."""

    code: str
    severity: Severity = "error"
    message: str
    span: Span | None = None
    label: str | None = None
    """What stands behind the carets of the code frame, such as `unknown member`."""
    help: str | None = None
    path: str | None = None
    """A file, where there is no text to point into; or a place in a query (`filters[2].operator`)."""
    cube: str | None = None
    related: tuple[Related, ...] = ()


class Result(NamedTuple, Generic[T]):
    """What a stage hands on: a value, as complete as can be, and everything there is to say about it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


class CompileError(Exception):
    """Raised by the Python interface, and inside a stage where nothing can be handed on; carries its diagnostics."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(f"{d.code} {d.message}" for d in self.diagnostics))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(d.severity == "error" for d in diagnostics)


def by_place(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by file and offset, those without a place last; equal ones once."""
    unique: dict[tuple[str, int, str, str], Diagnostic] = {}
    for d in diagnostics:
        place = (d.span.source.path, d.span.start) if d.span else (d.path or "\uffff", -1)
        unique.setdefault((*place, d.code, d.message), d)
    return tuple(unique[key] for key in sorted(unique))
