"""Why

A bare `${SECURITY_CONTEXT.id}` is a parameter in the newest Cube and the text `[object Object]` in older ones. It is no guard:
nothing says which column it is compared with, and a caller without the claim gets an error.

Bad

    WHERE user_id = ${SECURITY_CONTEXT.id}

Good

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

A model for the newest Cube alone, where a claim is a value that is compared with no column.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import sql

RULE = Rule("INJ011", "a bare claim", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim without `filter`, `requiredFilter` or `unsafeValue`."""
    for piece in study.pieces:
        for hole in sql.walk(piece.template):
            if isinstance(hole, sql.ClaimText) and not hole.unsafe:
                claim = ".".join(hole.path)
                yield RULE.at(
                    hole.span,
                    f"claim `{claim}` stands bare in {piece.what}: only the newest Cube takes it for a value",
                    cube=piece.cube.name,
                    help=f"write `${{SECURITY_CONTEXT.{claim}.requiredFilter('…')}}` with the column",
                )
