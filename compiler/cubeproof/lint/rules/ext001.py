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
from cubeproof.lint.writing import Atom
from cubeproof.lower import ir

RULE = Rule("EXT001", "a child that is wider than its parent", "error", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each child whose own SQL asks for fewer claims than its parent's."""
    for cube in study.model.cubes.values():
        above = _above(study, cube)
        own = {atom.claim for atom in study.atoms(cube)}
        lost = next((atom for atom in above if atom.claim not in own), None)
        if lost is None or study.is_public(cube) or (cube.policies is not None and study.is_guarded(cube)):
            continue
        parent = f"`{cube.extends}`" if cube.extends else "its parent"
        yield RULE.at(
            cube.table.span,
            f"cube `{cube.name}` replaces the SQL of {parent}, and with it the guard on claim `{lost.claim}`",
            cube=cube.name,
            help=f"read `${{{cube.extends}.sql()}}`, or write the guard here too"
            if cube.extends
            else "write the guard here too",
            related=(Related("the guard that is lost", lost.span),),
        )


def _above(study: Study, cube: ir.Cube) -> tuple[Atom, ...]:
    """The claims of the SQL that a child's own takes the place of."""
    parent = study.model.cubes.get(cube.extends or "")
    if parent is not None:
        return () if cube.table == parent.table else study.atoms(parent)
    return (
        tuple(atom for way in study.ways(cube.replaced) for atom in way.atoms)
        if cube.replaced is not None
        else ()
    )
