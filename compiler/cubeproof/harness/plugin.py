"""pytest's side of scenario files: one item a cell, one for the snapshots of a suite, and the access table at the end.

Imports nothing of ours until a scenario is collected. Must not know how a cell is judged.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from cubeproof.harness.hand import Cubeproof
    from cubeproof.harness.session import Cells

SUFFIX = ".access.yaml"
ACCESS = "cubeproof_access"
"""The property of a report that holds what a cell's token sees of each cube."""

SUITES: pytest.StashKey[dict[str, str]] = pytest.StashKey()
"""The suites collected so far: name → file."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a scenario file."""
    if file_path.name.endswith(SUFFIX):
        return ScenarioFile.from_parent(parent, path=file_path)
    return None


class ScenarioFile(pytest.File):
    """A scenario file; wrong ones are one failure with all that is wrong."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item a cell, in the order of the file."""
        from cubeproof.harness.session import Unusable, cells

        try:
            made = cells(str(self.path), str(self.config.rootpath))
            made.claim_name(self.config.stash.setdefault(SUITES, {}))
            made.check_model()
        except Unusable as error:
            raise self.CollectError(str(error)) from None
        for name in made.names():
            # the id as text: what stands in brackets is then the same to `--lf`, which reads it back
            yield CellItem.from_parent(self, name=name, nodeid=f"{self.nodeid}::{name}", cells=made)
        if made.has_snapshots:
            yield SnapshotsItem.from_parent(self, name="snapshots", cells=made)


class Wrong(Exception):
    """A cell is not as expected; the message says how."""


def _raise(problems: tuple[str, ...]) -> None:
    if problems:
        raise Wrong("\n".join(problems))


class _Item(pytest.Item):
    def __init__(self, *, cells: Cells, **given: Any) -> None:
        super().__init__(**given)
        self.cells = cells

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What is wrong with the cell, without our own frames; an error of ours keeps them."""
        if isinstance(excinfo.value, Wrong):
            return str(excinfo.value)
        return (
            f"an error of Cubeproof itself, please report it (E900)\n{super().repr_failure(excinfo, 'short')}"
        )

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where it comes from, for pytest's summary."""
        return self.path, None, self.name


class CellItem(_Item):
    """One cell."""

    def runtest(self) -> None:
        """Compile the cell and compare it with what is expected."""
        from cubeproof.harness.session import Skipped

        try:
            seen = self.cells.run(self.name)
        except Skipped as why:
            pytest.skip(str(why))
        if seen.access:
            self.user_properties.append((ACCESS, seen.access))
        _raise(seen.problems)


class SnapshotsItem(_Item):
    """The files of the suite's snapshots: none too many, none missing, none edited."""

    def runtest(self) -> None:
        """Compare the files with the cells, whichever of these run."""
        _raise(self.cells.inventory())


@pytest.hookimpl(hookwrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """Keep the look at snapshot files whatever is deselected: an obsolete one must not hide behind `-k`."""
    cells = [item for item in items if isinstance(item, CellItem)]
    if cells and cells[0].config.getoption("update_snapshots", default=False):
        problem = (
            "snapshots of scenarios are written by `cubeproof test --update`, not by `--snapshot-update`"
        )
        raise pytest.UsageError(problem)
    before = [item for item in items if isinstance(item, SnapshotsItem)]
    yield
    if items and before:
        present = set(map(id, items))
        items += [item for item in before if id(item) not in present]


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The access table of all cells that ran, also on other processes."""
    seen = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == ACCESS and getattr(report, "when", "") == "call"
    ]
    if seen:
        from cubeproof.harness.table import lines, merged

        terminalreporter.section("access")
        for line in lines(merged(seen)):
            terminalreporter.write_line(line)


@pytest.fixture
def cubeproof(request: pytest.FixtureRequest) -> Cubeproof:
    """The project's model, for tests written by hand."""
    from cubeproof.harness.hand import Cubeproof

    return Cubeproof(str(request.config.rootpath))


@pytest.fixture
def sql_snapshot(snapshot: Any) -> Any:
    """Syrupy's snapshot, one `.sql` file for each assertion."""
    from cubeproof.harness.snapshots import SqlExtension

    return snapshot.use_extension(SqlExtension)
