"""Why

Two cubes over one table, one of which asks for fewer claims, or for other ones: whoever is refused rows by one reads them
through the other.

Bad

    cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}
      AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
    cube(`OrderStats`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });

Good

    both with the same guards; one of them narrower is no more than an `info`

False positives

A cube of totals for a whole tenant, beside one of a user's own rows.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import Atom
from cubeproof.lower import ir, sql

RULE = Rule("ACC016", "two cubes over one table, one of them wider", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guarded cube beside one over the same table that asks for more claims."""
    by_table: dict[str, list[ir.Cube]] = {}
    for cube in study.model.cubes.values():
        table = study.main_table(cube)
        if table is not None and study.atoms(cube) and cube.policies is None:
            by_table.setdefault(table, []).append(cube)
    if study.declared.semantics == "cube":
        for table, cubes in by_table.items():
            yield from _opening(study, table, cubes)
    for table, cubes in by_table.items():
        for cube in cubes:
            own = {atom.claim for atom in study.atoms(cube)}
            others = [c for c in cubes if c is not cube and not own & {atom.claim for atom in study.atoms(c)}]
            if others:
                other = others[0]
                claim = study.atoms(other)[0].claim
                yield RULE.at(
                    cube.span,
                    f"cube `{cube.name}` reads `{table}` by other claims than cube `{other.name}`, which guards it by `{claim}`",
                    cube=cube.name,
                    help="give both the claim that separates tenants",
                    severity=None if cube.public and other.public else "info",
                    related=(Related(f"cube `{other.name}`", other.span),),
                )
                continue
            narrow = next((c for c in cubes if own < {atom.claim for atom in study.atoms(c)}), None)
            if narrow is not None:
                more = sorted({atom.claim for atom in study.atoms(narrow)} - own)
                yield RULE.at(
                    cube.span,
                    f"cube `{cube.name}` reads `{table}` without claim `{more[0]}`, by which cube `{narrow.name}` guards it",
                    cube=cube.name,
                    help="give both the same guards, or hide the wider one",
                    severity="info",
                    related=(Related(f"cube `{narrow.name}`", narrow.span),),
                )


def _opening(study: Study, table: str, cubes: list[ir.Cube]) -> Iterator[Diagnostic]:
    """Each guard by `filter` of a claim that a cube over the same table requires."""
    required = {a.claim: cube for cube in cubes for a in study.atoms(cube) if _is_required(a)}
    for cube in cubes:
        for atom in study.atoms(cube):
            other = required.get(atom.claim)
            if other is not None and other is not cube and not _is_required(atom):
                yield RULE.at(
                    atom.span,
                    f"cube `{cube.name}` shows all of `{table}` without claim `{atom.claim}`, which cube `{other.name}` requires",
                    cube=cube.name,
                    help="write `requiredFilter` here too",
                    related=(Related(f"cube `{other.name}`", other.span),),
                )


def _is_required(atom: Atom) -> bool:
    return not isinstance(atom.hole, sql.Guard) or atom.required
