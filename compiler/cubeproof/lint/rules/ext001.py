"""Why

A child that has an `sql` or `sqlTable` of its own loses its parent's, the guard with it.

Bad

    cube(`AllOrders`, { extends: Orders, sql: `SELECT * FROM orders` });

Good

    cube(`OpenOrders`, { extends: Orders, sql: `SELECT * FROM ${Orders.sql()} AS o WHERE status = 'open'` });

False positives

A child over another table, with rows for everybody.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("EXT001", "a child that is wider than its parent", "error", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each child whose own SQL asks for fewer claims than its parent's."""
    for cube in study.model.cubes.values():
        parent = study.model.cubes.get(cube.extends or "")
        if parent is None or cube.table == parent.table or study.is_public(cube):
            continue
        lost = {atom.claim for atom in study.atoms(parent)} - {atom.claim for atom in study.atoms(cube)}
        if lost and not (cube.policies is not None and study.is_guarded(cube)):
            yield RULE.at(
                cube.table.span,
                f"cube `{cube.name}` replaces the SQL of `{parent.name}`, and with it the guard on claim `{min(lost)}`",
                cube=cube.name,
                help=f"read `${{{parent.name}.sql()}}`, or write the guard here too",
                related=(
                    Related(
                        f"the guard of `{parent.name}`",
                        next(a.span for a in study.atoms(parent) if a.claim == min(lost)),
                    ),
                ),
            )
