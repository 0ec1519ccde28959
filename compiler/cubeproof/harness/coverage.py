"""What no scenario looks at: guarded cubes that no cell reads (HAR001), and claim states that none tries (HAR003).

A run that is green because it looks at little must say so. Knows suites and models; prints nothing.
"""

from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import CompileError, Diagnostic, by_place
from cubeproof.harness.scenario import OWN
from cubeproof.harness.session import Cells
from cubeproof.lower import ir
from cubeproof.lower.sql import ClaimText, Guard, walk

OPENING: Final = ("absent", "null", "zero", "empty-string", "false", "empty-list")
"""The claim states in which a guard may open."""


def by_model(suites: list[Cells]) -> list[list[Cells]]:
    """The suites about one model together. Raises `CompileError` for a model that cannot be read."""
    found: dict[tuple[str, ...], list[Cells]] = {}
    for cells in suites:
        key = tuple(sorted(file.source.path for file in cells.bench.models.project.files))
        found.setdefault(key, []).append(cells)
    return list(found.values())


def uncovered(suites: list[Cells]) -> tuple[Diagnostic, ...]:
    """What the suites leave out, model by model."""
    return by_place(one for group in by_model(suites) for one in _of_model(group))


def _of_model(group: list[Cells]) -> Iterator[Diagnostic]:
    first = group[0]
    model = first.bench.compiled(first.bench.anyone()).model
    read: dict[str, set[str]] = {}
    for cells in group:
        for name in _read(cells):
            read.setdefault(name, set()).update(cells.suite.states)
    for cube in model.cubes.values():
        guards = [one for one in walk(cube.table) if isinstance(one, Guard | ClaimText)]
        if not guards and not cube.policies:
            continue
        if cube.name not in read:
            yield _unread(cube, guards[0] if guards else None)
            continue
        missing = [state for state in OPENING if state not in read[cube.name]]
        if missing and guards:
            yield _untried(cube, guards, missing)


def _read(cells: Cells) -> set[str]:
    """The cubes that a suite reads: by queries, refused ones too, and by looks at their rows."""
    found = {cell.check.cube for cell in cells.suite.cube_cells()}
    for cell in cells.suite.cells():
        if cell.state == OWN and cell.dialect == cells.suite.dialects[0]:
            try:
                variants = cells.bench.variants(cell)
            except CompileError:
                continue
            for variant in variants:
                found |= {scan.cube for made in variant.statements for scan in made.uses.scans}
                found |= {error.cube for error in variant.errors if error.cube is not None}
    return found


def _unread(cube: ir.Cube, guard: Guard | ClaimText | None) -> Diagnostic:
    return Diagnostic(
        code="HAR001",
        severity="warning",
        message=f"cube `{cube.name}` is guarded, and no scenario reads it",
        span=cube.span if guard is None else guard.span,
        cube=cube.name,
        help="add a query of it to a scenario",
    )


def _untried(cube: ir.Cube, guards: list[Guard | ClaimText], missing: list[str]) -> Diagnostic:
    claims = dict.fromkeys(f"`{'.'.join(map(str, guard.path))}`" for guard in guards)
    states = ", ".join(f"`{state}`" for state in missing)
    return Diagnostic(
        code="HAR003",
        severity="info",
        message=f"claim {', '.join(claims)} of cube `{cube.name}` is never tried as {states}",
        span=guards[0].span,
        cube=cube.name,
        help="add the states to `claim-states` of a scenario that reads it",
    )
