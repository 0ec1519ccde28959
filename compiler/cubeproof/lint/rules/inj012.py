"""Why

In a model's JavaScript a claim is an object whatever its value: it is always truthy and equal to nothing. A condition on it is
the same for all callers, so a bypass for some is one for all, or for none.

Bad

    ${SECURITY_CONTEXT.admin ? '1 = 1' : SECURITY_CONTEXT.id.requiredFilter('user_id')}
    ${SECURITY_CONTEXT.id.requiredFilter('user_id') && '1 = 1'}

Good

    ${SECURITY_CONTEXT.admin.unsafeValue() === true ? '1 = 1' : SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

None known.
"""

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.pieces import Piece
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import fixed_outcome
from cubeproof.lower import sql
from cubeproof.source import Span

RULE = Rule("INJ012", "a condition on a claim that is the same for all callers", "error", sound=True)


_GUARD: Final = re.compile(
    r"\b(?:USER_CONTEXT|SECURITY_CONTEXT)[\w.?:/\[\]'\"-]*?\.(?:filter|requiredFilter)\s*\("
)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each condition on a bare claim, and each guard that stands in the JavaScript and not in the SQL that it makes."""
    for piece in study.pieces:
        for hole in sql.walk(piece.template):
            outcome = fixed_outcome(hole) if isinstance(hole, sql.Choice) else None
            if (
                outcome is None
                or not isinstance(hole, sql.Choice)
                or not isinstance(hole.test.subject, sql.ClaimText)
            ):
                continue
            claim = ".".join(hole.test.subject.path)
            yield RULE.at(
                hole.span,
                f"the condition on claim `{claim}` is always {'true' if outcome else 'false'}, whoever asks",
                cube=piece.cube.name,
                help="ask for its value: `.unsafeValue()`",
            )
        yield from _lost(piece)


def _lost(piece: Piece) -> Iterator[Diagnostic]:
    """Guards of a template's text without a hole of theirs: `guard && '1 = 1'` is `1 = 1`."""
    span = piece.template.span
    if (
        sql.is_empty(piece.template)
        or span.source.text[span.start : span.start + 1] != "`"
        or any(isinstance(hole, sql.PerCaller) for hole in sql.walk(piece.template))
    ):
        return
    holes = [hole.span for hole in sql.walk(piece.template) if isinstance(hole, sql.Guard)]
    for found in _GUARD.finditer(span.source.text, span.start, span.end):
        if not any(one.start <= found.start() < one.end for one in holes):
            yield RULE.at(
                Span(span.source, found.start(), found.end() - 1),
                f"this guard is not part of {piece.what}: a guard is always truthy, and what it decides about takes its place",
                cube=piece.cube.name,
                help="join it to the rest with AND, in the SQL",
            )
