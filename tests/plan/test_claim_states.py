"""What a guard becomes for each state of its claim: the table of the two semantics, cell by cell."""

from typing import Any

import pytest

from models import codes, compiled, statement, where

ABSENT = object()
QUERY = {"measures": ["Notes.count"]}


def over(sql: str) -> str:
    return "cube(`Notes`, {sql: `" + sql + "`, measures: {count: {type: `count`}}});"


def cube(guard: str) -> str:
    return over("SELECT * FROM notes WHERE ${USER_CONTEXT." + guard + "}")


MODELS = {
    form: compiled(Notes=cube(guard))
    for form, guard in {
        "filter": "id.filter('owner')",
        "required": "id.requiredFilter('owner')",
        "callback": "id.filter((v) => `owner = ${v}`)",
        "listing": "id.filter((v) => `owner IN (${v.join(', ')})`)",
        "nested": "a.b.filter('owner')",
        "nested required": "a.b.requiredFilter('owner')",
    }.items()
}


def outcome(form: str, semantics: str, claims: dict[str, Any]) -> str:
    """`condition [params]`, or the codes of the errors."""
    model = MODELS[form]
    problems = codes(statement, model, QUERY, claims, semantics=semantics)
    if problems:
        return " ".join(problems)
    made = statement(model, QUERY, claims, semantics=semantics)
    (guard,) = made.guards
    return f"{where(made)} {list(made.params)} {guard.state}"


def claims_of(value: Any) -> dict[str, Any]:
    return {} if value is ABSENT else {"id": value}


# claim, cube .filter, cube .requiredFilter, strict (both forms)
TABLE = [
    (42, "owner = $1 [42] bound", "owner = $1 [42] bound", "owner = $1 [42] bound"),
    (1.5, "owner = $1 [1.5] bound", "owner = $1 [1.5] bound", "owner = $1 [1.5] bound"),
    ("x", "owner = $1 ['x'] bound", "owner = $1 ['x'] bound", "owner = $1 ['x'] bound"),
    (True, "owner = $1 [True] bound", "owner = $1 [True] bound", "owner = $1 [True] bound"),
    (0, "1 = 1 [] open", "E451", "owner = $1 [0] bound"),
    ("", "1 = 1 [] open", "E451", "owner = $1 [''] bound"),
    (False, "1 = 1 [] open", "E451", "owner = $1 [False] bound"),
    (None, "1 = 1 [] open", "E451", "E451"),
    (ABSENT, "1 = 1 [] open", "E451", "E451"),
    (
        [7, 9],
        "owner IN ($1, $2) [7, 9] bound",
        "owner IN ($1, $2) [7, 9] bound",
        "owner IN ($1, $2) [7, 9] bound",
    ),
    ([7], "owner IN ($1) [7] bound", "owner IN ($1) [7] bound", "owner IN ($1) [7] bound"),
    (
        [0, ""],
        "owner IN ($1, $2) [0, ''] bound",
        "owner IN ($1, $2) [0, ''] bound",
        "owner IN ($1, $2) [0, ''] bound",
    ),
    ([], "1 = 0 [] closed", "1 = 0 [] closed", "1 = 0 [] closed"),
    ([7, None], "owner IN ($1, $2) [7, None] bound", "owner IN ($1, $2) [7, None] bound", "E455"),
    ([{"x": 1}], "E454", "E454", "E454"),
    ([[7]], "E454", "E454", "E454"),
    ({"x": 1}, "E452", "E452", "E452"),
]


@pytest.mark.parametrize(("claim", "expected"), [(claim, cube) for claim, cube, _, _ in TABLE])
def test_a_filter_under_cube_semantics(claim: Any, expected: str) -> None:
    assert expected == outcome("filter", "cube", claims_of(claim))


@pytest.mark.parametrize(("claim", "expected"), [(claim, required) for claim, _, required, _ in TABLE])
def test_a_required_filter_under_cube_semantics(claim: Any, expected: str) -> None:
    assert expected == outcome("required", "cube", claims_of(claim))


@pytest.mark.parametrize("form", ["filter", "required"])
@pytest.mark.parametrize(("claim", "expected"), [(claim, strict) for claim, _, _, strict in TABLE])
def test_both_forms_under_strict_semantics(form: str, claim: Any, expected: str) -> None:
    assert expected == outcome(form, "strict", claims_of(claim))


# claims, cube .filter, cube .requiredFilter, strict
NESTED = [
    ({"a": {"b": 42}}, "owner = $1 [42] bound", "owner = $1 [42] bound", "owner = $1 [42] bound"),
    ({"a": {}}, "1 = 1 [] open", "E451", "E451"),
    ({}, "1 = 1 [] open", "E451", "E451"),
    ({"a": None}, "1 = 1 [] open", "E451", "E451"),
    ({"a": [{"b": 42}]}, "1 = 1 [] open", "E451", "E451"),
    ({"a": "text"}, "E453", "E453", "E453"),
    ({"a": 0}, "E453", "E453", "E453"),
]


