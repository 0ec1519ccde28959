"""Every error of a model at its own line, all in one run: those announced, and no other."""

import re
from pathlib import Path

import cubeproof

FOLDER = Path(__file__).parent / "models"


def test_errors_stand_at_their_lines() -> None:
    announced = {
        (file.name, number, code)
        for file in FOLDER.glob("*.js")
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        for code in re.findall(r"//! (E\d\d\d)", line)
    }
    found = set()
    for diagnostic in cubeproof.check(str(FOLDER)):
        assert diagnostic.span is not None
        source = diagnostic.span.source
        if diagnostic.severity == "error":
            found.add((Path(source.path).name, source.position(diagnostic.span.start)[0], diagnostic.code))
    assert announced == found
