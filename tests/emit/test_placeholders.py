"""Placeholders are numbered in the order of the text, and each has its parameter."""

import re

import pytest
from emit_plans import DIALECTS, call, claim, column, orders, select, sql, statement, value, word
from hypothesis import given
from hypothesis import strategies as st

from cubeproof.plan import nodes

PLACEHOLDER = {"postgres": r"\$\d+", "duckdb": r"\$\d+", "sqlite": r"\?"}


def _compared(left: nodes.Expression, index: int) -> nodes.Expression:
    return nodes.Compare(left=left, operator="=", right=value(index))


EXPRESSIONS = st.recursive(
    st.one_of(
        st.integers(0, 9).map(value),
        st.builds(lambda i: sql("f(", value(i), ")"), st.integers(0, 9)),
        st.builds(lambda i: _compared(sql("a"), i), st.integers(0, 9)),
        st.just(sql("a || 'b'")),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(lambda found: nodes.And(operands=tuple(found))),
        st.lists(inner, min_size=2, max_size=4).map(lambda found: nodes.Or(operands=tuple(found))),
        inner.map(lambda found: call("date_trunc", found, word("quarter"))),
        inner.map(lambda found: sql("g(", nodes.Operand(expression=found), ") + 1")),
        inner.map(lambda found: call("contains", sql("a"), found)),
    ),
    max_leaves=12,
)


@given(EXPRESSIONS, EXPRESSIONS, st.sampled_from(DIALECTS))
def test_there_is_one_parameter_for_each_placeholder(
    left: nodes.Expression, right: nodes.Expression, dialect: str
) -> None:
    prepared = statement(select(column(left), source=orders("SELECT ", right), where=(right, left)), dialect)
    found = re.findall(PLACEHOLDER[dialect], prepared.sql)
    assert len(found) == len(prepared.params)
    assert "\0" not in prepared.sql
    if dialect != "sqlite":
        assert [f"${i}" for i in range(1, len(found) + 1)] == found


def test_every_occurrence_is_its_own() -> None:
    twice = select(source=orders("SELECT ", claim(), ", ", claim()), where=(_compared(sql("a"), 0),))
    prepared = statement(twice, "postgres")
    assert (claim(), claim(), value(0)) == prepared.params
    assert "SELECT $1, $2\n" in prepared.sql
    assert "a = $3" in prepared.sql


def test_a_template_that_repeats_an_argument_repeats_its_parameter() -> None:
    quarter = call("date_trunc", value(3), word("quarter"))
    assert (value(3), value(3)) == statement(select(column(quarter)), "sqlite").params


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((claim(), "0"), "$1 0"),
        ((claim(), claim()), "$1 $2"),
        (("a", claim()), "a $1"),
        (("'a'", claim()), "'a' $1"),
        ((claim(), "'a'"), "$1 'a'"),
        (("f(", claim(), ")::int"), "f($1)::int"),
        (("a=", claim(), ";"), "a=$1"),
    ],
)
def test_a_placeholder_never_runs_into_its_neighbour(
    parts: tuple[str | nodes.Expression, ...], expected: str
) -> None:
    prepared = statement(select(column(sql(*parts))), "postgres")
    assert f'SELECT\n  {expected} "orders.status"\nFROM' in prepared.sql


def test_a_digit_behind_a_parameter_does_not_take_another_ones_value(dialect: str, run) -> None:
    params = tuple(claim("r", i) for i in range(10))
    listed = sql(*(piece for param in params for piece in (param, ", ")), "1")
    source = orders("SELECT 1 AS a WHERE 1 IN (", listed, ") OR 1 = ", params[0], "0")
    prepared = statement(select(column("a"), source=source), dialect)
    with pytest.raises(Exception, match=r"(?i)syntax|near"):
        run(prepared.sql, [5] * len(prepared.params))
