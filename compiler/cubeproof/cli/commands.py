"""The group of commands: names and one-line helps here, each command in a module that is imported when it runs."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import click

from cubeproof import __version__

COMMANDS: Final[Mapping[str, str]] = {
    "init": "Start a model folder: sample cube, configuration, secret.",
    "check": "Say everything that is wrong with a model, without a query.",
    "compile": "Compile a query to the SQL that one caller gets.",
    "query": "Compile a query and run it on a database, read-only.",
    "test": "Run scenario files: which caller sees what, and is it still so?",
    "access": "Show one caller's table: which cubes, whose rows, why.",
    "selftest": "Plant access mistakes in memory: would the scenarios notice?",
    "token": "Sign, inspect and verify tokens.",
    "meta": "List cubes and members as JSON.",
    "explain": "Explain the code of a diagnostic.",
    "dialects": "List the SQL dialects and what each can do.",
    "schema": "Print the JSON Schema of scenario files, for editors.",
    "completion": "Print the completion script of a shell.",
}
"""Each command `x` is `command` in the module `cubeproof.cli.command_x`."""


class Lazy(click.Group):
    """A group that knows its commands' names and helps without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"cubeproof.cli.command_{cmd_name}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of `--help`."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a typo names the one that was meant."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from cubeproof.diagnostics.nearest import nearest

            meant = nearest(args[0], COMMANDS)
            raise click.UsageError(
                f"No such command '{args[0]}'" + (f", did you mean '{meant}'?" if meant else ""), ctx
            )
        return super().resolve_command(ctx, args)


def _version(context: click.Context, _: click.Parameter, wanted: Any) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"cubeproof {__version__}")
        context.exit()


@click.group(
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\n"
    "A first model, and the SQL of a query for one caller:\n"
    "  cubeproof init\n"
    '  cubeproof compile -q \'{"measures": ["Orders.count"]}\' -c \'{"id": 42}\'\n'
    "Each command's --help has examples; cubeproof explain CODE has the long text of a diagnostic.",
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version."
)
def cubeproof() -> None:
    """Compile Cube data models to SQL for the claims of a token.

    Models are parsed and evaluated in a closed interpreter, never executed.
    """