@pytest.mark.parametrize(("claims", "filtered", "required", "strict"), NESTED)
def test_a_nested_claim(claims: dict[str, Any], filtered: str, required: str, strict: str) -> None:
    assert filtered == outcome("nested", "cube", claims)
    assert required == outcome("nested required", "cube", claims)
    assert strict == outcome("nested", "strict", claims)
    assert strict == outcome("nested required", "strict", claims)


# claim, scalar callback under cube, under strict
CALLED = [
    (42, "owner = $1 [42] bound", "owner = $1 [42] bound"),
    ("x", "owner = $1 ['x'] bound", "owner = $1 ['x'] bound"),
    (True, "owner = $1 [True] bound", "owner = $1 [True] bound"),
    (0, "1 = 1 [] open", "owner = $1 [0] bound"),
    ("", "1 = 1 [] open", "owner = $1 [''] bound"),
    (False, "1 = 1 [] open", "owner = $1 [False] bound"),
    (None, "1 = 1 [] open", "E451"),
    (ABSENT, "1 = 1 [] open", "E451"),
    ({"x": 1}, "E452", "E452"),
    ([[7]], "E454", "E454"),
]


@pytest.mark.parametrize(("claim", "cube_", "strict"), CALLED)
def test_a_callback(claim: Any, cube_: str, strict: str) -> None:
    assert cube_ == outcome("callback", "cube", claims_of(claim))
    assert strict == outcome("callback", "strict", claims_of(claim))


# claim, list callback under cube, under strict
LISTED = [
    ([7, 9], "owner IN ($1, $2) [7, 9] bound", "owner IN ($1, $2) [7, 9] bound"),
    ([7], "owner IN ($1) [7] bound", "owner IN ($1) [7] bound"),
    ([7, None], "owner IN ($1, $2) [7, None] bound", "E455"),
    ([], "E456", "1 = 0 [] closed"),
]


@pytest.mark.parametrize(("claim", "cube_", "strict"), LISTED)
def test_a_callback_for_a_list(claim: Any, cube_: str, strict: str) -> None:
    assert cube_ == outcome("listing", "cube", claims_of(claim))
    assert strict == outcome("listing", "strict", claims_of(claim))


def test_a_callback_that_joins_a_scalar_is_an_error() -> None:
    assert codes(statement, MODELS["listing"], QUERY, {"id": 42})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("`1 = 0`", "1 = 0 [] closed"),
        ("`TRUE`", "TRUE [] open"),
        ("v.length ? `owner IN (${v.join(', ')})` : `1 = 0`", "1 = 0 [] closed"),
    ],
)
def test_a_callback_that_has_a_constant_for_an_empty_list(body: str, expected: str) -> None:
    MODELS["made"] = compiled(Notes=cube(f"id.filter((v) => {body})"))
    assert expected == outcome("made", "cube", {"id": []})


def test_a_callback_that_ignores_its_argument_is_open() -> None:
    MODELS["made"] = compiled(Notes=cube("id.filter((v) => `deleted = false`)"))
    assert outcome("made", "cube", {"id": 42}) == "deleted = false [] open"


def test_the_object_u_is_merged_over_the_root_and_wins() -> None:
    model = MODELS["filter"]
    same = [{"u": {"id": 42}}, {"id": 42}, {"u": {"id": 42}, "id": 7}]
    assert {(42,)} == {statement(model, QUERY, claims).params for claims in same}
    assert statement(model, QUERY, {"u": "text", "id": 42}).params == (42,)


def test_an_open_guard_is_a_warning_at_its_place() -> None:
    made = statement(MODELS["filter"], QUERY, {})
    (warning,) = made.diagnostics
    assert ("E457", "warning", "Notes.js:1:48") == (warning.code, warning.severity, repr(warning.span))


def test_bracket_access_reaches_a_namespaced_claim() -> None:
    model = compiled(
        Notes=cube("id.filter('owner')").replace(
            "USER_CONTEXT.id", "SECURITY_CONTEXT['https://x.example/id']"
        )
    )
    assert statement(model, QUERY, {"https://x.example/id": 5}).params == (5,)


@pytest.mark.parametrize(("claim", "text"), [(42, "t42"), ("a", "ta"), ([1, 2], "t1,2"), (True, "ttrue")])
def test_unsafe_value_is_spliced_as_text(claim: Any, text: str) -> None:
    model = compiled(Notes=over("SELECT * FROM t${USER_CONTEXT.id.unsafeValue()} WHERE 1 = 1"))
    made = statement(model, QUERY, {"id": claim})
    assert f"SELECT * FROM {text} WHERE" in made.sql
    assert [("unsafeValue", "id")] == [(guard.form, guard.claim) for guard in made.guards]


