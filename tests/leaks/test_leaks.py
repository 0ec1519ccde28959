"""Planted mistakes: the foreign rows come with the bad model and not with the good one, and no fact calls a leak safe."""

import re
from typing import Any

import pytest

import leaks
from cubeproof.audit import facts, unguarded
from cubeproof.bind import Statement
from cubeproof.diagnostics import CompileError, has_errors
from cubeproof.engines import connect
from cubeproof.evaluate import CompileContext
from cubeproof.pipeline import Compiled, compile_model
from cubeproof.workspace import from_texts
from leaks import FOLDER, Case, Which
from models import codes, statement

CASES = leaks.cases()
EXECUTED = [case for case in CASES if not case.not_executed]
LEAKING = [case for case in EXECUTED if not case.stopped]


def named(found: list[Case]) -> Any:
    return pytest.mark.parametrize("case", found, ids=lambda case: case.name)


def model_of(case: Case, which: Which) -> Compiled:
    """One of the models; its errors are raised."""
    project = from_texts({"model.js": case.text(which)})
    context = case.configuration.get("compile-context")
    made = compile_model(project.value, compile_context=None if context is None else CompileContext(context))
    if has_errors((*project.diagnostics, *made.diagnostics)):
        raise CompileError((*project.diagnostics, *made.diagnostics))
    return made.value


def asked(case: Case, which: Which) -> Statement:
    model = model_of(case, which)
    return statement(
        model, dict(case.query), dict(case.claims), dialect=case.dialect, groups_claim=case.groups
    )


def keys(case: Case, which: Which) -> set[Any]:
    """The values of the key in the rows that one of the models gives."""
    made = asked(case, which)
    at = [column.id for column in made.columns].index(case.key)
    with connect(f"{case.dialect}:///:memory:", data=case.data()) as engine:
        return {row[at] for row in engine.run(made.sql, made.params).rows}


def shape(text: str) -> str:
    """A model with a number in place of each word: that of the first place where it stands."""
    words: dict[str, str] = {}
    return " ".join(
        words.setdefault(word, f"w{len(words)}") if word.isidentifier() or word.isdigit() else word
        for word in re.findall(r"\w+|\S", text)
    )


def is_called_safe(made: Statement) -> bool:
    found = facts(made)
    return (
        bool(found)
        and all(fact.guard.state == "bound" and fact.effect == "restricts" for fact in found)
        and not unguarded(made)
    )


@named(LEAKING)
def test_the_bad_model_gives_rows_of_others(case: Case) -> None:
    assert set(case.foreign)
    assert set(case.foreign) <= keys(case, "bad")


@named(EXECUTED)
def test_the_good_model_gives_own_rows_only(case: Case) -> None:
    assert set(case.own).isdisjoint(case.foreign)
    if case.refused:
        assert [case.refused] == codes(asked, case, "good")
    else:
        assert set(case.own) == keys(case, "good")


@named([case for case in EXECUTED if case.stopped])
def test_some_bad_models_are_refused_by_the_compiler_itself(case: Case) -> None:
    assert case.stopped in codes(asked, case, "bad")


@named([case for case in CASES if case.not_executed])
def test_a_mistake_that_no_row_shows_stands_in_models_that_compile(case: Case) -> None:
    assert len(case.not_executed) > len("because")
    for which in ("bad", "good"):
        assert model_of(case, which).model.cubes


@named(LEAKING)
def test_no_leak_is_called_safe(case: Case) -> None:
    assert bool(case.beyond_facts) == is_called_safe(asked(case, "bad"))


@named([case for case in EXECUTED if case.plain and not case.refused])
def test_a_plain_guard_is_proven_in_the_good_model(case: Case) -> None:
    found = facts(asked(case, "good"))
    assert found
    assert {("bound", "restricts")} == {(fact.guard.state, fact.effect) for fact in found}


def test_every_folder_is_a_whole_case() -> None:
    files = {"bad.js", "good.js", "data.sql", "case.toml"}
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == {case.name for case in CASES}
    assert [] == [
        name for name in sorted(folders) if {path.name for path in (FOLDER / name).iterdir()} != files
    ]


def test_no_models_of_two_cases_differ_in_names_alone() -> None:
    found: dict[str, set[str]] = {}
    for case in CASES:
        for which in ("bad", "good"):
            found.setdefault(shape(case.text(which)), set()).add(case.name)
    assert [] == [sorted(names) for names in found.values() if len(names) > 1]


def test_the_models_of_a_case_differ() -> None:
    assert [] == [case.name for case in CASES if case.text("bad") == case.text("good")]


def test_every_expected_rule_has_a_code_of_a_rule() -> None:
    assert [] == [
        case.name for case in CASES if not case.rules or not all(map(leaks.RULE.fullmatch, case.rules))
    ]
