"""`cubeproof selftest`: plant access mistakes into the model in memory, and say which the scenarios or rules notice."""

from typing import TYPE_CHECKING, Any

import click

from cubeproof.cli import answers, console, options
from cubeproof.cli.boundary import CLEAN, WRONG_INPUT
from cubeproof.cli.scenarios import scenarios
from cubeproof.diagnostics import CompileError

if TYPE_CHECKING:
    from cubeproof.harness.control import Outcome


@click.command(
    name="selftest",
    epilog=options.examples("cubeproof selftest", "cubeproof selftest schema --min-score 90 --format json"),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--min-score",
    type=click.FloatRange(0, 100),
    default=0,
    metavar="PERCENT",
    help="Exit code 1 where fewer of a hundred mistakes are noticed.",
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(**given: Any) -> None:
    """Plant known access mistakes, one at a time: would the scenarios notice, or the rules of `check`?

    Nothing is written; each mistake that nobody notices is shown with the cell that is missing.
    """
    from cubeproof.harness.control import control, score
    from cubeproof.harness.session import Unusable, cells

    try:
        found = list(control([cells(file, ".") for file in scenarios(given["paths"])]))
    except Unusable as error:
        raise CompileError(error.diagnostics) from None
    reached = score(found)
    survivors = [one for one in found if one.noticed is None]
    if given["format_"] == "json":
        console.out(answers.pretty(_data(found, reached)))
    else:
        for one in survivors:
            console.out("\n".join(_said(one)))
        noticed = len(found) - len(survivors)
        console.out(f"{noticed} of {len(found)} planted mistakes are noticed: {reached:.1f} %")
    raise console.Stop(CLEAN if reached >= given["min_score"] else WRONG_INPUT)


def _data(found: "list[Outcome]", reached: float) -> dict[str, Any]:
    return {
        "schema_version": answers.SCHEMA_VERSION,
        "score": round(reached, 1),
        "mistakes": [
            {
                "mistake": one.mistake.name,
                "what": one.mistake.what,
                "cube": one.mistake.cube,
                "place": repr(one.mistake.span),
                "noticed": one.noticed,
                **({} if one.noticed else {"missing": one.missing}),
            }
            for one in found
        ],
    }


def _said(one: "Outcome") -> list[str]:
    first = f"not noticed: {one.mistake.cube}: {one.mistake.what} ({one.mistake.span!r})"
    return [first, *(f"  {line}" for line in one.missing.splitlines()), ""]
