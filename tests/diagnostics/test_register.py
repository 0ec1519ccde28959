"""The register of codes: complete, and nothing in it that nobody raises or no test shows."""

import re
from functools import cache
from pathlib import Path

import pytest

from cubeproof.diagnostics.register import entries

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "compiler" / "cubeproof"
REGISTER = PACKAGE / "diagnostics" / "register"
ONE = r"E[1-9]\d\d|HAR0(?:01|03|04|12)"
"""Codes of diagnostics, and of what the scenarios themselves lack; those of the rules have a register of their own."""
CODE = re.compile(rf"\b(?:{ONE})\b")


def codes_in(folder: Path, without: Path | None = None) -> set[str]:
    """The codes that stand in quotes in a folder's Python files: prose may mention what it likes."""
    found: set[str] = set()
    for file in folder.rglob("*.py"):
        if without is None or without not in file.parents:
            found |= set(re.findall(rf"""["']({ONE})["']""", file.read_text()))
    return found


@cache
def raised() -> frozenset[str]:
    return frozenset(codes_in(PACKAGE, without=REGISTER))


@cache
def shown() -> frozenset[str]:
    """The codes that any test names, but for this one and those of rendering, which raise nothing."""
    suffixes = {".py", ".js", ".json", ".jsonl", ".sql", ".ambr", ".txt", ".md"}
    found: set[str] = set()
    for file in (ROOT / "tests").rglob("*"):
        if file.suffix in suffixes and file.parent.name != "diagnostics":
            found |= set(CODE.findall(file.read_text(errors="replace")))
    return frozenset(found)


@pytest.mark.parametrize("code", list(entries()))
def test_every_code_has_a_title_and_an_explanation(code: str) -> None:
    entry = entries()[code]
    assert CODE.fullmatch(code)
    assert not entry.title.endswith(".")
    assert entry.title == entry.title.strip() != ""
    assert entry.explanation.endswith(".")
    assert len(entry.explanation) > 40


def test_every_code_that_is_raised_is_registered() -> None:
    assert [] == sorted(raised() - set(entries()))


@pytest.mark.parametrize("code", list(entries()))
def test_every_registered_code_is_raised_somewhere(code: str) -> None:
    assert code in raised()


@pytest.mark.parametrize("code", list(entries()))
def test_every_registered_code_is_shown_by_a_test(code: str) -> None:
    assert code in shown()


def test_no_code_is_registered_twice() -> None:
    keys = [
        key
        for file in REGISTER.glob("*.py")
        for key in re.findall(rf'^    "({ONE})": Entry\(', file.read_text(), re.M)
    ]
    assert sorted(set(keys)) == sorted(keys)
    assert len(entries()) == len(keys)
