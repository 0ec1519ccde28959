"""Brackets stand where an expression could bind weaker than its place needs, and nowhere else."""

import pytest
from emit_plans import call, claim, orders, select, sql, text, word, written

from cubeproof.plan import nodes


def equals(text_: str) -> nodes.Compare:
    return nodes.Compare(left=sql(text_), operator="=", right=claim())


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("status", "status = $1"),
        ("orders.status", "orders.status = $1"),
        ('"orders"."status"', '"orders"."status" = $1'),
        ("lower(a || b)", "lower(a || b) = $1"),
        ("a || b", "a || b = $1"),
        ("a + b * 2", "a + b * 2 = $1"),
        ("a::date", "a::date = $1"),
        ("CASE WHEN a = 1 OR b THEN 2 END", "CASE WHEN a = 1 OR b THEN 2 END = $1"),
        ("a -- OR b", "a -- OR b\n = $1"),
        ("a /* OR b */", "a /* OR b */ = $1"),
        ("' OR '", "' OR ' = $1"),
        ('"a OR b"', '"a OR b" = $1'),
        ("$$ OR $$", "$$ OR $$ = $1"),
        ("mode() WITHIN GROUP (ORDER BY a)", "mode() WITHIN GROUP (ORDER BY a) = $1"),
        ("sum(a) OVER (PARTITION BY b)", "sum(a) OVER (PARTITION BY b) = $1"),
        ("t.end", "t.end = $1"),
        ("a = 1", "(a = 1) = $1"),
        ("a = 1 OR b = 2", "(a = 1 OR b = 2) = $1"),
        ("a AND b", "(a AND b) = $1"),
        ("NOT a", "(NOT a) = $1"),
        ("a IS NULL", "(a IS NULL) = $1"),
        ("a IN (1, 2)", "(a IN (1, 2)) = $1"),
        ("a between 1 and 2", "(a between 1 and 2) = $1"),
        ("a -> 'x'", "(a -> 'x') = $1"),
        ("SELECT 1", "(SELECT 1) = $1"),
        ("a, b", "(a, b) = $1"),
        ("CASE a WHEN 1 THEN 2 END OR b", "(CASE a WHEN 1 THEN 2 END OR b) = $1"),
    ],
)
def test_the_side_of_a_comparison(left: str, expected: str) -> None:
    assert expected == written(equals(left))


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (nodes.And(operands=(sql("a OR b"), sql("c AND d"), sql("e = 1"))), "(a OR b) AND c AND d AND e = 1"),
        (nodes.Or(operands=(sql("a OR b"), sql("c AND d"))), "a OR b OR c AND d"),
        (
            nodes.And(operands=(nodes.Or(operands=(equals("a"), equals("b"))), equals("c"))),
            "(a = $1 OR b = $2) AND c = $3",
        ),
        (nodes.IsNull(operand=sql("a OR b")), "(a OR b) IS NULL"),
        (nodes.IsNull(operand=sql("a"), negated=True), "a IS NOT NULL"),
        (nodes.In(operand=sql("a + 1"), values=(claim("r", 0), claim("r", 1))), "a + 1 IN ($1, $2)"),
        (nodes.In(operand=sql("a = 1"), values=(claim(),), negated=True), "(a = 1) NOT IN ($1)"),
        (nodes.Constant(value=True), "1 = 1"),
        (nodes.Constant(value=False), "1 = 0"),
        (
            nodes.Case(whens=((sql("a = 1 OR b"), nodes.String(value="it's")),)),
            "CASE WHEN a = 1 OR b THEN 'it''s' END",
        ),
        (
            nodes.Case(whens=((sql("a"), sql("b")),), otherwise=nodes.String(value="x")),
            "CASE WHEN a THEN b ELSE 'x' END",
        ),
        (call("timestamp_bound", claim()), "$1::timestamptz"),
        (call("convert_tz", sql("a || b"), word("UTC")), "(a || b)::timestamptz AT TIME ZONE 'UTC'"),
        (
            call("date_trunc", call("convert_tz", sql("created_at"), word("UTC")), word("day")),
            "date_trunc('day', created_at::timestamptz AT TIME ZONE 'UTC')",
        ),
        (call("concat", sql("a"), nodes.String(value=","), sql("b + 1")), "a || ',' || (b + 1)"),
        (call("contains", sql("a || b"), claim()), "(a || b) ILIKE '%' || $1 || '%'"),
    ],
)
def test_operations(node: nodes.Expression, expected: str) -> None:
    assert expected == written(node)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((nodes.Operand(expression=sql("a + b")), " / 2"), "(a + b) / 2"),
        (
            (nodes.Operand(expression=sql("sum(a)")), " / ", nodes.Operand(expression=sql("count(*)"))),
            "sum(a) / count(*)",
        ),
        (("round(", nodes.Operand(expression=sql("a + b")), ")"), "round(a + b)"),
        (("round(", nodes.Operand(expression=sql("a, b")), ")"), "round((a, b))"),
        (("round(", nodes.Operand(expression=sql("a + b")), ", 2)"), "round((a + b), 2)"),
        ((nodes.Operand(expression=sql("a -- it's a\n")), " / 2"), "a -- it's a\n / 2"),
        ((nodes.Operand(expression=sql("a + b -- c")), " / 2"), "(a + b -- c\n) / 2"),
        (("NOT ", equals("a")), "NOT a = $1"),
        (("NOT ", nodes.Or(operands=(equals("a"), equals("b")))), "NOT (a = $1 OR b = $2)"),
        ((call("convert_tz", sql("t"), word("UTC")), "::date"), "(t::timestamptz AT TIME ZONE 'UTC')::date"),
    ],
)
def test_pieces_inside_a_models_text(parts: tuple[str | nodes.Expression, ...], expected: str) -> None:
    assert expected == written(sql(*parts))


def test_a_condition_alone_needs_no_brackets() -> None:
    assert "\nWHERE a OR b" in text(select(where=(sql("a OR b"),)))


def test_conditions_beside_each_other_do() -> None:
    assert "\nWHERE (a OR b)\n  AND c" in text(select(where=(sql("a OR b"), sql("c"))))


def test_a_list_is_never_two_columns() -> None:
    assert "(a, b)" == written(sql("a, b"))


def test_a_hidden_second_condition_stays_inside(dialect: str, run) -> None:
    rows = orders("SELECT 1 AS a, 7 AS tenant UNION ALL SELECT 2, 8")
    guarded = select(sql_column(), source=rows, where=(sql("a = 1 OR a = 2"), sql("tenant = 7")))
    assert [(1,)] == run(text(guarded, dialect))


def sql_column() -> nodes.Output:
    return nodes.Output(id="Orders.a", alias="orders.a", expression=sql("a"), kind="dimension", type="number")
