"""What the tools call a mistake, and what they let pass."""

import pytest

import bench
import differential
from cubeproof.pipeline import compile_model
from cubeproof.workspace import from_texts
from differential import Answer
from questions import Question, questions

QUESTION = Question("one", {"measures": ["Orders.count"]}, {})
ROWS = Answer("SELECT", (), ("orders__count",), ((3,),), "")
OTHER_ROWS = Answer("SELECT", (), ("orders__count",), ((4,),), "")
REFUSED = Answer("", (), (), None, "no", frozenset({"E350"}))
NOT_YET = Answer("", (), (), None, "not yet", frozenset({"E353"}))
NOT_YET_AND_WRONG = Answer("", (), (), None, "both", frozenset({"E353", "E350"}))
FAILED = Answer("SELECT", (), (), None, "PostgreSQL: no")


@pytest.mark.parametrize(
    ("verdict", "oracle", "ours"),
    [
        ("equal", ROWS, ROWS),
        ("mismatch", ROWS, OTHER_ROWS),
        ("mismatch", ROWS, REFUSED),
        ("mismatch", ROWS, FAILED),
        ("mismatch", REFUSED, ROWS),
        ("mismatch", FAILED, ROWS),
        ("mismatch", ROWS, NOT_YET_AND_WRONG),
        ("refused by us", ROWS, NOT_YET),
        ("both refused", FAILED, REFUSED),
        ("both refused", REFUSED, FAILED),
    ],
)
def test_two_answers_have_a_verdict(verdict: str, oracle: Answer, ours: Answer) -> None:
    assert verdict == differential._compare(QUESTION, oracle, ours).verdict


def test_a_difference_on_purpose_is_named_in_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(differential, "DIFFERENCES", {"one": "a reason", "none": "a stale one"})
    compared = differential._compare(QUESTION, ROWS, OTHER_ROWS)
    assert ("different on purpose", "a reason") == (compared.verdict, compared.why)
    assert ("none",) == differential._stale([compared])


def test_a_table_of_differences_does_not_hide_what_is_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(differential, "DIFFERENCES", {"one": "a reason"})
    assert "equal" == differential._compare(QUESTION, ROWS, ROWS).verdict


@pytest.mark.parametrize(("over", "value"), [(False, 0.5), (False, 1.0), (True, 1.01)])
def test_a_figure_is_over_beyond_its_target(over: bool, value: float) -> None:
    assert over == bench.Figure("one", value, "x", 1).over


def test_a_figure_without_a_target_is_never_over() -> None:
    assert not bench.Figure("one", 1e9, "x").over


def test_the_questions_are_many_and_every_member_is_asked(schema) -> None:
    texts = {file.name: file.read_text("utf-8") for file in schema.rglob("*.js")}
    model = compile_model(from_texts(texts).value).value.model
    asked = questions(model)
    assert len(asked) >= 150
    mentioned = "\n".join(str(question.query) for question in asked)
    members = [
        f"'{cube.name}.{name}'"
        for cube in model.cubes.values()
        for name in (*cube.measures, *cube.dimensions, *cube.segments)
    ]
    assert [] == [member for member in members if member not in mentioned]
