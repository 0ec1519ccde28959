"""Broken and hostile model files end in diagnostics; and the tool that makes them can tell when they do not."""

from collections.abc import Callable

import pytest

import fuzz
from cubeproof.evaluate import Declaration
from cubeproof.evaluate.values import Array, Object, Slot
from cubeproof.source import Source, Span
from reach import strangers

SAMPLES, PROGRAMS, SLICES = 200, 2_000, 10
NOWHERE = Span(Source("a.js", ""), 0, 0)


@pytest.mark.parametrize("part", range(SLICES))
def test_broken_files_end_in_diagnostics(part: int) -> None:
    for case in fuzz.samples(seed=part, count=SAMPLES // SLICES):
        assert fuzz.run(case, seconds=10) is None, case.text


@pytest.mark.parametrize("part", range(SLICES))
def test_programs_by_chance_end_in_diagnostics(part: int) -> None:
    assert () == fuzz.run_round(1, part, PROGRAMS // SLICES, seconds=10).failures


def test_cases_are_the_same_for_the_same_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    def texts(seed: int) -> list[str]:
        found: list[str] = []
        monkeypatch.setattr(fuzz, "_compile", lambda case: found.append(case.text))
        fuzz.run_round(seed, 0, 200, seconds=10)
        return found

    first, again, other = (texts(seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert len(set(first)) > 150


def test_what_is_raised_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ZeroDivisionError in test_fuzz.py:raising" == kind_of(raising, monkeypatch)


def test_what_takes_too_long_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "TooLong" == kind_of(spinning, monkeypatch)


def kind_of(compiling: Callable[[fuzz.Case], None], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(fuzz, "_compile", compiling)
    failure = fuzz.run(fuzz.Case("a.js", "cube"), seconds=0.05)
    assert failure is not None
    return failure.kind


def test_a_failing_input_is_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "_compile", raising_on_x)
    case = fuzz.Case("a.js", "first line\nsecond x line\nthird line\n" * 3)
    failure = fuzz.run(case, seconds=10)
    assert failure is not None
    assert fuzz.smaller(case, failure, seconds=10).text == "x"


@pytest.mark.parametrize(
    ("stranger", "kind"),
    [(7, "int"), (object(), "object"), ({}, "dict"), (print, "builtin_function_or_method")],
)
def test_a_value_of_the_host_is_found_wherever_it_hides(stranger: object, kind: str) -> None:
    inner = Object({"a": Slot(Array(["text", stranger]), NOWHERE, NOWHERE)})  # type: ignore[list-item]
    declaration = Declaration(
        kind="cube", name="A", literal_name=True, body=inner, span=NOWHERE, name_span=NOWHERE, file="a.js"
    )
    assert [kind] == strangers([declaration])


def raising(case: fuzz.Case) -> None:
    raise ZeroDivisionError


def raising_on_x(case: fuzz.Case) -> None:
    assert "x" not in case.text


def spinning(case: fuzz.Case) -> None:
    while True:
        pass
