"""The outcome of a run of scenarios, as pytest reports it, in the formats that others read. Runs nothing."""

from typing import Any

import msgspec

from cubeproof.cli.answers import SCHEMA_VERSION, pretty
from cubeproof.diagnostics import Diagnostic
from cubeproof.diagnostics.data import all_data
from cubeproof.harness.plugin import ACCESS
from cubeproof.harness.table import BEYOND, Table, merged


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
    """The outcome as `json` or as `github` annotations, the worst first."""
    if format_ == "json":
        return _json(cells)
    wrong = [one for one in cells.outcomes if one.outcome in ("error", "failed")]
    return "\n".join(_annotation(one) for one in sorted(wrong, key=lambda one: one.outcome != "error"))


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


def _annotation(one: Outcome) -> str:
    title = _escaped(one.cell or "scenario").replace(",", "%2C").replace(":", "%3A")
    return f"::error file={one.file},title={title}::{_escaped(one.said)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
