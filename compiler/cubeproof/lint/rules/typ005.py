"""Why

A list claim may be empty, or hold null. An empty list in a callback is `IN ()`; null in a list matches nothing with IN, and with
NOT IN hides every row.

Bad

    ${SECURITY_CONTEXT.stores.filter((ids) => `store_id IN (${ids})`)}    // stores is declared as a list

Good

    ${SECURITY_CONTEXT.stores.requiredFilter('store_id')}

False positives

A list of which the project makes sure that it is never empty.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import called
from cubeproof.lower import sql

RULE = Rule("TYP005", "a list claim that may be empty or hold null", "info", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each callback of a claim that is declared as a list, without SQL of its own for an empty one."""
    for piece in study.pieces:
        for hole in sql.walk(piece.template):
            if not isinstance(hole, sql.Guard) or hole.callback is None:
                continue
            claim = ".".join(hole.path)
            declared = study.declared.claim(claim)
            empty = called(hole, ())
            if declared is None or not declared.list or (empty is not None and "()" not in _text(empty)):
                continue
            yield RULE.at(
                hole.span,
                f"the callback of the guard on claim `{claim}` has no SQL for an empty list",
                cube=piece.cube.name,
                help="give `requiredFilter` the column, which shows no row for an empty list",
            )


def _text(said: sql.Sql) -> str:
    return "".join("".join(part.split()) if isinstance(part, str) else "?" for part in said.parts)
