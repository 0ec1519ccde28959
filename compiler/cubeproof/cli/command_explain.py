"""`cubeproof explain`: the long text of a code."""

from typing import TYPE_CHECKING

import click

from cubeproof.cli import console, options

if TYPE_CHECKING:
    from cubeproof.diagnostics.register import Entry


@click.command(
    name="explain",
    epilog=options.examples(
        "cubeproof explain E203",
        "cubeproof explain",
    ),
)
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the CODE of a diagnostic; without one, list all codes."""
    known = _all()
    if code is None:
        console.out("\n".join(f"{each}  {entry.title}" for each, entry in known.items()))
        return
    entry = known.get(code.upper())
    if entry is None:
        from cubeproof.diagnostics import CompileError, Diagnostic
        from cubeproof.diagnostics.nearest import nearest

        meant = nearest(code.upper(), known)
        advice = f"did you mean `{meant}`? " if meant else ""
        problem = f"there is no code `{code}`"
        advice += "`cubeproof explain` lists all codes"
        raise CompileError([Diagnostic(code="E621", message=problem, help=advice)])
    console.out(f"{code.upper()}: {entry.title}\n\n{entry.explanation.strip()}")


def _all() -> "dict[str, Entry]":
    """What is said of each code: those of the register, then the rules."""
    from cubeproof.diagnostics.register import Entry, entries
    from cubeproof.lint import catalogue

    rules = {}
    for code, (rule, text) in catalogue.pages().items():
        nature = "sound: no false alarm by construction" if rule.sound else "a heuristic"
        rules[code] = Entry(rule.title, f"{rule.severity}, {nature}\n\n{text}")
    return {**entries(), **rules}
