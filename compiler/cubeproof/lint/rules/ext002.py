"""Why

A child is often made to add the guard that its parent leaves to it. One that adds none shows all rows, as its parent does.

Bad

    cube(`Orders`, { sql: `SELECT * FROM orders`, public: false });
    cube(`MyOrders`, { extends: Orders });

Good

    cube(`MyOrders`, { extends: Orders, sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });

False positives

Parents whose rows everybody may see: only hidden parents with a guarded child or an owner's column are looked at.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.columns import IDENTITY, columns_of
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("EXT002", "a child of an unguarded parent that adds no guard", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each unguarded child of an unguarded parent that is hidden, or has a guarded child."""
    cubes = study.model.cubes
    guarded = {cube.extends for cube in cubes.values() if cube.extends and study.is_guarded(cube)}
    for cube in cubes.values():
        parent = cubes.get(cube.extends or "")
        if (
            parent is None
            or study.is_guarded(cube)
            or study.is_guarded(parent)
            or study.is_public(cube)
            or not cube.public
        ):
            continue
        has_owner = any(IDENTITY.fullmatch(column) for column in columns_of(cube))
        if parent.name in guarded or (not parent.public and has_owner):
            yield RULE.at(
                cube.span,
                f"cube `{cube.name}` extends `{parent.name}`, which has no guard, and adds none",
                cube=cube.name,
                help="give it a guard, or name it under `public-cubes`",
            )
