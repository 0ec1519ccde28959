"""`cubeproof test --update`: snapshots as the cells are now, and what that changes, access first.

Nothing is written where a cell is wrong in another way than its snapshot, and nothing that may show more to anyone
unless that is accepted. Prints nothing.
"""

import os
from collections.abc import Iterable

import msgspec

from cubeproof.harness import snapshots
from cubeproof.harness.scenario import Cell
from cubeproof.harness.session import Cells, Skipped


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """What an update of one suite did, or would do where it is refused."""

    suite: str
    access: tuple[str, ...]
    """A line for each cell whose access changes, followed by the lines that come and go."""
    written: tuple[str, ...]
    removed: tuple[str, ...]
    wider: tuple[str, ...]
    """Cells that show more, or another restriction."""
    wrong: tuple[str, ...]
    """Cells that are wrong whatever their snapshot says."""


def update(cells: Cells, *, accept_wider: bool) -> Update:
    """Write the snapshots of a suite, all or none. Raises `OSError` where the folder cannot be written."""
    texts, wrong, kept = _texts(cells)
    changed = {cell: text for cell, text in texts.items() if cells.folder.read(cell) != text}
    access: list[str] = []
    wider: list[str] = []
    for cell, text in changed.items():
        stored = cells.folder.read(cell)
        lines = snapshots.access_changes(stored or "", text) if stored is not None else []
        if lines:
            access += [cell.file, *(f"  {line}" for line in lines)]
        cubes = snapshots.wider(stored, text) if stored is not None else []
        wider += [f"{cell.file}: {', '.join(cubes)}"] if cubes else []
    wanted = {cell.file for cell in texts} | kept
    stale = cells.folder.files() - wanted
    refused = bool(wrong) or (bool(wider) and not accept_wider)
    if not refused:
        _write(cells, changed, stale, wanted)
    return Update(
        suite=cells.suite.name,
        access=tuple(access),
        written=tuple(cell.file for cell in changed),
        removed=tuple(sorted(stale)),
        wider=tuple(wider),
        wrong=tuple(wrong),
    )


def _texts(cells: Cells) -> tuple[dict[Cell, str], list[str], set[str]]:
    """The snapshot of each cell that has one, what is wrong with cells, and the files of those that are skipped."""
    texts: dict[Cell, str] = {}
    wrong: list[str] = []
    kept: set[str] = set()
    for cell in snapshots.expected(cells.suite):
        try:
            answer = cells.answer(cell)
        except Skipped:
            if cells.bench.claims(cell.token, cell.query):
                kept.add(cell.file)
            continue
        wrong += [f"{cell.name}: {problem}" for problem in answer.problems]
        texts[cell] = cells.text(cell, answer)
    return texts, wrong, kept


def _write(cells: Cells, changed: dict[Cell, str], stale: Iterable[str], wanted: set[str]) -> None:
    for cell, text in changed.items():
        cells.folder.write(cell, text)
    for name in stale:
        os.unlink(os.path.join(cells.folder.path, name))
    os.makedirs(cells.folder.path, exist_ok=True)
    cells.folder.write_manifest(wanted)
