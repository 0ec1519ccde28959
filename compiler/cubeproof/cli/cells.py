"""The outcome of a run of scenarios, as pytest reports it, in the formats that others read. Runs nothing."""

from typing import Any

import msgspec

from cubeproof.cli import reports
from cubeproof.cli.answers import SCHEMA_VERSION, pretty
from cubeproof.diagnostics import Diagnostic
from cubeproof.diagnostics.data import all_data
from cubeproof.harness.plugin import ACCESS
from cubeproof.harness.table import BEYOND, WORDS, Table, merged


class Outcome(msgspec.Struct, frozen=True):
    """A cell: passed, failed, skipped, or error where its scenario cannot be used."""

    file: str
    cell: str
    outcome: str
    said: str


class Cells:
    """A pytest plugin that collects what became of each cell."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []
        self.findings: tuple[Diagnostic, ...] = ()
        """What no cell looks at."""
        self._seen: list[dict[str, dict[str, str]]] = []

    def pytest_collectreport(self, report: Any) -> None:
        """A scenario that cannot be used."""
        if report.failed:
            self.outcomes.append(Outcome(report.nodeid, "", "error", str(report.longrepr)))

    def pytest_runtest_logreport(self, report: Any) -> None:
        """A cell that ran, or was skipped before it did."""
        if report.when != "call" and report.passed:
            return
        file, _, cell = report.nodeid.partition("::")
        said = report.longrepr[2].removeprefix("Skipped: ") if report.skipped else report.longreprtext
        self.outcomes.append(Outcome(file, cell, report.outcome, said))
        self._seen += [value for name, value in report.user_properties if name == ACCESS]

    @property
    def access(self) -> Table:
        """The access table."""
        return merged(self._seen)


def rendered(cells: Cells, format_: str) -> str:
    """The outcome as `json`, or in a format of findings: each cell that is wrong is one, and so is what none looks at."""
    if format_ == "json":
        return _json(cells)
    wrong = [_finding(one) for one in cells.outcomes if one.outcome in ("error", "failed")]
    files = tuple(dict.fromkeys(one.file for one in cells.outcomes))
    return reports.rendered(reports.Report(files, 0, (*wrong, *cells.findings), (), "error"), format_)


def _finding(one: Outcome) -> Diagnostic:
    message = f"{one.cell}: {one.said}" if one.cell else one.said
    return Diagnostic(code="E659", message=message, path=one.file)


def _json(cells: Cells) -> str:
    counts = dict.fromkeys(("passed", "failed", "skipped", "error"), 0)
    for one in cells.outcomes:
        counts[one.outcome] += 1
    return pretty(
        {
            "schema_version": SCHEMA_VERSION,
            "summary": counts,
            "cells": cells.outcomes,
            "access": cells.access,
            "findings": all_data(cells.findings),
            "note": BEYOND,
        }
    )


def markdown(table: Table) -> str:
    """The access table for the summary of a job."""
    cubes = sorted({cube for row in table.values() for cube in row})
    rows = [["token", *cubes], ["---"] * (len(cubes) + 1)]
    rows += [
        [token, *(WORDS.get(row.get(cube, ""), "") for cube in cubes)] for token, row in sorted(table.items())
    ]
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(["### Who sees what", "", *lines, "", f"{BEYOND}"])
