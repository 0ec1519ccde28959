"""Claims written as `KEY=VALUE` on a command line. Nothing is dropped silently, as Cube's command does."""

from collections.abc import Iterable
from typing import Any

from cubeproof.diagnostics import Diagnostic, Result
from cubeproof.request.jsonplaces import shown
from cubeproof.request.jsontext import CLAIM_CODES, read_json


def read_pairs(pairs: Iterable[str]) -> Result[dict[str, Any]]:
    """The claims of `id=42`, `role=admin`, `tags=["a"]`, in order; the key ends at the first `=`.

    A value is JSON where it parses as JSON, else text: `id=42` is a number, `id="42"` and `id=007` are text.
    """
    claims: dict[str, Any] = {}
    problems: list[Diagnostic] = []
    for pair in pairs:
        key, equals, text = pair.partition("=")
        if not equals or not key:
            # the text may be a secret that lost its option: it is not shown
            message = "a claim without `=`" if not equals else "a claim without a name before its `=`"
            problems.append(
                Diagnostic(code="E431", message=message, help="write `-p KEY=VALUE`, such as `-p id=42`")
            )
            continue
        if key in claims:
            message = f"the claim `{shown(key)}` is given twice"
            advice = f"for a list, write `{shown(key)}=[1, 2]`"
            problems.append(Diagnostic(code="E432", message=message, path=key, help=advice))
            continue
        value = _value(text, key)
        claims[key] = value.value
        problems += value.diagnostics
    return Result(claims, tuple(problems))


def _value(text: str, key: str) -> Result[Any]:
    if text.strip() in ("", "NaN", "Infinity", "-Infinity"):
        return Result(text)
    read = read_json(text, f"claim `{shown(key)}`", CLAIM_CODES)
    if not read.diagnostics:
        return read
    if read.diagnostics[0].code == CLAIM_CODES.syntax:
        return Result(text)
    return Result(None, tuple(_at(problem, key) for problem in read.diagnostics))


def _at(problem: Diagnostic, key: str) -> Diagnostic:
    return Diagnostic(code=problem.code, message=problem.message, path=key, help=problem.help)
