"""`// cubeproof: ignore[ACC020] public catalogue, until 2027-01-01`: comments that silence a finding, with a reason.

One holds for its own line and for the line below; several may stand above a line. Knows no rule.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from cubeproof.diagnostics import Diagnostic
from cubeproof.source import Source, Span

_COMMENT: Final = re.compile(r"//[ \t]*cubeproof:[ \t]*ignore\[([^\]\n]*)\][ \t]*([^\n\r]*)")
_UNTIL: Final = re.compile(r",?\s*\buntil\s+(\d{4}-\d{2}-\d{2})\s*$")


class Comment(NamedTuple):
    """A comment; `until` is the last day on which it holds."""

    codes: tuple[str, ...]
    reason: str
    until: str | None
    line: int
    below: int
    """The line below it and below other such comments."""
    span: Span

    def is_past(self, today: str | None) -> bool:
        """Whether its day has gone by."""
        return self.until is not None and today is not None and self.until < today

    def silences(self, finding: Diagnostic) -> bool:
        """Whether a finding stands where it looks and is one of its codes, or of its families."""
        if finding.span is None or finding.span.source is not self.span.source:
            return False
        line, _ = finding.span.source.position(finding.span.start)
        return line in (self.line, self.below) and any(finding.code.startswith(code) for code in self.codes)


class Silenced(NamedTuple):
    """A finding, and the comment that silences it."""

    finding: Diagnostic
    reason: str


def comments(sources: Iterable[Source]) -> tuple[Comment, ...]:
    """All comments of some files, in order."""
    found = []
    for source in sources:
        matches = [(source.position(match.start())[0], match) for match in _COMMENT.finditer(source.text)]
        lines = {line for line, _ in matches}
        for line, match in matches:
            text = match[2].strip()
            until = _UNTIL.search(text)
            reason = text[: until.start()].strip() if until else text
            codes = tuple(code.strip().upper() for code in match[1].split(",") if code.strip())
            below = line + 1
            while below in lines:
                below += 1
            place = Span(source, match.start(), match.end())
            found.append(Comment(codes, reason, until[1] if until else None, line, below, place))
    return tuple(found)


def apply(
    findings: Iterable[Diagnostic], written: tuple[Comment, ...], today: str | None
) -> tuple[list[Diagnostic], list[Silenced], list[Comment]]:
    """The findings that are left, those that are silenced, and the comments that silenced nothing."""
    left: list[Diagnostic] = []
    silenced: list[Silenced] = []
    used: set[int] = set()
    for finding in findings:
        meant = [at for at, comment in enumerate(written) if comment.silences(finding)]
        used.update(meant)
        valid = [at for at in meant if written[at].reason and not written[at].is_past(today)]
        if valid:
            silenced.append(Silenced(finding, written[valid[0]].reason))
        else:
            left.append(finding)
    return left, silenced, [comment for at, comment in enumerate(written) if at not in used]
