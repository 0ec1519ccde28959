"""Why

A guard that stands twice, or beside another one that says the same, changes nothing. One of the two is often meant for another
column or claim.

Bad

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

Good

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}

False positives

None known.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.audit.reading import conjuncts
from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.lint.places import exp, numbers
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC025", "a guard that changes nothing", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard beside one that compares the same column with the same claim."""
    for reading in study.queries:
        for select in (
            reading.tree.find_all(exp.Select) if reading.tree is not None and len(reading.spots) > 1 else ()
        ):
            where = select.args.get("where")
            first: dict[tuple[str, str], int] = {}
            for condition in conjuncts(where.this if where is not None else None):
                found = numbers(condition)
                if not isinstance(condition, exp.EQ) or len(found) != 1:
                    continue
                number = found.pop()
                atom = reading.written.atoms[number]
                key = (atom.claim, condition.sql().replace(f"cubeproof_guard_{number}", "?"))
                if key in first and first[key] != number:
                    before = reading.written.atoms[first[key]]
                    yield RULE.at(
                        atom.span,
                        f"the guard on claim `{atom.claim}` says again what stands before it",
                        cube=reading.cube.name,
                        help="take one of them away, or name the column or claim that was meant",
                        related=(Related("the first one", before.span),),
                    )
                first.setdefault(key, number)
