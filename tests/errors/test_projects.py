"""Broken projects: every problem is shown once, at its line, and no other; an error here hides none there."""

import re
from collections import Counter
from pathlib import Path

import pytest

import cubeproof

PROJECTS = sorted((Path(__file__).parent / "projects").iterdir())


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_a_project_shows_every_problem_once(project: Path) -> None:
    announced = {
        (file.name, number, code)
        for file in project.glob("*.js")
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if "//! " in line
        for code in re.findall(r"\bE\d\d\d\b", line.partition("//! ")[2])
    }
    found: Counter[tuple[str, int, str]] = Counter()
    for diagnostic in cubeproof.check(str(project)):
        if diagnostic.severity == "error":
            assert diagnostic.span is not None
            source = diagnostic.span.source
            found[Path(source.path).name, source.position(diagnostic.span.start)[0], diagnostic.code] += 1
    assert dict.fromkeys(announced, 1) == found


def test_there_are_at_least_forty_broken_projects() -> None:
    assert len(PROJECTS) >= 40
