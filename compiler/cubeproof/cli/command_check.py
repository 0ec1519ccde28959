"""`cubeproof check`: everything that is wrong with a model, without a query, and what the rules find in it."""

import sys
from typing import Any

import click

from cubeproof.cli import answers, callers, console, findings, models, options
from cubeproof.cli.boundary import CLEAN, NOTHING_CHECKED, WRONG_INPUT, WRONG_USE, exit_code
from cubeproof.cli.settings import Settings, settings
from cubeproof.diagnostics import CompileError, Diagnostic, Severity, by_place
from cubeproof.diagnostics.data import all_data
from cubeproof.diagnostics.render import texts

FORMATS = ("text", "json")
_RANK: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


@click.command(
    name="check",
    epilog=options.examples(
        "cubeproof check",
        "cubeproof check schema/ --format json",
        "cubeproof check schema/ --fail-on warning --output json=findings.json",
    ),
)
@options.model
@options.caller
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output", "outputs", metavar="FORMAT=FILE", multiple=True, help="Write a further format to a file."
)
@click.option(
    "--select", metavar="CODE", multiple=True, help="Run these rules alone: codes, or families such as ACC."
)
@click.option("--ignore", metavar="CODE", multiple=True, help="Leave these rules out: codes, or families.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    help="From which severity on the exit code is 1.",
)
def command(**given: Any) -> None:
    """Say everything that is wrong with a model."""
    chosen = settings(given)
    outputs = [_output(text) for text in given["outputs"]]
    caller = callers.caller(chosen)
    read = models.project(chosen)
    found: tuple[Diagnostic, ...] = (*caller.diagnostics, *read.diagnostics)
    cubes = 0
    if read.value.files:
        compiled = models.evaluated(chosen, read.value, caller)
        model = compiled.value.model
        rules = findings.findings(chosen, model)
        found = (*found, *compiled.diagnostics, *models.unwritable(chosen, model), *rules.found)
        cubes = len(model.cubes)
    summary = _summary(len(read.value.files), cubes, found)
    ordered = by_place(found)
    for format_, file in outputs:
        _write(file, _rendered(format_, summary, ordered, colour=False))
    colour = console.coloured(sys.stdout)
    console.out(_rendered(given["format_"], summary, ordered, colour=colour), painted=colour)
    raise console.Stop(_code(chosen, ordered))


def _code(chosen: Settings, found: tuple[Diagnostic, ...]) -> int:
    """The exit code: what `--fail-on` makes of the findings; misuse and nothing to check have their own."""
    code = exit_code(found)
    if code in (WRONG_USE, NOTHING_CHECKED):
        return code
    limit = _RANK[chosen.given["fail_on"] or chosen.configuration.fail_on]
    return WRONG_INPUT if any(_RANK[d.severity] >= limit for d in found) else CLEAN


def _summary(files: int, cubes: int, found: tuple[Diagnostic, ...]) -> dict[str, int]:
    errors = sum(d.severity == "error" for d in by_place(found))
    warnings = sum(d.severity == "warning" for d in by_place(found))
    return {"files": files, "cubes": cubes, "errors": errors, "warnings": warnings}


def _rendered(format_: str, summary: dict[str, int], found: tuple[Diagnostic, ...], *, colour: bool) -> str:
    if format_ == "json":
        return answers.pretty(
            {"schema_version": answers.SCHEMA_VERSION, "summary": summary, "diagnostics": all_data(found)}
        )
    counts = ", ".join(_counted(number, noun) for noun, number in summary.items())
    return f"{texts(found, colour=colour)}\n\n{counts}" if found else counts


def _counted(number: int, nouns: str) -> str:
    return f"{number} {nouns.removesuffix('s') if number == 1 else nouns}"


def _output(text: str) -> tuple[str, str]:
    format_, separator, file = text.partition("=")
    if not separator or not file or format_ not in FORMATS:
        raise click.UsageError(f"'--output' takes FORMAT=FILE, a format is one of {', '.join(FORMATS)}")
    return format_, file


def _write(file: str, text: str) -> None:
    try:
        with open(file, "w", encoding="utf-8") as opened:
            opened.write(f"{text}\n")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        problem = f"the file `{file}` of `--output` cannot be written: {reason}"
        raise CompileError([Diagnostic(code="E625", message=problem)]) from None
