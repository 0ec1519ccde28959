"""`cubeproof test`: run scenario files through pytest, or write their snapshots anew."""

import contextlib
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from cubeproof.cli import accepted, console, options
from cubeproof.cli.boundary import CLEAN, NOTHING_CHECKED, WRONG_INPUT, WRONG_USE
from cubeproof.cli.scenarios import scenarios
from cubeproof.diagnostics import CompileError, Diagnostic

if TYPE_CHECKING:
    from cubeproof.harness.session import Cells as Session
    from cubeproof.harness.updating import Update

FORMATS = ("text", "json", "sarif", "github")
FILES = (*FORMATS[1:], "junit", "html")


@click.command(
    name="test",
    epilog=options.examples(
        "cubeproof test",
        "cubeproof test schema/shop.access.yaml -k alice",
        "cubeproof test --output junit=access.xml",
        "cubeproof test --update",
    ),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("-k", "keyword", metavar="EXPRESSION", help="Only cells whose names match, as pytest has it.")
@click.option("-n", "processes", metavar="N", help="So many processes, with pytest-xdist.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT=FILE",
    multiple=True,
    help="Write json, sarif, github, junit or html to a file too.",
)
@click.option("--update", is_flag=True, help="Write the snapshots as the cells are now; refused in CI.")
@click.option("--accept-wider", is_flag=True, help="With --update: also where more can be seen than before.")
def command(**given: Any) -> None:
    """Run scenario files (`*.access.yaml`): which caller sees what, and is it still so?"""
    files = scenarios(given["paths"])
    if given["accept_wider"] and not given["update"]:
        raise click.UsageError("'--accept-wider' goes with '--update'")
    raise console.Stop(_update(files, given["accept_wider"]) if given["update"] else _run(files, given))


# Running


def _run(files: list[str], given: dict[str, Any]) -> int:
    import pytest

    from cubeproof.cli.cells import Cells, markdown, rendered
    from cubeproof.harness.confirm import confirm
    from cubeproof.harness.coverage import uncovered
    from cubeproof.harness.page import page

    outputs = [options.output(text, FILES) for text in given["outputs"]]
    arguments = ["-c", os.devnull, "--rootdir", ".", "-p", "no:syrupy", "-p", "no:cacheprovider"]
    arguments += ["-p", "no:hypothesispytest"]
    arguments += ["--continue-on-collection-errors", "--assert=plain"]
    arguments += ["-q", "-rN", "--no-header"] if given["format_"] == "text" else ["-p", "no:terminal"]
    arguments += ["-k", given["keyword"]] if given["keyword"] else []
    arguments += ["-n", given["processes"]] if given["processes"] else []
    arguments += [f"--junitxml={file}" for format_, file in outputs if format_ == "junit"]
    cells = Cells()
    code = pytest.main([*arguments, *files], plugins=[cells])
    usable = _usable(files)
    confirmed = confirm(usable)
    cells.findings = (*confirmed.problems, *uncovered(usable))
    console.report(cells.findings)
    for format_, file in outputs:
        if format_ != "junit":
            accepted.write(file, f"{page(usable) if format_ == 'html' else rendered(cells, format_)}\n")
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with contextlib.suppress(OSError), open(summary, "a", encoding="utf-8") as opened:
            opened.write(f"{markdown(cells.access)}\n")
    if given["format_"] != "text":
        console.out(rendered(cells, given["format_"]))
    if confirmed.problems and int(code) == 0:
        return WRONG_INPUT
    return {0: CLEAN, 1: WRONG_INPUT, 5: NOTHING_CHECKED}.get(int(code), WRONG_USE)


def _usable(files: list[str]) -> "list[Session]":
    """The scenarios that can be used; of the others pytest has said why not."""
    from cubeproof.harness.session import Unusable, cells

    found = []
    for file in files:
        with contextlib.suppress(Unusable):
            made = cells(file, ".")
            made.check_model()
            found.append(made)
    return found


# Updating


def _update(files: list[str], accept_wider: bool) -> int:
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        problem = "snapshots are not written in CI, where nobody would look at them"
        console.report(
            [Diagnostic(code="E658", message=problem, help="run it where the change is made, and commit")]
        )
        return WRONG_INPUT
    from cubeproof.harness.session import Unusable, cells
    from cubeproof.harness.updating import update

    code = CLEAN
    for file in files:
        try:
            done = update(cells(file, "."), accept_wider=accept_wider)
        except Unusable as error:
            console.report(error.diagnostics)
            code = WRONG_INPUT
            continue
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            problem = f"the snapshots of `{file}` cannot be written: {reason}"
            raise CompileError([Diagnostic(code="E625", message=problem)]) from None
        console.out("\n".join(_said(done)))
        if done.wrong or (done.wider and not accept_wider):
            code = WRONG_INPUT
    return code


def _said(done: "Update") -> Iterable[str]:
    yield from done.access
    if done.wrong:
        yield f"{done.suite}: nothing is written, because cells are wrong whatever their snapshots say:"
        yield from done.wrong
    elif done.wider:
        yield f"{done.suite}: may show more than before:"
        yield from (f"  {line}" for line in done.wider)
    counts = f"{len(done.written)} written, {len(done.removed)} removed"
    yield f"{done.suite}: {counts}" if not done.wrong else f"{done.suite}: 0 written"
