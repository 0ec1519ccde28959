"""The documentation's query for the sample's tokens, on every dialect, under both semantics."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from sql_files import page

from cubeproof.request.token import verify

QUERY = {"measures": ["Orders.count"]}
TOKENS: dict[str, Any] = {
    "42": {"u": {"id": 42}},
    "7": {"u": {"id": 7}},
    "none": {},
    "list": {"u": {"id": [42, 7]}},
    "injection": {"u": {"id": "' OR 1=1 --"}},
}
TEXT = """\
SELECT
  count(*) "orders.count"
FROM (
  SELECT * FROM public.orders WHERE user_id = 42
) AS orders
LIMIT 10000"""
TOKEN = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1Ijp7ImlkIjo0Mn0sImlhdCI6MTU1NjAyNTM1MiwiZXhwIjoxNTU4NjE3MzUyfQ."
    "_8QBL6nip6SkIrFzZzGq2nSF8URhl5BSSSGZYp7IJZ4"
)


@pytest.mark.parametrize("semantics", ["cube", "strict"])
@pytest.mark.parametrize("dialect", ["postgres", "duckdb", "sqlite"])
@pytest.mark.parametrize("token", TOKENS)
def test_count(ask, sql_files, token: str, dialect: str, semantics: str) -> None:
    claims = TOKENS[token]
    answer = ask(QUERY, claims, dialect=dialect, semantics=semantics)
    context = f"{token} {json.dumps(claims)}"
    assert sql_files == page(QUERY, context, semantics, answer.value, answer.diagnostics)


@pytest.mark.parametrize("dialect", ["postgres", "duckdb", "sqlite"])
def test_the_documented_query_prints_as_documented(ask, dialect: str) -> None:
    assert TEXT == ask(QUERY, {"u": {"id": 42}}, dialect=dialect).value.inline().rstrip("\n")


def test_the_documented_token_means_user_42_while_it_is_valid(ask) -> None:
    claims = verify(TOKEN, "secret", datetime(2019, 5, 1, tzinfo=UTC)).value
    assert TEXT == ask(QUERY, claims).value.inline().rstrip("\n")


def test_the_documented_token_is_expired_today() -> None:
    answer = verify(TOKEN, "secret", datetime(2026, 1, 1, tzinfo=UTC))
    assert answer.value is None
    assert ["expired" in d.message for d in answer.diagnostics if d.severity == "error"] == [True]


def test_user_and_root_claims_mean_the_same_caller(ask) -> None:
    nested, root = (ask(QUERY, claims).value for claims in ({"u": {"id": 42}}, {"id": 42}))
    assert (nested.sql, nested.params) == (root.sql, root.params)


def test_a_token_without_claims_is_warned_of_at_the_guard(ask) -> None:
    (warning,) = ask(QUERY, {}).diagnostics
    assert ("warning", "schema/Orders.js:2:43") == (warning.severity, repr(warning.span))
    assert "`id`" in warning.message
