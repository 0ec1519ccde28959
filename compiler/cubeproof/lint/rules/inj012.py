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

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.lost import lost
from cubeproof.lint.pieces import Piece
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import fixed_outcome
from cubeproof.lower import sql

RULE = Rule("INJ012", "a condition on a claim that is the same for all callers", "error", sound=True)


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
    holes = [(hole.path, hole.span) for hole in sql.walk(piece.template) if isinstance(hole, sql.Guard)]
    for place in lost(span.source, span.source.text[span.start : span.end], holes, span.start):
        yield RULE.at(
            place,
            f"this guard is not part of {piece.what}: a guard is always truthy, and what it decides about takes its place",
            cube=piece.cube.name,
            help="join it to the rest with AND, in the SQL",
        )
