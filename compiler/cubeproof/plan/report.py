"""Where planning writes down what is wrong, so that all problems of a query are told at once."""

from cubeproof.diagnostics import Diagnostic, Related, Severity
from cubeproof.source import Span


class Report:
    """Diagnostics in the order met."""

    __slots__ = ("diagnostics",)

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []

    def add(
        self,
        code: str,
        message: str,
        *,
        severity: Severity = "error",
        span: Span | None = None,
        path: str | None = None,
        help: str | None = None,
        cube: str | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        """Write one down."""
        self.diagnostics.append(
            Diagnostic(
                code=code,
                severity=severity,
                message=message,
                span=span,
                path=path,
                help=help,
                cube=cube,
                related=related,
            )
        )

    def not_yet(
        self, what: str, *, span: Span | None = None, path: str | None = None, cube: str | None = None
    ) -> None:
        """Refuse what is understood and has no SQL yet."""
        self.add("E353", f"not supported yet: {what}", span=span, path=path, cube=cube)
