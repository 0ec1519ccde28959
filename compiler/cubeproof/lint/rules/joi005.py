"""Why

A measure that reads a column of another cube, where the join repeats rows, adds rows of that cube under a guard that is not its
own.

Bad

    Customers, guarded, with a measure over ${Orders.amount}; Customers hasMany Orders, unguarded

Good

    the measure in Orders, which has a guard

False positives

Cubes whose rows everybody may see.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import sql

RULE = Rule("JOI005", "a measure of a guarded cube over rows of an unguarded one", "info", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each measure of a guarded cube that names a member of an unguarded one to which a join leads that repeats rows."""
    for cube in study.model.cubes.values():
        many = {join.target for join in cube.joins if join.relationship == "one_to_many"}
        if not many or not study.is_guarded(cube):
            continue
        for measure in cube.measures.values():
            for hole in (h for template in sql.templates(measure) for h in sql.walk(template)):
                names = (
                    hole.path[:-1]
                    if isinstance(hole, sql.MemberRef)
                    else hole.path
                    if isinstance(hole, sql.CubeRef)
                    else ()
                )
                other = next((name for name in names if name in many), None)
                target = study.model.cubes.get(other or "")
                if target is not None and not study.is_guarded(target) and not study.is_public(target):
                    yield RULE.at(
                        hole.span,
                        f"measure `{cube.name}.{measure.name}` adds up rows of `{target.name}`, which has no guard",
                        cube=cube.name,
                        help=f"guard `{target.name}`, or move the measure there",
                    )
