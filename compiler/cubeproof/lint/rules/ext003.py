"""Why

`COMPILE_CONTEXT` is read when a model is compiled, not when a query is answered: callers who share the compiled model share the
rows. And it is spliced as text, quotes and all.

Bad

    sql: `SELECT * FROM orders WHERE tenant_id = '${COMPILE_CONTEXT.securityContext.tenant}'`

Good

    sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`

False positives

A schema's name for each tenant, with `contextToAppId` set for it: ignore the finding with that reason.
"""

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.source import Source, Span

RULE = Rule("EXT003", "`COMPILE_CONTEXT` in SQL", "warning", sound=False)
_CONST: Final = re.compile(r"(?:const|let|var)\s+(?:\{([^}]*)\}|(\w+))\s*=\s*([^;\n]*)")
_WORD: Final = re.compile(r"\w+")
_HOLE: Final = re.compile(r"\$\{([^}]*)\}")


def check(study: Study) -> Iterator[Diagnostic]:
    """Each template with a hole that names `COMPILE_CONTEXT`, or a constant made of it."""
    names: dict[int, set[str]] = {}
    for piece in study.pieces:
        span = piece.template.span
        known = names.setdefault(id(span.source), _constants(span.source))
        for hole in () if not known else _HOLE.finditer(span.source.text, span.start, span.end):
            if known.isdisjoint(_WORD.findall(hole[1])) or "?" in hole[1]:
                continue
            yield RULE.at(
                Span(span.source, hole.start(), hole.end()),
                f"{piece.what} is made of `COMPILE_CONTEXT`: callers who share the compiled model share it",
                cube=piece.cube.name,
                help="use `SECURITY_CONTEXT` with `requiredFilter`, which is read for each caller",
            )


def _constants(source: Source) -> set[str]:
    """The names that stand for `COMPILE_CONTEXT` or something of it in a file."""
    if "COMPILE_CONTEXT" not in source.text:
        return set()
    found = {"COMPILE_CONTEXT"}
    for several, one, value in _CONST.findall(source.text):
        if not found.isdisjoint(_WORD.findall(value)) and "=>" not in value:
            found |= {part.rpartition(":")[2].strip() for part in several.split(",")} if several else {one}
    return found
