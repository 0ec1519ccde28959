"""`cubeproof schema`: JSON Schemas of the files that people write, for their editors."""

import click

from cubeproof.cli import answers, console, options


@click.command(
    name="schema", epilog=options.examples("cubeproof schema scenario > .vscode/scenario.schema.json")
)
@click.argument("what", type=click.Choice(["scenario"]))
def command(what: str) -> None:
    """Print the JSON Schema of scenario files."""
    from cubeproof.harness.schema import schema

    console.out(answers.pretty(schema()))
