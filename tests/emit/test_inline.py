"""The display form: values as literals that the engine reads back exactly."""

import pytest
from emit_plans import DIALECTS, claim, codes, column, orders, select, sql, statement
from hypothesis import given
from hypothesis import strategies as st

from cubeproof import emit
from cubeproof.plan import nodes

HOSTILE = [
    "",
    "'",
    "''",
    "\\",
    "\\'",
    "\\\\'",
    "' OR 1 = 1 --",
    "'; DROP TABLE orders; --",
    "\\'; DROP TABLE orders; --",
    "/* */ -- \n ;",
    "$$ $a$ $1 ? :b",
    '"a" `b` [c]',
    "E'\\x27'",
    "%_\\%",
    "line\nbreak\r\n\ttab",
    "\u2019\uff07\u02bc",
    "😀 e\u0301 \u202e \ufeff",
    "{{ 7 * 7 }} {% raw %} ${id}",
    "NULL",
    "a" * 5000,
]


def _one(dialect: str) -> emit.Prepared:
    return statement(select(column(claim()), source=orders("SELECT 1 AS a")), dialect)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_comes_back_character_by_character(hostile: str, dialect: str, run) -> None:
    assert [(hostile,)] == run(emit.inline(_one(dialect), [hostile]))


@pytest.mark.parametrize("hostile", ["\x1b[2J", "a\x07", "\x9b31m", "\r", "\x1b\x1b'\\", "\u202e"])
def test_no_character_reaches_a_terminal_that_it_would_obey(hostile: str, dialect: str, run) -> None:
    inlined = emit.inline(_one(dialect), [hostile])
    assert inlined.replace("\n", "").isprintable()
    assert [(hostile,)] == run(inlined)


@pytest.mark.parametrize("dialect", ["duckdb", "sqlite"])
def test_nul_comes_back_where_the_engine_can_hold_it(dialect: str, engines) -> None:
    prepared = statement(
        select(column(sql("length(", claim(), ")")), source=orders("SELECT 1 AS a")), dialect
    )
    inlined = emit.inline(prepared, ["a\0'b"])
    assert "\0" not in inlined
    hexed = inlined.replace("length(", "hex(")
    assert [("61002762",)] == engines[dialect](hexed)


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_any_text_comes_back(engines, text: str) -> None:
    for name in engines:
        assert [(text,)] == engines[name](emit.inline(_one(name), [text]))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "NULL"),
        (True, "TRUE"),
        (False, "FALSE"),
        (42, "42"),
        (-42, "-42"),
        (1.5, "1.5"),
        (1e300, "1e+300"),
        (2**70, "1180591620717411303424"),
        ("it's", "'it''s'"),
    ],
)
def test_values_as_literals(value: emit.placeholders.Value, expected: str, dialect: str) -> None:
    assert f'SELECT\n  {expected} "orders.status"' in emit.inline(_one(dialect), [value])


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("1 -", claim()), "1 -(-2)"),
        (("1 - ", claim()), "1 - -2"),
        (("abs(", claim(), ")"), "abs(-2)"),
        ((claim(), "::integer"), "(-2)::integer"),
    ],
)
def test_a_minus_makes_no_other_operator(parts: tuple[str | nodes.Expression, ...], expected: str) -> None:
    assert f"\n  {expected} " in emit.inline(statement(select(column(sql(*parts))), "postgres"), [-2])


@pytest.mark.parametrize("value", [-42, -1.5, 0, 42])
def test_numbers_come_back(value: float, dialect: str, run) -> None:
    prepared = statement(select(column(sql("1 -", claim())), source=orders("SELECT 1 AS a")), dialect)
    assert [1 - value] == [float(found) for (found,) in run(emit.inline(prepared, [value]))]


@pytest.mark.parametrize("label", HOSTILE)
def test_a_models_label_is_a_literal_too(label: str, dialect: str, run) -> None:
    case = nodes.Case(whens=((sql("a = 1"), nodes.String(value=label)),))
    assert [(label,)] == run(statement(select(column(case), source=orders("SELECT 1 AS a")), dialect).sql)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_there_must_be_a_value_for_each_placeholder(dialect: str) -> None:
    with pytest.raises(ValueError, match="values"):
        emit.inline(_one(dialect), [])
    with pytest.raises(ValueError, match="values"):
        emit.inline(_one(dialect), [1, 2])


def test_a_label_with_nul_is_written_by_its_number() -> None:
    assert [] == codes(select(column(nodes.String(value="a\0b"))), "sqlite")
