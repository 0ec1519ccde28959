"""Why

In a model's JavaScript a claim is an object whatever its value: it is always truthy and equal to nothing. A condition on it is
the same for all callers, so a bypass for some is one for all, or for none.

Bad

    ${SECURITY_CONTEXT.admin ? '1 = 1' : SECURITY_CONTEXT.id.requiredFilter('user_id')}

Good

    ${SECURITY_CONTEXT.admin.unsafeValue() === true ? '1 = 1' : SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

None known.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import fixed_outcome
from cubeproof.lower import sql

RULE = Rule("INJ012", "a condition on a claim that is the same for all callers", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each condition on a bare claim."""
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
