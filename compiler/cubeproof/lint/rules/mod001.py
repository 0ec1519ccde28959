"""Why

A hidden member that no other part of the model names can be asked for by nobody who looks at lists, and helps no other member.
It is left over, or a name is misspelt elsewhere.

Bad

    dimensions: { oldStatus: { sql: `old_status`, type: `string`, shown: false } }

Good

    dimensions: { status: { sql: `status`, type: `string` } }

False positives

A member that queries name without looking it up.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir

RULE = Rule("MOD001", "a hidden member that nothing uses", "info", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each hidden member that is named nowhere."""
    used = study.used_members
    for cube in study.model.cubes.values():
        for members in (cube.measures, cube.dimensions, cube.segments):
            for member in members.values():
                is_key = isinstance(member, ir.Dimension) and member.primary_key
                if (
                    cube.public
                    and not member.public
                    and not is_key
                    and f"{cube.name}.{member.name}" not in used
                ):
                    yield RULE.at(
                        member.span,
                        f"`{cube.name}.{member.name}` is hidden, and nothing in the model uses it",
                        cube=cube.name,
                        help="take it away, or show it",
                    )
