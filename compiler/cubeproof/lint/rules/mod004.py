"""Why

Cube puts a dimension's SQL beside what a query compares it with, without brackets: `a OR b = true` is another condition than
`(a OR b) = true`.

Bad

    isActive: { sql: `${CUBE}.a OR ${CUBE}.b`, type: `boolean` }

Good

    isActive: { sql: `(${CUBE}.a OR ${CUBE}.b)`, type: `boolean` }

False positives

A model that only Cubeproof compiles, which puts the brackets itself.
"""

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir

RULE = Rule("MOD004", "AND or OR in a dimension without brackets", "warning", sound=False)
_WORDS: Final = re.compile(r"'[^']*'|\(|\)|\b(?:case|end|and|or|between)\b", re.IGNORECASE)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each dimension whose SQL is a condition of several."""
    for piece in study.pieces:
        if isinstance(piece.member, ir.Dimension) and piece.template is piece.member.sql:
            text = "".join(part if isinstance(part, str) else "x" for part in piece.template.parts)
            if _is_open(text):
                yield RULE.at(
                    piece.template.span,
                    f"{piece.what} has AND or OR outside of brackets",
                    cube=piece.cube.name,
                    help="put brackets around the whole",
                )


def _is_open(text: str) -> bool:
    depth = between = 0
    for found in _WORDS.finditer(text):
        word = found[0].lower()
        if word in ("(", "case"):
            depth += 1
        elif word in (")", "end"):
            depth -= 1
        elif word == "between":
            between += 1
        elif word == "and" and between:
            between -= 1
        elif word in ("and", "or") and depth == 0:
            return True
    return False
