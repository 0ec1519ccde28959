"""Prepared statements are found again by asking a caller the same questions, and never without asking."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cubeproof.request.context import SecurityContext
from models import codes, compiled, statement

QUERY = {"measures": ["Notes.count"]}
TEXT = """
cube(`Notes`, {
  sql: `SELECT * FROM notes_${USER_CONTEXT.region.unsafeValue()} WHERE
    ${USER_CONTEXT.role.unsafeValue() === 'admin' ? '1 = 1' : USER_CONTEXT.id.filter('owner')}
    AND ${USER_CONTEXT.teams.filter((t) => `team IN (${t.map(x => x).join(', ')})`)}`,
  measures: { count: { type: `count` } },
});
"""
MODEL = compiled(Notes=TEXT)
VALUES = st.sampled_from(
    [None, True, False, 0, 1, 1.0, 42, "", "admin", "x", [], [1], [1, 2], ["a", 1], [True], [None]]
)
CLAIMS = st.fixed_dictionaries(
    {},
    optional={
        "id": VALUES,
        "role": VALUES,
        "teams": st.lists(st.integers(1, 9), max_size=3),
        "region": VALUES,
    },
)


def outcome(model: Any, claims: dict[str, Any]) -> Any:
    problems = codes(statement, model, QUERY, claims)
    if problems:
        return problems
    made = statement(model, QUERY, claims)
    return (
        made.sql,
        repr(made.params),
        [(g.claim, g.state, g.params) for g in made.guards],
        len(made.diagnostics),
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(CLAIMS, min_size=1, max_size=8))
def test_callers_get_what_they_would_get_alone(callers: list[dict[str, Any]]) -> None:
    shared = compiled(Notes=TEXT)
    for claims in callers:
        assert outcome(compiled(Notes=TEXT), claims) == outcome(shared, claims)


def test_another_caller_of_the_same_shape_gets_the_same_text_and_their_own_values() -> None:
    first = statement(MODEL, QUERY, {"id": 1, "teams": [1, 2], "region": "eu"})
    second = statement(MODEL, QUERY, {"id": 7, "teams": [3, 4], "region": "eu"})
    assert first.prepared is second.prepared
    assert (7, 3, 4) == second.params


def test_true_and_one_are_different_callers() -> None:
    model = compiled(
        Notes="cube(`Notes`, {sql: `SELECT * FROM n${USER_CONTEXT.id.unsafeValue()} WHERE 1 = 1`, measures: {count: {type: `count`}}});"
    )
    assert "FROM ntrue WHERE" in statement(model, QUERY, {"id": True}).sql
    assert "FROM n1 WHERE" in statement(model, QUERY, {"id": 1}).sql


def test_claims_never_change() -> None:
    claims = {"u": {"id": [1, 2]}, "iat": 1}
    context = SecurityContext.from_claims(claims).value
    statement(MODEL, QUERY, context.claims)
    assert {"u": {"id": [1, 2]}, "iat": 1} == claims
