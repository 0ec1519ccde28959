"""`cubeproof access`: one caller's table of cubes, with whose rows of each, and why."""

from typing import TYPE_CHECKING, Any

import click

from cubeproof.cli import answers, callers, console, models, options
from cubeproof.cli.settings import Settings, settings

if TYPE_CHECKING:
    from cubeproof.audit.access import Access
    from cubeproof.cli.callers import Caller
    from cubeproof.diagnostics import Diagnostic
    from cubeproof.pipeline import Compiled


@click.command(
    name="access",
    epilog=options.examples(
        "cubeproof access -c '{\"id\": 42}'",
        'cubeproof access schema/ -t "$TOKEN" --semantics strict --format json',
    ),
)
@options.model
@options.caller
@options.meaning
@click.option(
    "-d", "--dialect", "dialects", multiple=True, metavar="NAME", help="The SQL dialect; default: postgres."
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(**given: Any) -> None:
    """Show which cubes a caller reads, and whose rows: from a statement for each cube, without a database."""
    chosen = settings(given)
    caller = callers.caller(chosen)
    compiled = models.compiled(chosen, caller)
    console.report(compiled.diagnostics)
    rows = [row for name in compiled.value.model.cubes for row in _rows(chosen, compiled.value, caller, name)]
    if given["format_"] == "json":
        data = [dict(zip(("cube", "rows", "why"), row, strict=True)) for row in rows]
        console.out(answers.pretty({"schema_version": answers.SCHEMA_VERSION, "access": data}))
        return
    width = max((len(row[0]) for row in rows), default=0)
    for cube, verdict, why in rows:
        console.out(f"{cube:<{width}}  {SHOWN.get(verdict, verdict):<10}  {why[0]}")
        for line in why[1:]:
            console.out(f"{'':<{width}}  {'':<10}  {line}")
    from cubeproof.harness.table import BEYOND

    console.note(BEYOND)


SHOWN = {"own": "own rows", "all": "ALL ROWS", "none": "no rows", "unproven": "NOT PROVEN", "mixed": "MIXED"}


def _rows(
    chosen: Settings, compiled: "Compiled", caller: "Caller", cube: str
) -> list[tuple[str, str, tuple[str, ...]]]:
    """A cube's verdict and the reasons for it; another line for each cube that it cannot be read without."""
    found = _access(chosen, compiled, caller, cube)
    if isinstance(found, list):
        return [(cube, one.rows, one.lines) for one in found if one.cube == cube]
    errors = [d for d in found if d.severity == "error"]
    return [(cube, "denied", tuple(f"{d.code} {d.message}" for d in errors))]


def _access(
    chosen: Settings, compiled: "Compiled", caller: "Caller", cube: str
) -> "list[Access] | tuple[Diagnostic, ...]":
    from cubeproof.audit.access import access
    from cubeproof.harness.probe import probe
    from cubeproof.pipeline import compile_request

    model, request = probe(compiled.model, cube)
    made = compile_request(
        model,
        request,
        caller.context,
        dialect=chosen.dialects[0],
        semantics=chosen.semantics,
        groups_claim=chosen.configuration.groups_claim,
    )
    return made.diagnostics if made.value is None else list(access(made.value, caller.context))
