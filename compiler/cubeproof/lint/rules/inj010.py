"""Why

A model means the same for everybody and each time it is read. One that asks for the time or the environment means something else
on another machine, and a guard made of it cannot be reviewed.
Where a guard of the
file is in no SQL, the finding is a warning.

Bad

    sql: `SELECT * FROM ${process.env.SCHEMA}.orders`

Good

    sql: `SELECT * FROM shop.orders`

False positives

A schema's name that differs between test and production: ignore the finding with that reason.
"""

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.lost import code_of
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.source import Source, Span

RULE = Rule("INJ010", "a model that depends on its surroundings", "info", sound=False)
_IMPURE: Final = re.compile(r"\bprocess\.env\b|\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)")


def check(study: Study) -> Iterator[Diagnostic]:
    """Each mention of the environment, the clock or chance."""
    seen: set[int] = set()
    for cube in study.model.cubes.values():
        source: Source = cube.span.source
        if id(source) in seen:
            continue
        seen.add(id(source))
        for found in _IMPURE.finditer(code_of(source)):
            yield RULE.at(
                Span(source, found.start(), found.end()),
                f"the model depends on `{found[0]}`: it means something else elsewhere",
                cube=cube.name,
                help="write the value, or give it as a claim",
                severity="warning" if any(one.source is source for one in study.lost_guards) else None,
            )
