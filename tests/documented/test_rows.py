"""Every question to the sample model gives the same rows on every engine."""

from collections.abc import Callable
from typing import Any

import pytest

from cubeproof.engines import Engine, EngineError
from cubeproof.pipeline import Compiled
from questions import Question, questions
from rows import difference

CANNOT = {f"E50{digit}" for digit in range(1, 10)} | {"database", "E553"}
"""The engine lacks what the query needs, or cannot compare the caller's text with a number, and says so."""
MISFITS = "caller injection: "
"""Text for a column of integers: refused by databases that know types, equal to nothing where columns have none."""
Rows = Callable[[Question, Engine], Any]


@pytest.fixture(scope="module")
def asked(sample: Compiled) -> tuple[Question, ...]:
    """The corpus."""
    return questions(sample.model)


@pytest.fixture(scope="module")
def rows(ask) -> Rows:
    """Columns and rows of an answer, or the codes of its refusal; `database` where the statement fails there."""

    def found(question: Question, engine: Engine) -> Any:
        answer = ask(question.query, question.claims, dialect=engine.dialect, aliases="underscored")
        if answer.value is None:
            return {d.code for d in answer.diagnostics if d.severity == "error"}
        try:
            return engine.run(answer.value.sql, answer.value.params)
        except EngineError as error:
            return {"database", error.code}

    return found


def differences(asked: tuple[Question, ...], rows: Rows, one: Engine, other: Engine) -> dict[str, Any]:
    """By question; an engine may lack an ability, and say so."""
    found = {}
    for question in asked:
        left, right = rows(question, one), rows(question, other)
        if isinstance(left, set) or isinstance(right, set):
            if left != right and not any(isinstance(side, set) and side <= CANNOT for side in (left, right)):
                found[question.name] = (left, right)
        elif why := difference(question.query, left.columns, left.rows, right.columns, right.rows):
            found[question.name] = why
    return found


def test_duckdb_and_sqlite_give_the_same_rows(asked, rows, duckdb_sample, sqlite_sample) -> None:
    typed = tuple(question for question in asked if not question.name.startswith(MISFITS))
    assert {} == differences(typed, rows, duckdb_sample, sqlite_sample)


def test_a_claim_of_the_wrong_type_finds_no_row(asked, rows, duckdb_sample, sqlite_sample) -> None:
    for question in (
        question for question in asked if question.name in (f"{MISFITS}orders", f"{MISFITS}lines")
    ):
        assert {"database", "E553"} == rows(question, duckdb_sample)
        assert 0 == rows(question, sqlite_sample).rows[0][0]


def test_duckdb_and_postgres_give_the_same_rows(asked, rows, duckdb_sample, postgres_sample) -> None:
    assert {} == differences(asked, rows, duckdb_sample, postgres_sample)


def test_most_questions_have_rows(asked, rows, duckdb_sample) -> None:
    answered = [question for question in asked if not isinstance(rows(question, duckdb_sample), set)]
    assert len(answered) > 0.8 * len(asked)
