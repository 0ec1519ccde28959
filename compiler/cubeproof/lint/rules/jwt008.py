"""Why

A token or a secret in a model is in everybody's copy of the repository, and in every version of it. Whoever has it is whom it
names.

Bad

    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJ1IjoxfQ.4fZ…';

Good

    no token: a model needs none

False positives

An example of a token that was never valid.
"""

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.source import Source, Span

RULE = Rule("JWT008", "a token or secret in a model", "error", sound=False)
_SECRETS: Final = re.compile(
    r"\beyJ[\w-]{6,}\.eyJ[\w-]{4,}\.[\w-]{6,}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,}|-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|\bsk_live_\w{16,}|\bxox[bap]-[\w-]{20,}"
    r"|(?i:\b(?:api_?secret|jwt_?secret|secret_?key|client_?secret|password)\b\s*[:=]\s*['\"`][^'\"`\s$]{12,}['\"`])"
)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each text that has the shape of a token, a key or a password."""
    seen: set[int] = set()
    for cube in study.model.cubes.values():
        source: Source = cube.span.source
        if id(source) not in seen:
            seen.add(id(source))
            for found in _SECRETS.finditer(source.text):
                yield RULE.at(
                    Span(source, found.start(), found.end()),
                    "this looks like a token or a secret: whoever reads the model has it",
                    cube=cube.name,
                    help="take it out, and make it invalid where it was valid",
                )
