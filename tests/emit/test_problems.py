"""SQL that no statement could hold is found without any query, in the dialects that the cube may be read in."""

import pytest

from cubeproof.emit import dialect, names, problems
from models import compiled

EVERY = tuple(map(dialect, names()))
MEMBER = "cube(`Notes`, {sql: `SELECT * FROM notes`, dimensions: {a: {sql: `%s`, type: `string`}}});"
ROWS = "cube(`Notes`, {sql: `%s`, measures: {n: {type: `count`}}});"
GUARD = "${USER_CONTEXT.id.filter('owner')}"


@pytest.mark.parametrize(
    ("model", "code"),
    [
        (ROWS % "DELETE FROM notes RETURNING *", "E509"),
        (ROWS % "WITH x AS (DELETE FROM notes RETURNING *) SELECT * FROM x", "E509"),
        (ROWS % "SELECT * FROM notes; DROP TABLE notes", "E505"),
        (ROWS % f"SELECT * FROM notes WHERE ({GUARD}", "E503"),
        (ROWS % "SELECT * FROM notes WHERE a = 'it", "E503"),
        (ROWS % "SELECT * FROM notes WHERE a = $1", "E506"),
        (MEMBER % "coalesce(a, b", "E503"),
        (MEMBER % "a; b", "E505"),
        (MEMBER % "a /* b", "E503"),
        ("cube(`Notes`, {sqlTable: `notes JOIN tags`, dimensions: {a: {sql: `a`, type: `string`}}});", "E508"),
    ],
)  # fmt: skip
def test_what_no_statement_could_hold_is_found(model: str, code: str) -> None:
    (found,) = problems(compiled(Notes=model).model, lambda _: EVERY)
    assert code == found.code
    assert found.span is not None
    assert model[found.span.start] == "`"


@pytest.mark.parametrize(
    "model",
    [
        ROWS % f"SELECT * FROM notes WHERE {GUARD} -- every row's own\n",
        ROWS % "SELECT * FROM notes;",
        ROWS % "SELECT 'a;b', \"c;d\" /* ; ( */ FROM notes",
        ROWS
        % "SELECT * FROM ${USER_CONTEXT.tenant.unsafeValue()}.notes WHERE (a",  # a caller's text may close it
        ROWS % "SELECT * FROM notes WHERE a = 'it\\\\'s'",  # MySQL and BigQuery read a quote inside
        MEMBER % "${CUBE}.a->>'b'",
        MEMBER % "a -- the letter",
    ],
)
def test_what_some_engine_could_hold_is_left_to_its_statement(model: str) -> None:
    assert () == problems(compiled(Notes=model).model, lambda _: EVERY)


def test_only_the_dialect_of_the_cube_counts_where_it_is_known() -> None:
    model = compiled(Notes=MEMBER % "$$a;b$$").model
    assert () == problems(model, lambda _: (dialect("postgres"),))
    assert ["E506"] == [found.code for found in problems(model, lambda _: (dialect("sqlite"),))]


def test_an_inherited_member_is_said_once() -> None:
    child = "cube(`Child`, {extends: Notes, sql: `SELECT * FROM more`});"
    assert 1 == len(problems(compiled(Notes=MEMBER % "(a", Child=child).model, lambda _: EVERY))
