"""Why

A view shows members of cubes under its own name. Among guarded cubes, one without a guard shows all its rows through it.
A hidden cube whose columns tell who
a person is, or how to reach them, is shown by any view of it.

Bad

    view(`Sales`, { cubes: [{ joinPath: Orders, includes: `*` }, { joinPath: Orders.Payments, includes: `*` }] });

Good

    every cube of the view has a guard

False positives

A catalogue beside facts: a cube that others belong to is no finding; name others under `public-cubes`.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.columns import IDENTITY, columns_of, is_personal
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir

RULE = Rule("EXT006", "a view that shows an unguarded cube", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each view with guarded and unguarded cubes, or with an unguarded one that has an owner's column."""
    for view in study.model.views.values():
        shown = [
            study.model.cubes[name]
            for name in dict.fromkeys(m.cube for m in view.members.values())
            if name in study.model.cubes
        ]
        is_guarded = any(study.is_guarded(cube) for cube in shown) or (view.policies is not None)
        for cube in shown:
            if (
                view.policies is not None
                or study.is_guarded(cube)
                or study.is_public(cube)
                or cube.policies is not None
            ):
                continue
            has_owner = any(IDENTITY.fullmatch(column) for column in columns_of(cube))
            named = {member.member for member in view.members.values() if member.cube == cube.name}
            personal = any(d.name in named for c, d in columns_of(cube).items() if is_personal(c))
            if (
                (personal and study.claims and not cube.public)
                or (is_guarded and (has_owner or _is_part(study, cube)))
                or (has_owner and study.tenant_columns and not cube.public)
            ):
                yield RULE.at(
                    view.span,
                    f"view `{view.name}` shows members of cube `{cube.name}`, which has no guard",
                    cube=cube.name,
                    help=f"guard cube `{cube.name}`, or name it under `public-cubes`",
                )


def _is_part(study: Study, cube: ir.Cube) -> bool:
    """Whether a cube's rows belong to those of a guarded cube."""
    up = [join.target for join in cube.joins if join.relationship == "many_to_one"]
    up += [
        o.name
        for o in study.model.cubes.values()
        for j in o.joins
        if j.target == cube.name and j.relationship == "one_to_many"
    ]
    return any(study.is_guarded(study.model.cubes[name]) for name in up if name in study.model.cubes)
