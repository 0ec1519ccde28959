import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cubeproof.request.jsonplaces import places, step
from cubeproof.request.jsontext import CLAIM_CODES, read_json

TRICKY = '{"a": [1, {"b\\"]": "x, \\"y: {"}], "": {"c": null}, "é.f": [[], {}]}'
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), part),
    max_leaves=12,
)  # fmt: skip


def _shown(text: str | bytes) -> list[tuple[str, str | None, str]]:
    """Code, path and marked text of each problem."""
    found = read_json(text, "query").diagnostics
    return [(d.code, d.path, d.span.source.text[d.span.start : d.span.end] if d.span else "") for d in found]


@given(ANY_JSON)
def test_what_json_says_is_read_as_it_is(value: Any) -> None:
    assert (value, ()) == read_json(json.dumps(value, ensure_ascii=False), "query")


def test_a_byte_order_mark_is_skipped() -> None:
    assert {"id": 1} == read_json(b'\xef\xbb\xbf{"id": 1}', "context").value


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('{"a": [1,]}', (1, 10), "a comma stands before this"),
        ('{"a": 1,\n}', (2, 1), "a comma stands before this"),
        ('{"a": 1\n "b": 2}', (2, 2), "a comma is missing before this"),
        ('{"a" 1}', (1, 6), "a colon is missing before this"),
        ("{'a': 1}", (1, 2), "this is not JSON"),
        ('{"a": 1', (1, 7), "the text ends too early"),
        ('{"a": "x', (1, 7), "this string is not closed"),
        ('{"a": "x\ny"}', (1, 9), "a line break or control character inside a string"),
        ('{"a": "\\q"}', (1, 8), "an unknown escape"),
        ("{} {}", (1, 4), "the value ended before this"),
        ("{a: 1}", (1, 2), "a key in double quotes is expected"),
        ('{"a": undefined}', (1, 7), "a value is expected"),
    ],
)
def test_bad_syntax_shows_where_and_why(text: str, place: tuple[int, int], reason: str) -> None:
    (problem,) = read_json(text, "query").diagnostics
    assert ("E300", reason) == (problem.code, problem.label)
    assert problem.span is not None
    assert place == problem.span.source.position(problem.span.start)
    assert f"the query is not JSON: line {place[0]}, column {place[1]}" == problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the query is empty"),
        (" \n", "the query is empty"),
        (b'{"a": "\xff"}', "the query is not UTF-8 text: byte 8 does not fit"),
        ('"\\ud800"', "the query holds half of a surrogate pair, which is no character"),
        ('{"\\uDC00": 1}', "the query holds half of a surrogate pair, which is no character"),
        ('"\ud800"', "the query holds half of a surrogate pair, which is no character"),
    ],
)
def test_what_is_no_text_is_refused(text: str | bytes, message: str) -> None:
    assert [("E300", message)] == [(d.code, d.message) for d in read_json(text, "query").diagnostics]


def test_a_whole_surrogate_pair_is_a_character() -> None:
    assert "😀" == read_json('"\\ud83d\\ude00"', "query").value


def test_every_key_given_twice_is_reported_where_it_stands_again() -> None:
    text = '{"a": 1, "b": {"a": 1, "\\u0061": 2}, "a": {"b": 1}, "a": {"b": 2}}'
    assert [("E301", "b.a", '"\\u0061"'), ("E301", "a", '"a"'), ("E301", "a", '"a"')] == _shown(text)
    first = read_json(text, "query").diagnostics[1]
    assert ["first given here"] == [related.message for related in first.related]
    assert 1 == first.related[0].span.start


def test_the_same_key_in_different_objects_is_no_duplicate() -> None:
    assert () == read_json('[{"a": {"a": 1}}, {"a": 2}]', "query").diagnostics


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9223372036854775808", "-9223372036854775809", "1" * 5000]
)  # fmt: skip
def test_a_number_that_is_not_kept_exactly_is_refused(number: str) -> None:
    assert [("E302", None, number)] == _shown(f'{{"a": "NaN", "b": [{number}]}}')


@pytest.mark.parametrize("number", ["9223372036854775807", "-9223372036854775808", "1e308", "0", "-0.5"])
def test_a_number_of_64_bits_is_kept(number: str) -> None:
    assert json.loads(number) == read_json(number, "query").value


@pytest.mark.parametrize("text", ["[" * 101 + "]" * 101, "[" * 100_000, '{"a":' * 5000 + "1" + "}" * 5000])
def test_absurd_nesting_is_refused(text: str) -> None:
    assert [("E303", None, "")] == _shown(text)


def test_a_hundred_levels_and_many_brackets_in_a_row_are_fine() -> None:
    assert () == read_json("[" * 100 + "]" * 100, "query").diagnostics
    assert () == read_json("[" + ",".join(["[]"] * 500) + "]", "query").diagnostics


@pytest.mark.parametrize(
    ("text", "code"),
    [("{", "E400"), ('{"a": 1, "a": 2}', "E401"), ('{"a": NaN}', "E402"), ("[" * 200 + "]" * 200, "E403")],
)
def test_claims_have_codes_of_their_own(text: str, code: str) -> None:
    assert [code] == [d.code for d in read_json(text, "context", CLAIM_CODES).diagnostics]


def test_every_value_has_a_place() -> None:
    found = {path: TRICKY[slice(*place.value)] for path, place in places(TRICKY).items()}
    expected = {
        "a[0]": "1", 'a[1]["b\\"]"]': '"x, \\"y: {"', "a[1]": '{"b\\"]": "x, \\"y: {"}', '[""].c': "null",
        '["é.f"][0]': "[]", '["é.f"][1]': "{}", '["é.f"]': "[[], {}]", "": TRICKY,
    }  # fmt: skip
    assert expected == {path: found[path] for path in expected}


@given(ANY_JSON)
def test_the_place_of_a_value_holds_that_value(value: Any) -> None:
    text = json.dumps(value, indent=1)
    where = places(text)
    pending = [("", value)]
    while pending:
        path, part = pending.pop()
        assert part == json.loads(text[slice(*where[path].value)])
        parts = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        pending += [(step(path, key), inner) for key, inner in parts]
