"""Hostile models: each ends within a second and 200 MB, in the diagnostics or the value that its first lines announce.

A file begins with what it tries and what is expected: the codes of its errors; else a value, the title of its cube `A`;
and the codes of its warnings. Time is what a process computes, since a machine that is busy with other things is not slow.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import made
import pytest
import runner

FOLDER = Path(__file__).parent
FIRST = FOLDER.parent.parent / "schema" / "Orders.js"
SECONDS = 1.0
BATCHES = 6
EXPECT = re.compile(r"(?://|/\*) tries: (.+)\n// expect: (.+)\n")


def cases(folder: Path) -> dict[str, str]:
    """What is expected of each case, by its path; those that are made are made in a folder."""
    expected: dict[str, str] = {}
    for file in sorted((FOLDER / "models").glob("*.js")):
        head = EXPECT.match(file.read_text("utf-8"))
        assert head is not None, f"{file.name} does not say what it tries and what is expected"
        expected[str(file)] = head[2]
    for case in made.MADE:
        path = folder / f"{case.name}.js"
        path.write_bytes(case.text if isinstance(case.text, bytes) else case.text.encode())
        expected[str(path)] = case.expected
    return expected | {str(build(folder)): end for _, end, build in made.PROJECTS}


@pytest.mark.parametrize("part", range(BATCHES))
def test_hostile_models_end_soon_and_as_announced(part: int, tmp_path: Path) -> None:
    expected = dict(list(cases(tmp_path).items())[part::BATCHES])
    said = subprocess.run(
        [sys.executable, FOLDER / "runner.py"], input="\n".join([str(FIRST), *expected]), capture_output=True,
        text=True, check=True, timeout=300,
    )  # fmt: skip
    answers = {answer["path"]: answer for answer in map(json.loads, said.stdout.splitlines()[1:])}
    assert expected == {path: outcome(answer) for path, answer in answers.items()}
    assert [] == [path for path, answer in answers.items() if answer["megabytes"] >= runner.MEGABYTES]
    slow = [answer for answer in answers.values() if answer["seconds"] >= SECONDS]
    assert [] == [answer for answer in slow if min(again(answer), again(answer)) >= SECONDS]


def again(answer: dict[str, Any]) -> float:
    """The time once more: what slows a machine down for a moment is not the model's."""
    return runner.bounded(lambda: runner.compiled(answer["path"]))["seconds"]


def outcome(answer: dict[str, Any]) -> str:
    """An answer as the files announce it."""
    if "raised" in answer:
        return str(answer["raised"])
    parts = answer["errors"] or [f"`{answer['title']}`" if answer["title"] is not None else "no title"]
    return " ".join([*parts, *(f"{code} (warning)" for code in answer["warnings"])])


def test_each_says_what_it_tries_and_there_are_enough(tmp_path: Path) -> None:
    assert all(case.tries for case in made.MADE)
    assert all(tries for tries, _, _ in made.PROJECTS)
    assert len(cases(tmp_path)) >= 60


def test_a_process_that_computes_for_ever_is_seen() -> None:
    def spin() -> dict[str, Any]:
        return {"done": sum(range(40_000_000))}

    assert runner.bounded(spin)["seconds"] > SECONDS / 4


def test_a_process_that_takes_too_much_is_stopped() -> None:
    def take() -> dict[str, Any]:
        return {"length": len(bytearray(2 * runner.MEGABYTES << 20))}

    assert "MemoryError" in runner.bounded(take)["raised"]


def test_what_a_process_takes_is_measured() -> None:
    def take() -> dict[str, Any]:
        return {"length": len(b"x" * (100 << 20))}

    assert runner.bounded(take)["megabytes"] > 100
