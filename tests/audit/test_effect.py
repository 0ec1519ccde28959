"""What a guard does inside the SQL of its cube."""

import pytest

from cubeproof.audit import facts
from models import compiled, statement

GUARD = "${USER_CONTEXT.id.filter('owner')}"
CASES = [
    (f"SELECT * FROM notes WHERE {GUARD}", "restricts"),
    (f"SELECT * FROM notes WHERE deleted = false AND ({GUARD})", "restricts"),
    (f"SELECT n.* FROM notes n LEFT JOIN tags t ON t.id = n.tag WHERE {GUARD} AND (a OR b)", "unproven"),
    (f"WITH t AS (SELECT 1) SELECT * FROM notes WHERE {GUARD}", "restricts"),
    (f"SELECT * FROM notes WHERE {GUARD} UNION ALL SELECT * FROM old_notes", "partial"),
    (f"SELECT * FROM notes WHERE {GUARD} OR public", "unproven"),
    (f"SELECT * FROM notes WHERE NOT {GUARD}", "unproven"),
    (f"SELECT * FROM notes n LEFT JOIN tags t ON {GUARD}", "unproven"),
    (f"SELECT {GUARD} AS mine FROM notes", "unproven"),
    (f"SELECT * FROM (SELECT * FROM notes WHERE {GUARD}) x, notes", "unproven"),
    (f"SELECT * FROM notes WHERE CASE WHEN x THEN {GUARD} END", "unproven"),
    (f"SELECT * FROM notes WHERE {GUARD} AND AND", "unproven"),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner = ${v}`)}", "restricts"),
    (
        "SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner IN (SELECT o FROM owners WHERE boss = ${v})`)}",
        "restricts",
    ),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner = ${v} OR public`)}", "unproven"),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `${v} = ${v}`)}", "unproven"),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner <> ${v}`)}", "unproven"),
]


@pytest.mark.parametrize(("sql", "expected"), CASES)
def test_the_effect_of_a_guard(sql: str, expected: str) -> None:
    model = compiled(Notes="cube(`Notes`, {sql: `" + sql + "`, measures: {count: {type: `count`}}});")
    found = facts(statement(model, {"measures": ["Notes.count"]}, {"id": 42}))
    assert [expected] == [fact.effect for fact in found]


def test_a_guard_in_a_member_is_not_proven() -> None:
    member = (
        "cube(`Notes`, {sql: `SELECT * FROM notes`, measures: {count: {type: `count`, filters: [{sql: `"
        + GUARD
        + "`}]}}});"
    )
    model = compiled(Notes=member)
    made = statement(model, {"measures": ["Notes.count"]}, {"id": 42})
    assert ["unproven"] == [fact.effect for fact in facts(made)]
    assert (("Notes", "notes"),) == made.unguarded
