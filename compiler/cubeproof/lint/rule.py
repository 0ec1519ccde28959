"""What a rule is: a code with a title, a severity, and a way to say a finding. Knows no rule in particular."""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cubeproof.diagnostics import Diagnostic, Related, Severity
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.lint.study import Study

Check: TypeAlias = "Callable[[Study], Iterator[Diagnostic]]"


class Rule(NamedTuple):
    """The head of a rule's page; the page itself is the docstring of the module that the rule is written in."""

    code: str
    title: str
    severity: Severity
    sound: bool
    """No false alarm by construction; else the rule is a heuristic."""

    def at(
        self,
        span: Span,
        message: str,
        *,
        cube: str | None = None,
        help: str | None = None,
        severity: Severity | None = None,
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """A finding."""
        return Diagnostic(
            code=self.code,
            severity=severity or self.severity,
            message=message,
            span=span,
            help=help,
            cube=cube,
            related=related,
        )


class Page(NamedTuple):
    """A rule with its documentation."""

    rule: Rule
    text: str


def page(module: ModuleType) -> Page:
    """The page of the rule that a module holds."""
    from inspect import cleandoc

    return Page(module.RULE, cleandoc(module.__doc__ or ""))
