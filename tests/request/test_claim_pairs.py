from typing import Any

import pytest

from cubeproof.request.pairs import read_pairs


@pytest.mark.parametrize(
    ("pair", "key", "value"),
    [
        ("id=42", "id", 42), ("role=admin", "role", "admin"), ('id="42"', "id", "42"), ("id=007", "id", "007"),
        ("a=b=c", "a", "b=c"), ("a==", "a", "="), ("a=", "a", ""), ("a= x ", "a", " x "), ("a=null", "a", None),
        ("a=true", "a", True), ('a=["x", 1]', "a", ["x", 1]), ('a={"b": {"c": 1.5}}', "a", {"b": {"c": 1.5}}),
        ("a=NaN", "a", "NaN"), ("a=-Infinity", "a", "-Infinity"), ("a=[x", "a", "[x"), ("a=1 2", "a", "1 2"),
        ("a.b=1", "a.b", 1), ("Zoë=☃", "Zoë", "☃"),
    ],
)  # fmt: skip
def test_a_value_is_json_where_it_parses_else_text(pair: str, key: str, value: Any) -> None:
    claims, diagnostics = read_pairs([pair])
    assert ({key: value}, ()) == (claims, diagnostics)
    assert type(value) is type(claims[key])


def test_claims_keep_their_order() -> None:
    assert ["b", "a", "c"] == list(read_pairs(["b=1", "a=2", "c=3"]).value)


@pytest.mark.parametrize(
    ("pairs", "code", "message", "path"),
    [
        (["id"], "E431", "a claim without `=`", None),
        ([""], "E431", "a claim without `=`", None),
        (["=1"], "E431", "a claim without a name before its `=`", None),
        (["id=1", "id=1"], "E432", "the claim `id` is given twice", "id"),
        (['u={"id": 1, "id": 2}'], "E401", "the key `id` is given twice", "u"),
        (
            ["id=12345678901234567890"],
            "E402",
            "the number `12345678901234567890` does not fit into 64 bits",
            "id",
        ),
        (["a=" + "[" * 101 + "]" * 101], "E403", "the claim `a` is nested deeper than 100 levels", "a"),
    ],
)
def test_nothing_is_dropped_silently(pairs: list[str], code: str, message: str, path: str | None) -> None:
    (problem,) = read_pairs(pairs).diagnostics
    assert (code, message, path) == (problem.code, problem.message, problem.path)
