"""Where findings on a model are collected. Each is said once, however often a template is forced or inherited.

Knows nothing of what it is told.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from cubeproof.diagnostics import Diagnostic, Related, Severity
from cubeproof.evaluate.values import Refusal
from cubeproof.source import Span


class Report:
    """The diagnostics of one lowering, in the order found."""

    __slots__ = ("_heard", "_places", "_softly", "diagnostics")

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._heard: list[Diagnostic] | None = None
        self._softly = False
        self._places: set[tuple[str, int, str, str]] = set()

    def add(
        self,
        code: str,
        message: str,
        span: Span,
        *,
        help: str | None = None,
        label: str | None = None,
        severity: Severity = "error",
        cube: str | None = None,
        related: tuple[Related, ...] = (),
        once: str | None = None,
    ) -> None:
        """Report a finding; `once` takes the place of the message where one cause is worded in several ways."""
        if self._softly and severity == "error":
            severity = "warning"
        found = Diagnostic(
            code=code, severity=severity, message=message, span=span, label=label, help=help, cube=cube,
            related=related,
        )  # fmt: skip
        if self._heard is not None:
            self._heard.append(found)
        place = (span.source.path, span.start, code, message if once is None else once)
        if place not in self._places:
            self._places.add(place)
            self.diagnostics.append(found)

    @contextmanager
    def listening(self) -> Iterator[list[Diagnostic]]:
        """All that is reported meanwhile, said before or not."""
        before, self._heard = self._heard, []
        try:
            yield self._heard
        finally:
            self._heard = before

    @contextmanager
    def softly(self, soft: bool = True) -> Iterator[None]:
        """What is reported meanwhile are warnings, if `soft`."""
        before, self._softly = self._softly, soft
        try:
            yield
        finally:
            self._softly = before

    def refused(self, refusal: Refusal, cube: str | None = None) -> None:
        """Report what a template could not do; a template that several cubes inherit is at fault once."""
        if refusal.reported:
            return
        self.add(
            refusal.code,
            refusal.message,
            refusal.span,
            help=refusal.help,
            cube=cube,
            related=refusal.related,
            once="",
        )
