"""Why

`tenant.id` needs every step of its path to be there: where `tenant` is absent, the claim is absent too, and a `filter` by it is
open. Nested claims disappear as a whole when a token is made by another service.

Bad

    ${SECURITY_CONTEXT.tenant.id.filter('tenant_id')}

Good

    ${SECURITY_CONTEXT.tenant.id.requiredFilter('tenant_id')}

False positives

Paths that are declared under `claims` are no finding.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import sql

RULE = Rule("TYP009", "a nested claim that may silently be absent", "info", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each `filter` by a claim of several steps."""
    if study.declared.semantics == "strict":
        return
    for piece in study.pieces:
        for hole in sql.walk(piece.template):
            if isinstance(hole, sql.Guard) and not hole.required and len(hole.path) > 1:
                claim = ".".join(hole.path)
                if study.declared.claim(claim) is None:
                    yield RULE.at(
                        hole.span,
                        f"claim `{claim}` is absent where any step of its path is, and the guard is open then",
                        cube=piece.cube.name,
                        help="write `requiredFilter`, or declare the claim under `claims`",
                    )
