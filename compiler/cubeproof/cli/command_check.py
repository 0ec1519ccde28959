"""`cubeproof check`: everything that is wrong with a model, without a query, and what the rules find in it."""

import sys
from typing import TYPE_CHECKING, Any

import click

from cubeproof.cli import accepted, callers, changes, console, findings, models, options, reports
from cubeproof.cli.boundary import CLEAN, NOTHING_CHECKED, WRONG_INPUT, WRONG_USE, exit_code
from cubeproof.cli.reports import FORMATS, RANK, Report, Silenced
from cubeproof.cli.settings import settings
from cubeproof.diagnostics import Diagnostic, by_place

if TYPE_CHECKING:
    from cubeproof.lint import Findings


@click.command(
    name="check",
    epilog=options.examples(
        "cubeproof check",
        "cubeproof check schema/ --select ACC,INJ --fail-on warning",
        "cubeproof check schema/ --format github --output sarif=findings.sarif",
        "cubeproof check --baseline accepted.json",
        "cubeproof check --fix --diff",
    ),
)
@options.model
@options.caller
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output", "outputs", metavar="FORMAT=FILE", multiple=True, help="Write a further format to a file."
)
@click.option(
    "--select",
    metavar="CODE",
    multiple=True,
    help="Run these rules alone: codes, or families such as ACC.",
)
@click.option("--ignore", metavar="CODE", multiple=True, help="Leave these rules out: codes, or families.")
@click.option(
    "--changed-since",
    metavar="REF",
    help="Check everything, and report what files that differ from a commit touch.",
)
@click.option("--baseline", metavar="FILE", help="Leave the findings out that this file accepts.")
@click.option("--update-baseline", is_flag=True, help="Write all findings of rules to the baseline.")
@click.option("--fix", is_flag=True, help="Mend what can be mended by narrowing alone.")
@click.option("--diff", "diff_", is_flag=True, help="Show what `--fix` would change, and change nothing.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    help="From which severity on the exit code is 1.",
)
def command(**given: Any) -> None:
    """Say everything that is wrong with a model."""
    chosen = settings(given)
    outputs = [options.output(text, FORMATS) for text in given["outputs"]]
    if given["update_baseline"] and not given["baseline"]:
        raise click.UsageError("'--update-baseline' needs '--baseline'")
    caller = callers.caller(chosen)
    read = models.project(chosen)
    found: tuple[Diagnostic, ...] = (*caller.diagnostics, *read.diagnostics)
    cubes = 0
    silenced: tuple[Silenced, ...] = ()
    if read.value.files:
        compiled = models.evaluated(chosen, read.value, caller)
        model = compiled.value.model
        rules, silenced = _accepted(given, findings.findings(chosen, model))
        found = (*found, *compiled.diagnostics, *models.unwritable(chosen, model), *rules)
        cubes = len(model.cubes)
    ordered = by_place(found)
    if given["changed_since"] is not None:
        ordered = changes.touched(ordered, changes.since(given["changed_since"]))
    if given["fix"] or given["diff_"]:
        ordered = _mended(given, ordered)
    fail_on = given["fail_on"] or chosen.configuration.fail_on
    report = Report(tuple(file.source.path for file in read.value.files), cubes, ordered, silenced, fail_on)
    for format_, file in outputs:
        accepted.write(file, f"{reports.rendered(report, format_)}\n")
    colour = console.coloured(sys.stdout)
    if not given["diff_"]:
        console.out(reports.rendered(report, given["format_"], colour=colour), painted=colour)
    raise console.Stop(_code(report))


def _accepted(
    given: dict[str, Any], found: "Findings"
) -> tuple[tuple[Diagnostic, ...], tuple[Silenced, ...]]:
    """What is left of the findings of rules beside a baseline, and what is silenced."""
    silenced = tuple(Silenced(one.finding, one.reason, "inSource") for one in found.silenced)
    path: str | None = given["baseline"]
    if path is None:
        return found.found, silenced
    from cubeproof.lint.baseline import compared, written

    entries = accepted.baseline(path, must_exist=not given["update_baseline"])
    if given["update_baseline"]:
        text = written(found.found, entries)
        accepted.write(path, text)
        entries = accepted.baseline(path, must_exist=True)
    left, more = compared(found.found, entries, path)
    return tuple(left), (*silenced, *(Silenced(finding, reason, "external") for finding, reason in more))


def _mended(given: dict[str, Any], found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What is left when all that can be mended is; the files are written, or shown as a patch."""
    from cubeproof.lint.fixes import edits

    changes = edits(found)
    files = accepted.mended(changes)
    if given["diff_"]:
        text = accepted.diff(files)
        if text:
            console.out(text.removesuffix("\n"))
        return found
    accepted.save(files)
    mended = {id(edit.finding) for edit in changes}
    return tuple(finding for finding in found if id(finding) not in mended)


def _code(report: Report) -> int:
    """The exit code: what `--fail-on` makes of the findings; misuse and nothing to check have their own."""
    code = exit_code(report.found)
    if code in (WRONG_USE, NOTHING_CHECKED):
        return code
    return WRONG_INPUT if any(RANK[d.severity] >= RANK[report.fail_on] for d in report.found) else CLEAN
