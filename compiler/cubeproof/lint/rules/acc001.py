"""Why

`.filter()` leaves its condition out for a caller whose claim is absent, null, 0, an empty text or false: that caller sees all
rows. `requiredFilter` refuses such a caller. Under *strict* semantics a filter never opens, and this rule is silent.

Bad

    sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.filter('tenant_id')}`

Good

    sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`

False positives

Where callers without the claim are meant to see everything, ignore the finding with that reason. A claim that every token
has is declared under `claims` in the configuration, and is no finding.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import sql

RULE = Rule("ACC001", "a guard that opens for a caller without the claim", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each `.filter` whose claim nobody promises."""
    if study.declared.semantics == "strict":
        return
    for piece in study.pieces:
        for hole in sql.walk(piece.template):
            if not isinstance(hole, sql.Guard) or hole.required:
                continue
            claim = ".".join(hole.path)
            declared = study.declared.claim(claim)
            if declared is None or declared.optional:
                yield RULE.at(
                    hole.span,
                    f"`filter` shows all rows to a caller whose claim `{claim}` is absent, null, 0, false or empty",
                    cube=piece.cube.name,
                    help="write `requiredFilter`, or use strict semantics",
                )
