"""How long the rules of `check` take over 200 cubes, the slowest of them by name.

Two guards, a join, a nested query, 13 measures and 21 dimensions a cube: 2.0 s with sqlglot imported, 2.5 s with its
import, on one core of a small server. The promise is 5 s.
"""

import time

from cubeproof.lint import catalogue, lint
from cubeproof.lint.declared import Declared
from cubeproof.lint.study import Study
from cubeproof.lower import ir
from cubeproof.pipeline import compile_model
from cubeproof.workspace import from_texts

CUBES = 200
SLOWEST = 8


def cube(number: int) -> str:
    """One of them, joined to the next."""
    other = (number + 1) % CUBES
    nested = "(v) => `x.user_id IN (${v})`"
    measures = ", ".join(f"m{k}: {{ sql: `amount_{k}`, type: `sum` }}" for k in range(12))
    dimensions = ", ".join(f"d{k}: {{ sql: `${{CUBE}}.col_{k}`, type: `string` }}" for k in range(20))
    return f"""cube(`C{number}`, {{
  sql: `SELECT t.*, u.name AS owner FROM shop.table_{number} t JOIN shop.users u ON u.id = t.user_id
    WHERE ${{SECURITY_CONTEXT.tenant.requiredFilter('t.tenant_id')}} AND (t.status = 'open' OR t.status = 'paid')
    AND t.id IN (SELECT x.id FROM shop.extra_{number} x WHERE ${{SECURITY_CONTEXT.id.filter({nested})}})`,
  joins: {{ C{other}: {{ relationship: `belongsTo`, sql: `${{CUBE}}.next_id = ${{C{other}}}.id` }} }},
  measures: {{ count: {{ type: `count` }}, {measures} }},
  dimensions: {{ id: {{ sql: `id`, type: `number`, primaryKey: true }}, {dimensions} }},
}});"""


def model() -> ir.Model:
    """All of them, compiled."""
    return compile_model(from_texts({f"C{n}.js": cube(n) for n in range(CUBES)}).value).value.model


def main() -> None:
    """Print the figures."""
    made = model()
    begun = time.perf_counter()
    found = lint(made).found
    print(
        f"{CUBES} cubes, {len(catalogue.RULES)} rules, {len(found)} findings: {time.perf_counter() - begun:.2f} s"
    )
    study, spent = Study(made, Declared()), []
    for entry in catalogue.RULES:
        begun = time.perf_counter()
        list(entry.module().check(study))
        spent.append((time.perf_counter() - begun, entry.code))
    print(", ".join(f"{code} {seconds:.2f} s" for seconds, code in sorted(spent, reverse=True)[:SLOWEST]))


if __name__ == "__main__":
    main()
