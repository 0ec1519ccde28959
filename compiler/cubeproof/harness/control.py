"""The negative control: which planted mistakes do the scenarios notice, and which the rules?

Each mistake is planted into the model of a suite, and the cells that read its cube are looked at again; where none of them
notices, the rules are asked. Knows suites and mistakes; prints nothing.
"""

import json
from collections.abc import Iterator

import msgspec

from cubeproof.diagnostics import CompileError
from cubeproof.harness import snapshots
from cubeproof.harness.coverage import by_model
from cubeproof.harness.mistakes import Mistake, mistakes
from cubeproof.harness.scenario import OWN, Cell, Snapshot
from cubeproof.harness.session import Cells
from cubeproof.harness.verdicts import Answer, Skipped, look, look_at_cube
from cubeproof.harness.workbench import Workbench
from cubeproof.lower import ir
from cubeproof.pipeline import Compiled
from cubeproof.request.context import ABSENT, SecurityContext


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A planted mistake, and the first cell, or else the rules, that noticed it; and what a cell that would looks like."""

    mistake: Mistake
    noticed: str | None
    missing: str


class _Planted(Workbench):
    """A workbench whose model has a mistake in it."""

    def __init__(self, cells: Cells, mistake: Mistake, original: Compiled) -> None:
        super().__init__(cells.suite, cells.configuration, cells.home)
        self._planted = Compiled(mistake.planted(original.model))

    def compiled(self, context: SecurityContext) -> Compiled:
        return self._planted


def control(suites: list[Cells]) -> Iterator[Outcome]:
    """Each mistake of each model that the suites are about. Raises `CompileError` where a model has errors."""
    for group in by_model(suites):
        first = group[0]
        original = first.bench.compiled(first.bench.anyone())
        before = _findings(original.model)
        for mistake in mistakes(original.model):
            noticed = next((found for cells in group if (found := _noticed(cells, mistake, original))), None)
            if noticed is None:
                codes = sorted({code for code, _ in _findings(mistake.planted(original.model)) - before})
                noticed = f"rules: {', '.join(codes)}" if codes else None
            yield Outcome(mistake=mistake, noticed=noticed, missing=_missing(first, mistake, original.model))


def _findings(model: ir.Model) -> set[tuple[str, str | None]]:
    """What the rules find in a model, but for hints: code and cube."""
    from cubeproof.lint import lint

    return {(one.code, one.cube) for one in lint(model).found if one.severity != "info"}


def _noticed(cells: Cells, mistake: Mistake, original: Compiled) -> str | None:
    """The first cell of a suite that is no longer as expected."""
    bench = _Planted(cells, mistake, original)
    for cell in cells.suite.cells():
        if (
            cells.suite.checks(cell)
            and _reads(cells, cell, mistake.cube, original)
            and _is_wrong(cells, bench, cell)
        ):
            return f"{cells.suite.name}: {cell.name}"
    for cube_cell in cells.suite.cube_cells():
        if cube_cell.check.cube == mistake.cube and look_at_cube(bench, cube_cell):
            return f"{cells.suite.name}: {cube_cell.name}"
    return None


def _reads(cells: Cells, cell: Cell, cube: str, original: Compiled) -> bool:
    """Whether a query may read a cube: it does for this caller, or it is refused, so that nobody can tell."""
    try:
        found = cells.bench.variants(msgspec.structs.replace(cell, state=OWN))
    except CompileError:
        return True
    return any(
        variant.errors or any(scan.cube == cube for made in variant.statements for scan in made.uses.scans)
        for variant in found
    )


def _is_wrong(cells: Cells, bench: Workbench, cell: Cell) -> bool:
    try:
        before = look(cells.bench, cell, cells.today)
        after = look(bench, cell, cells.today)
    except Skipped:
        return False
    if set(after.problems) - set(before.problems):
        return True
    pinned = any(isinstance(check, Snapshot) for check in cells.suite.checks(cell))
    return pinned and _text(cells, cell, after) != _text(cells, cell, before)


def _text(cells: Cells, cell: Cell, answer: Answer) -> str:
    return snapshots.text(cells.suite, cell, answer.variants, frozenset())


def _missing(cells: Cells, mistake: Mistake, model: ir.Model) -> str:
    """The lines that would notice it: a query of the cube, pinned for a token that has the claim."""
    suite, cube = cells.suite, model.cubes[mistake.cube]
    steps = tuple(mistake.claims[0].split(".")) if mistake.claims else ()
    tokens = [name for name in suite.tokens if _has(cells, name, steps)]
    token = (tokens or list(suite.tokens))[0]
    members = [("measures", name) for name in cube.measures] + [
        ("dimensions", name) for name in cube.dimensions
    ]
    kind, member = members[0] if members else ("measures", "count")
    query = json.dumps({kind: [f"{cube.name}.{member}"]})
    return f"queries:\n  {cube.name}: {query}\nexpect:\n  - {{tokens: {token}, queries: {cube.name}, snapshot: true}}"


def _has(cells: Cells, token: str, steps: tuple[str, ...]) -> bool:
    """Whether a valid token has a claim."""
    try:
        return not steps or cells.bench.context(token).value(steps) is not ABSENT
    except CompileError:
        return False


def score(outcomes: list[Outcome]) -> float:
    """How many of a hundred mistakes are noticed; a model in which none can be planted has nothing to notice."""
    return 100 * sum(one.noticed is not None for one in outcomes) / len(outcomes) if outcomes else 100.0
