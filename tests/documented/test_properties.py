"""What must hold for every caller and every value: no value in the text, a value for each placeholder, equal bytes."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

PLACEHOLDERS = {"postgres": r"\$\d+", "duckdb": r"\$\d+|\?", "sqlite": r"\?\d*"}
MARK = "zq9"
"""In no model and no word of SQL."""
TEXTS = st.text().map(lambda text: f"{MARK}{text}{MARK}")
NUMBERS = st.integers(10**12, 10**15) | st.floats(1e12, 1e15)
LEAVES = TEXTS | NUMBERS | st.none() | st.booleans() | st.sampled_from([0, "", 0.0])
VALUES = st.recursive(
    LEAVES,
    lambda values: st.lists(values, max_size=4) | st.dictionaries(st.text(max_size=3), values, max_size=2),
    max_leaves=6,
)
CLAIMS = st.fixed_dictionaries({}, optional=dict.fromkeys(("id", "country", "stores", "u"), VALUES))
DIALECTS = st.sampled_from(sorted(PLACEHOLDERS))
SEMANTICS = st.sampled_from(["cube", "strict"])
QUERIES: tuple[dict[str, Any], ...] = (
    {"measures": ["Orders.count"]},
    {"measures": ["Sales.count"], "dimensions": ["Stores.name", "Customers.city"]},
    {"measures": ["LineItems.revenue"], "dimensions": ["Sales.status"]},
)
OPERATORS = ("equals", "notEquals", "contains", "notContains", "startsWith", "notEndsWith", "gt", "lte")


def leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item)]
    return [value]


def telling(value: Any) -> list[str]:
    """The spellings under which a value could stand in a text, if it is one that nothing else spells."""
    return [
        spelling
        for leaf in leaves(value)
        if not isinstance(leaf, bool) and leaf and leaf is not None
        for spelling in {str(leaf), repr(leaf), repr(leaf)[1:-1] if isinstance(leaf, str) else str(leaf)}
    ]


def holds(answer: Any, dialect: str) -> None:
    """The invariants of one statement."""
    sql, pieces = answer.value.sql, answer.value.prepared.pieces
    assert len(answer.value.params) == sum(not isinstance(piece, str) for piece in pieces)
    assert len(answer.value.params) == len(re.findall(PLACEHOLDERS[dialect], sql))


@given(claims=CLAIMS, query=st.sampled_from(QUERIES), dialect=DIALECTS, semantics=SEMANTICS)
def test_no_claim_enters_the_text(ask, claims, query, dialect, semantics) -> None:
    answer = ask(query, claims, dialect=dialect, semantics=semantics)
    if answer.value is not None:
        holds(answer, dialect)
        assert [] == [spelling for spelling in telling(claims) if spelling in answer.value.sql]


@given(
    values=st.lists(TEXTS | NUMBERS, min_size=1, max_size=4),
    operator=st.sampled_from(OPERATORS),
    member=st.sampled_from(["Sales.status", "Sales.campaign", "Customers.name"]),
    dialect=DIALECTS,
)
def test_no_value_of_a_query_enters_the_text(ask, values, operator, member, dialect) -> None:
    values = values[:1] if operator in ("gt", "lte") else values
    query = {"dimensions": [member], "filters": [{"member": member, "operator": operator, "values": values}]}
    answer = ask(query, {"id": 42, "country": "US"}, dialect=dialect)
    assert answer.value is not None or any(MARK not in str(value) for value in values), answer.diagnostics
    if answer.value is not None:
        holds(answer, dialect)
        assert [] == [spelling for spelling in telling(values) if spelling in answer.value.sql]


@given(claims=CLAIMS, query=st.sampled_from(QUERIES), dialect=DIALECTS)
def test_compiling_twice_gives_the_same_bytes(ask, claims, query, dialect) -> None:
    first, second = (ask(query, claims, dialect=dialect) for _ in range(2))
    assert first.diagnostics == second.diagnostics
    assert (first.value is None) == (second.value is None)
    if first.value is not None:
        assert (first.value.sql, first.value.params) == (second.value.sql, second.value.params)


@pytest.mark.parametrize("form", ["a", "b"])
def test_two_callers_of_one_shape_share_the_text(ask, form) -> None:
    query = QUERIES[1]
    claims = {"id": f"{form}1", "stores": [f"{form}2", f"{form}3"], "country": f"{form}4"}
    expected = ask(query, {"id": "x", "stores": ["x", "x"], "country": "x"}).value
    assert expected.sql == ask(query, claims).value.sql
    assert (f"{form}1", f"{form}2", f"{form}3", f"{form}4") == tuple(sorted(ask(query, claims).value.params))
