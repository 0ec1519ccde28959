"""Masked members behind others: a member that is shown may be computed from one of which the caller sees the mask alone.

`upper: {sql: `upper(${email})`}` beside a masked `email` shows what the mask hides. What a policy's author meant is not
known: it is said, and under *strict* semantics refused. Knows the references of members, and nothing of who is granted what.
"""

from collections.abc import Callable, Iterator

from cubeproof.lower import ir, sql
from cubeproof.plan.report import Report
from cubeproof.plan.resolve import Resolved
from cubeproof.request.context import Semantics


def report_revealed(
    model: ir.Model,
    resolved: Resolved,
    is_masked: Callable[[ir.Member], bool],
    semantics: Semantics,
    report: Report,
) -> None:
    """Report each member of a query that is computed from a masked one; masks stand in their places already."""
    asked = (
        *resolved.measures, *resolved.dimensions, *resolved.segments, *(member for _, member in resolved.times),
        *resolved.filtered.values(), *resolved.restricting.values(),
    )  # fmt: skip
    for name, member in {f"{m.cube}.{m.name}": m for m in asked}.items():
        for behind in _behind(model, member):
            if is_masked(behind):
                report.add(
                    "E463",
                    f"`{name}` is computed from `{behind.cube}.{behind.name}`, of which this caller sees the mask alone",
                    severity="error" if semantics == "strict" else "warning",
                    span=member.span,
                    cube=member.cube,
                    help="mask it too, or leave it out of the policy's `memberLevel`",
                )


def _behind(model: ir.Model, member: ir.Member) -> Iterator[ir.Member]:
    """The members that one is computed from, each once, however far; what its mask names counts too."""
    seen = {(member.cube, member.name)}
    waiting = [member]
    while waiting:
        for template in sql.templates(waiting.pop()):
            for part in sql.walk(template):
                place = part.path[-2:] if isinstance(part, sql.MemberRef) else None
                if place is None or place in seen:
                    continue
                seen.add((place[0], place[1]))
                found = model.cubes[place[0]].member(place[1])
                if found is not None:
                    yield found
                    waiting.append(found)
