"""Why

A cube that can be reached by two ways shows other rows by each, if the cubes on the ways are guarded differently. Which way a
query takes depends on what else it asks for.

Bad

    Orders joins Stores, guarded by `stores`, and Staff, unguarded; both join Regions

Good

    the cubes on both ways ask for the same claims

False positives

Ways that no query takes, since views fix them.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("JOI003", "two ways to one cube, guarded differently", "info", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each cube that joins two others which both join a third, under different claims."""
    cubes = study.model.cubes
    claims = {name: frozenset(atom.claim for atom in study.atoms(cube)) for name, cube in cubes.items()}
    for cube in cubes.values():
        ways: dict[str, list[str]] = {}
        for join in cube.joins:
            middle = cubes.get(join.target)
            for further in middle.joins if middle is not None else ():
                if further.target in cubes and further.target not in (cube.name, join.target):
                    ways.setdefault(further.target, []).append(join.target)
        for target, over in ways.items():
            other = next((way for way in over if claims[way] != claims[over[0]]), None)
            if other is not None:
                yield RULE.at(
                    cube.span,
                    f"`{target}` is reached from `{cube.name}` over `{over[0]}` and `{other}`, which are guarded differently",
                    cube=cube.name,
                    help="guard both alike, or fix the way with a view",
                )
