"""One scenario file in use: its suite, its workbench and its snapshots, for whoever runs cells one by one.

What pytest and the command line share. Reads the clock for skips that end; prints nothing.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cached_property
from typing import NamedTuple

from cubeproof.config import Configuration, find
from cubeproof.config import load as load_configuration
from cubeproof.diagnostics import CompileError, Diagnostic, has_errors
from cubeproof.diagnostics.render import texts
from cubeproof.harness import reading, snapshots
from cubeproof.harness.scenario import OWN, Cell, CubeCell, Snapshot, Suite
from cubeproof.harness.verdicts import Answer, Skipped, look, look_at_cube, verdicts
from cubeproof.harness.workbench import Workbench

__all__ = ["Cells", "Seen", "Skipped", "Unusable", "cells"]


class Seen(NamedTuple):
    """What is wrong with a cell, and what its token sees of each cube: token → cube → whose rows."""

    problems: tuple[str, ...]
    access: dict[str, dict[str, str]] | None


class Unusable(Exception):
    """A scenario file that cannot be run: the message has every reason, with places."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(texts(diagnostics))
        self.diagnostics = diagnostics


def cells(path: str, root: str) -> "Cells":
    """The cells of a scenario file. Raises `Unusable`."""
    place = find(os.path.dirname(os.path.abspath(path)))
    folder = os.path.dirname(place) if place else root
    found = load_configuration(folder, os.environ)
    if has_errors(found.diagnostics):
        raise Unusable(found.diagnostics)
    shown = os.path.relpath(path, root).replace(os.sep, "/")
    read = reading.load(path, shown=shown)
    if read.value is None:
        raise Unusable(read.diagnostics)
    return Cells(read.value, found.value.configuration, folder)


class Cells:
    """The cells of a suite by name."""

    def __init__(self, suite: Suite, configuration: Configuration, home: str) -> None:
        self.configuration, self.home = configuration, home
        dialects = suite.dialects or configuration.dialects or (configuration.dialect or "postgres",)
        self.suite = _with_dialects(suite, tuple(dialects))
        self.bench = Workbench(self.suite, configuration, home)
        self.folder = snapshots.Folder(os.path.join(home, configuration.snapshots, suite.name))
        self.today = datetime.now(UTC).date()

    @cached_property
    def _named(self) -> dict[str, Cell | CubeCell]:
        found: dict[str, Cell | CubeCell] = {cell.name: cell for cell in self.suite.cells()}
        return found | {cell.name: cell for cell in self.suite.cube_cells()}

    @cached_property
    def has_snapshots(self) -> bool:
        """Whether any cell has one, or there are files of some."""
        return bool(snapshots.expected(self.suite)) or os.path.isdir(self.folder.path)

    def claim_name(self, taken: dict[str, str]) -> None:
        """Take the suite's name among those of one run. Raises `Unusable` where another file has it."""
        other = taken.setdefault(self.suite.name, self.suite.source.path)
        if other != self.suite.source.path:
            problem = f"the suite `{self.suite.name}` of `{self.suite.source.path}` is also that of `{other}`"
            raise Unusable((Diagnostic(code="E656", message=problem, path=self.suite.source.path),))

    def check_model(self) -> None:
        """Compile the model once, so that its errors are said once. Raises `Unusable`."""
        try:
            self.bench.compiled(self.bench.anyone())
        except CompileError as error:
            raise Unusable(error.diagnostics) from None

    def names(self) -> Iterator[str]:
        """Every cell's name, in the order of the file."""
        return iter(self._named)

    def run(self, name: str) -> Seen:
        """Check a cell. Raises `Skipped`."""
        cell = self._named[name]
        if isinstance(cell, CubeCell):
            return Seen(look_at_cube(self.bench, cell), None)
        answer = self.answer(cell)
        problems = answer.problems
        if answer.variants and any(isinstance(c, Snapshot) for c in self.suite.checks(cell)):
            problem = snapshots.compare(self.folder, cell, self.text(cell, answer))
            problems += (problem,) if problem else ()
        return Seen(problems, self.seen(cell, answer))

    def answer(self, cell: Cell) -> Answer:
        """A cell, compiled and checked but for its snapshot. Raises `Skipped`."""
        return look(self.bench, cell, self.today)

    def text(self, cell: Cell, answer: Answer) -> str:
        """The snapshot of a cell that was compiled."""
        sensitive = frozenset(self.configuration.sensitive_claims)
        return snapshots.text(self.suite, cell, answer.variants, sensitive)

    def seen(self, cell: Cell, answer: Answer) -> dict[str, dict[str, str]] | None:
        """Token → cube → whose rows, of a cell as it is."""
        if cell.state != OWN or not answer.variants:
            return None
        (variant,) = answer.variants
        found = verdicts(variant)
        for error in variant.errors:
            if error.cube is not None:
                found[error.cube] = "denied"
        return {cell.token: found} if found else None

    def access(self) -> list[dict[str, dict[str, str]]]:
        """What every token sees of each cube, query by query, whatever is expected: for the access table."""
        found = []
        for cell in self.suite.cells():
            if cell.state == OWN and cell.dialect == self.suite.dialects[0]:
                try:
                    found.append(self.seen(cell, Answer(self.bench.variants(cell), ())))
                except CompileError:
                    continue
        return [one for one in found if one]

    def inventory(self) -> tuple[str, ...]:
        """What is wrong with the snapshot files."""
        return tuple(snapshots.findings(self.folder, self.suite, self.without_variants()))

    def without_variants(self) -> list[Cell]:
        """The cells that have no snapshot because their query reads no claim."""
        return [
            cell
            for cell in snapshots.expected(self.suite)
            if cell.state != OWN and not self.bench.claims(cell.token, cell.query)
        ]


def _with_dialects(suite: Suite, dialects: tuple[str, ...]) -> Suite:
    if suite.dialects:
        return suite
    import msgspec

    expect = tuple(
        msgspec.structs.replace(one, dialects=frozenset(dialects)) if not one.dialects else one
        for one in suite.expect
    )
    return msgspec.structs.replace(suite, dialects=dialects, expect=expect)
