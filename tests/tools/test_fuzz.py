"""Broken model files end in diagnostics; and the tool that breaks them can tell when they do not."""

import pytest

import fuzz

CASES = 500
SLICES = 10


@pytest.mark.parametrize("part", range(SLICES))
def test_broken_files_end_in_diagnostics(part: int) -> None:
    texts = fuzz.sample()
    for case in fuzz.cases(texts, seed=part, count=CASES // SLICES):
        assert fuzz.run(texts, case, seconds=10) is None, case.text


def test_cases_are_the_same_for_the_same_seed() -> None:
    texts = fuzz.sample()
    first, again, other = (list(fuzz.cases(texts, seed, 30)) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert len({case.text for case in first}) > 20


def test_what_is_raised_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "_compile", raising)
    failure = fuzz.run({}, fuzz.Case("a.js", "cube"), seconds=10)
    assert failure is not None
    assert failure.kind == "ZeroDivisionError in test_fuzz.py:raising"


def test_what_takes_too_long_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "_compile", spinning)
    failure = fuzz.run({}, fuzz.Case("a.js", "cube"), seconds=0.05)
    assert failure is not None
    assert failure.kind == "TooLong"


def test_a_failing_input_is_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "_compile", raising_on_x)
    text = "first line\nsecond x line\nthird line\n" * 3
    case = fuzz.Case("a.js", text)
    failure = fuzz.run({}, case, seconds=10)
    assert failure is not None
    assert fuzz._smaller({}, case, failure, seconds=10).text == "x"


def raising(texts: dict[str, str]) -> None:
    raise ZeroDivisionError


def raising_on_x(texts: dict[str, str]) -> None:
    assert "x" not in texts["a.js"]


def spinning(texts: dict[str, str]) -> None:
    while True:
        pass
