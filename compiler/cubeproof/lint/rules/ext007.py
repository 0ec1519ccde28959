"""Why

`public: false` and `shown: false` hide a name from a list. The compiler answers queries for it all the same: nothing is
protected.

Bad

    cube(`Salaries`, { sql: `SELECT * FROM salaries`, public: false });

Good

    cube(`Salaries`, { sql: `SELECT * FROM salaries WHERE ${SECURITY_CONTEXT.id.requiredFilter('employee_id')}`, public: false });

False positives

A cube that is hidden since it is only a step for others. Looked at are hidden cubes and members with an owner's or a sensitive
column.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.columns import SENSITIVE, columns_of
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("EXT007", "hidden, where protected is meant", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each hidden cube without a guard, and each hidden member, that shows a column nobody else should see."""
    sensitive = {column.lower() for column in study.declared.sensitive_columns}
    for cube in study.model.cubes.values():
        if cube.policies is not None or study.is_public(cube) or study.declared.semantics == "strict":
            continue
        columns = columns_of(cube)
        found = [c for c in columns if c in sensitive or SENSITIVE.fullmatch(c)]
        owned = [c for c in columns if c in study.tenant_columns]
        if not cube.public and not study.is_guarded(cube) and (found or owned):
            yield RULE.at(
                cube.span,
                f"cube `{cube.name}` is hidden, not protected: a query for it is answered, `{(found or owned)[0]}` and all",
                cube=cube.name,
                help="guard it, or take the column away",
            )
            continue
        for column in found:
            member = columns[column]
            if cube.public and not member.public and not member.primary_key:
                yield RULE.at(
                    member.span,
                    f"dimension `{cube.name}.{member.name}` is hidden, not protected: a query for it is answered",
                    cube=cube.name,
                    help="take the dimension away, or protect it by an access policy",
                )
