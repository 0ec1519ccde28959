"""Why

A claim is one value or a list. A callback that fits one of them fails for the other, or compares a column with two values at
once; `IN (…)` of an empty list is no SQL.

Bad

    ${SECURITY_CONTEXT.role.filter((role) => `role IN (${role.join(', ')})`)}
    ${SECURITY_CONTEXT.storeIds.filter((ids) => `store_id = ${ids}`)}

Good

    ${SECURITY_CONTEXT.storeIds.requiredFilter('store_id')}

False positives

A claim that is always a list, or never: declare it under `claims` in the configuration.
"""

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic, Severity
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import called
from cubeproof.lower import sql

RULE = Rule("INJ008", "a list and a single value mixed up", "warning", sound=False)
_PLURAL: Final = re.compile(r".*(?:ids|list|[a-rt-z]s|[A-Z]s)$")
_NOT_PLURAL: Final = re.compile(r".*(?:status|address|class|access|bus|alias|ss|us|is)$", re.IGNORECASE)
_EQUALS: Final = re.compile(r"(?:=|<>|!=)\s*\(?\s*\?\s*,")
_IN: Final = re.compile(r"\bin\s*\(\s*\)", re.IGNORECASE)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each callback that does not fit what its claim is."""
    for piece in study.pieces:
        for hole in sql.walk(piece.template):
            if isinstance(hole, sql.Guard) and hole.callback is not None:
                found = _problem(hole, study)
                if found is not None:
                    problem, severity = found
                    yield RULE.at(
                        hole.span,
                        f"the callback of the guard on claim `{'.'.join(hole.path)}` {problem}",
                        cube=piece.cube.name,
                        help="give `requiredFilter` the column: it takes one value and a list",
                        severity=severity,
                    )


def _problem(guard: sql.Guard, study: Study) -> tuple[str, Severity | None] | None:
    claim = guard.path[-1]
    declared = study.declared.claim(".".join(guard.path))
    is_list = (
        declared.list
        if declared is not None
        else bool(_PLURAL.fullmatch(claim) and not _NOT_PLURAL.fullmatch(claim))
    )
    one, several = called(guard, "string"), called(guard, ("string", "string"))
    if one is None and several is not None and (not is_list or (declared is not None and not declared.list)):
        return "works for a list only: it fails for a single value", None
    if several is None and one is not None and is_list:
        return "works for a single value only: it fails for a list", None
    if is_list and several is not None and _EQUALS.search(_text(several)):
        return "compares a column with all values of the list at once: use IN", None
    empty = called(guard, ())
    if is_list and empty is not None and _IN.search(_text(empty)):
        return "writes `IN ()` for an empty list", "info"
    return None


def _text(said: sql.Sql) -> str:
    return "".join(part if isinstance(part, str) else "?" for part in said.parts)