def test_unsafe_value_of_an_absent_claim() -> None:
    model = compiled(Notes=over("SELECT * FROM t_${USER_CONTEXT.id.unsafeValue()} WHERE 1 = 1"))
    assert "t_undefined" in statement(model, QUERY, {}).sql
    assert codes(statement, model, QUERY, {}, semantics="strict") == ["E451"]


# claim, condition
BARE = [
    (42, "owner = ANY(ARRAY[$1]) [42]"),
    (0, "owner = ANY(ARRAY[$1]) [0]"),
    ("", "owner = ANY(ARRAY[$1]) ['']"),
    (False, "owner = ANY(ARRAY[$1]) [False]"),
    ([1, 2], "owner = ANY(ARRAY[$1, $2]) [1, 2]"),
    ([], "E451"),
    (None, "E451"),
    (ABSENT, "E451"),
    ({"x": 1}, "E452"),
]


@pytest.mark.parametrize("semantics", ["cube", "strict"])
@pytest.mark.parametrize(("claim", "expected"), BARE)
def test_a_bare_claim_is_a_parameter(semantics: str, claim: Any, expected: str) -> None:
    model = compiled(Notes=over("SELECT * FROM notes WHERE owner = ANY(ARRAY[${SECURITY_CONTEXT.id}])"))
    problems = codes(statement, model, QUERY, claims_of(claim), semantics=semantics)
    if problems:
        assert [expected] == problems
        return
    made = statement(model, QUERY, claims_of(claim), semantics=semantics)
    assert expected == f"{where(made)} {list(made.params)}"


CHOICE = over(
    "SELECT * FROM notes WHERE ${USER_CONTEXT.role%s === 'admin' ? '1 = 1' : USER_CONTEXT.id.filter('owner')}"
)


def test_a_condition_on_an_unsafe_value_is_decided_for_the_caller() -> None:
    model = compiled(Notes=CHOICE % ".unsafeValue()")
    assert where(statement(model, QUERY, {"role": "admin", "id": 1})) == "1 = 1"
    assert where(statement(model, QUERY, {"role": "user", "id": 1})) == "owner = $1"
    assert where(statement(model, QUERY, {"id": 1})) == "owner = $1"
    assert codes(statement, model, QUERY, {"id": 1}, semantics="strict") == ["E451"]


def test_a_condition_on_a_bare_claim_does_not_depend_on_it() -> None:
    model = compiled(Notes=CHOICE % "")
    for role in ("admin", "user"):
        made = statement(model, QUERY, {"role": role, "id": 1})
        assert where(made) == "owner = $1"
        assert "E459" in [d.code for d in made.diagnostics]
    assert codes(statement, model, QUERY, {"role": "admin", "id": 1}, semantics="strict") == ["E459"]


def test_a_list_of_unsafe_values_can_be_mapped() -> None:
    model = compiled(
        Notes=over(
            "SELECT * FROM notes WHERE owner IN (${USER_CONTEXT.ids.unsafeValue().map(i => `'${i}'`).join(', ')})"
        )
    )
    assert where(statement(model, QUERY, {"ids": [1, 2]})) == "owner IN ('1', '2')"
    assert where(statement(model, QUERY, {"ids": [3]})) == "owner IN ('3')"


def test_a_nul_character_cannot_be_spliced() -> None:
    model = compiled(Notes=over("SELECT * FROM t${USER_CONTEXT.id.unsafeValue()} WHERE 1 = 1"))
    assert codes(statement, model, QUERY, {"id": "a\0b"}) == ["E458"]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM notes WHERE ${USER_CONTEXT.id.unsafeValue() === 'admin' ? '1 = 1' : '1 = 0'}",
        "SELECT * FROM notes WHERE owner = '${USER_CONTEXT.id.unsafeValue()}'",
        "SELECT * FROM notes WHERE ${[USER_CONTEXT.id.unsafeValue()].map(i => `owner = '${i.trim()}'`).join('')}",
    ],
)
def test_a_value_that_decides_the_text_is_listed_as_a_guard_that_proves_nothing(text: str) -> None:
    (guard,) = statement(compiled(Notes=over(text)), QUERY, {"id": "admin"}).guards
    assert ("id", "unsafeValue") == (guard.claim, guard.form)


def test_a_whole_number_is_bound_as_one_also_where_it_is_written_with_a_point() -> None:
    model = compiled(Notes=over("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('owner')}"))
    (bound,) = statement(model, QUERY, {"id": 42.0}).params
    assert (42, int) == (bound, type(bound))
