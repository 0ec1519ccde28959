"""`cubeproof meta`: cubes and members as JSON."""

from typing import Any

import click

from cubeproof.cli import answers, callers, console, models, options
from cubeproof.cli.settings import settings


@click.command(
    name="meta",
    epilog=options.examples(
        "cubeproof meta",
        "cubeproof meta schema/ -c '{\"id\": 42}'",
    ),
)
@options.model
@options.caller
def command(**given: Any) -> None:
    """List cubes and members as JSON, hidden ones marked, in the shape of Cube's /v1/meta."""
    from cubeproof.lower.meta import meta

    chosen = settings(given)
    compiled = models.compiled(chosen, callers.caller(chosen))
    console.report(compiled.diagnostics)
    console.out(answers.pretty(meta(compiled.value.model)))
