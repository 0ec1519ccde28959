"""Why

Cube puts the SQL of a member in the place of its name without brackets: `${a} / ${b}` with `b` being `x - y` is `a / x - y`
there.

Bad

    net: { sql: `${gross} - ${tax}`, type: `number` }, share: { sql: `${profit} / ${net}`, type: `number` }

Good

    share: { sql: `${profit} / (${net})`, type: `number` }

False positives

A model that only Cubeproof compiles, which puts the brackets itself.
"""

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir, sql

RULE = Rule("MOD003", "a sum in a quotient or product without brackets", "warning", sound=False)
_AROUND: Final = re.compile(r"[*/%]\s*\Z")
_BEHIND: Final = re.compile(r"\s*[*/%]")
_SUM: Final = re.compile(r"[+-]")


def check(study: Study) -> Iterator[Diagnostic]:
    """Each reference to a sum of other members beside `*` or `/`."""
    for piece in study.pieces:
        parts = piece.template.parts
        for at, part in enumerate(parts):
            if not isinstance(part, sql.MemberRef) or piece.member is None:
                continue
            before, after = parts[at - 1] if at else "", parts[at + 1] if at + 1 < len(parts) else ""
            is_beside = (isinstance(before, str) and _AROUND.search(before)) or (
                isinstance(after, str) and _BEHIND.match(after)
            )
            member = _member(study, part)
            if is_beside and member is not None and _is_sum(member):
                yield RULE.at(
                    part.span,
                    f"`{member.cube}.{member.name}` is a sum, and stands in {piece.what} beside `*` or `/` without brackets",
                    cube=piece.cube.name,
                    help="put brackets around it",
                )


def _member(study: Study, part: sql.MemberRef) -> ir.Member | None:
    cube = study.model.cubes.get(part.path[-2]) if len(part.path) > 1 else None
    return cube.member(part.path[-1]) if cube is not None else None


def _is_sum(member: ir.Member) -> bool:
    """Whether a member's SQL is put in place as it is and has `+` or `-` outside of brackets."""
    if not isinstance(member, ir.Measure | ir.Dimension) or member.sql is None:
        return False
    if isinstance(member, ir.Measure) and member.type != "number":
        return False
    depth, has_sum = 0, False
    for text in (part if isinstance(part, str) else "?" for part in member.sql.parts):
        for character in text:
            depth += (character == "(") - (character == ")")
            has_sum = has_sum or (depth == 0 and bool(_SUM.match(character)))
    return has_sum and len(member.sql.parts) > 1
