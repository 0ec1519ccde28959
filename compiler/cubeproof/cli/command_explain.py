"""`cubeproof explain`: the long text of a code."""

import click

from cubeproof.cli import console, options


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
    from cubeproof.diagnostics.register import entries

    known = entries()
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
