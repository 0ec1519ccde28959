"""Why

`drillMembers` lists what is shown behind a number. A member that is hidden or is a measure of another cube shows nothing there.

Bad

    count: { type: `count`, drillMembers: [secretNote] }   // hidden

Good

    count: { type: `count`, drillMembers: [id, status] }

False positives

A front end of one's own that asks for hidden members.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir

RULE = Rule("MOD007", "a drill member that cannot be shown", "info", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each drill member that is unknown, or hidden and no key."""
    for cube in study.model.cubes.values():
        for measure in cube.measures.values():
            for name in measure.drill_members:
                owner, _, short = name.rpartition(".")
                other = study.model.cubes.get(owner)
                member = other.member(short) if other is not None else None
                is_key = isinstance(member, ir.Dimension) and member.primary_key
                if member is None or (not member.public and not is_key):
                    yield RULE.at(
                        measure.span,
                        f"measure `{cube.name}.{measure.name}` drills down to `{name}`, which cannot be shown",
                        cube=cube.name,
                        help="show the member, or take it out of the list",
                    )
