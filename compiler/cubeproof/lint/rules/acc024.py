"""Why

A dimension shows its values one by one, to everybody who may ask for it.

Bad

    dimensions: { ssn: { sql: `ssn`, type: `string` } }

Good

    measures: { people: { sql: `ssn`, type: `countDistinct` } }

False positives

Rows that are the caller's own: in a guarded cube it is only an `info`, unless the column is declared. A dimension under
`memberLevel` or `memberMasking` of a policy is no finding. Beside the names that the rule knows, the configuration declares
`sensitive-columns`.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.columns import SENSITIVE, columns_of
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC024", "a sensitive column shown as a dimension", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each dimension over a sensitive column that no policy keeps back."""
    declared = {column.lower() for column in study.declared.sensitive_columns}
    for cube in study.model.cubes.values():
        for column, dimension in columns_of(cube).items():
            if column not in declared and not SENSITIVE.fullmatch(column):
                continue
            kept = cube.policies is not None and all(
                (policy.members is not None and dimension.name not in policy.members)
                or dimension.name in policy.masked
                for policy in cube.policies
            )
            if not kept and dimension.public and cube.public:
                yield RULE.at(
                    dimension.span,
                    f"dimension `{cube.name}.{dimension.name}` shows the sensitive column `{column}`",
                    cube=cube.name,
                    help="take it away, or keep it back by `memberLevel` or `memberMasking` of an access policy",
                    severity="info" if column not in declared and study.is_guarded(cube) else None,
                )
