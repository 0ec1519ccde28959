"""Names inside SQL: cubes, members, FILTER_PARAMS, SQL_UTILS, and who wins."""

import pytest
from lowering import dump, lowered, member, model, refused, said, table


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("${CUBE}.x", "<cube Orders>.x"),
        ("${TABLE}.x", "<cube Orders>.x"),
        ("${Orders}.x", "<cube Orders>.x"),
        ("${CUBE.status}", "<Orders.status>"),
        ("${status}", "<Orders.status>"),
        ("${Orders.status}", "<Orders.status>"),
        ("${Users.city}", "<Users.city>"),
        ("${CUBE.Users.city}", "<Orders.Users.city>"),
        ("${createdAt.month}", "<Orders.createdAt.month>"),
        ("${CUBE.createdAt.day}", "<Orders.createdAt.day>"),
        ("${createdAt.half}", "<Orders.createdAt.half>"),
        ("${CUBE['status']}", "<Orders.status>"),
        ("${CUBE}." + "${'x'}", "<cube Orders>.x"),
        ("${CUBE.status.toString()}", "<Orders.status>"),
        ("${['a', 'b'].map(c => `${CUBE}.${c}`).join(' || ')}", "<cube Orders>.a || <cube Orders>.b"),
        ("${1 + 2}", "3"),
        ("${undefined}", "undefined"),
        ("data ? 'k'", "data ? 'k'"),
        ("$0$", "$0$"),
        ("${SQL_UTILS.convertTz('x.created_at')}", "<zoned x.created_at>"),
        ("${SQL_UTILS.convertTz(CUBE.createdAt)}", "<zoned <Orders.createdAt>>"),
        ("${SQL_UTILS.convertTz(`${CUBE}.c`)}", "<zoned <cube Orders>.c>"),
    ],
)
def test_names_stand_for_holes(written: str, expected: str) -> None:
    assert expected == member(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("${FILTER_PARAMS.Orders.status.filter('status')}", "<pushed Orders.status on status>"),
        ("${FILTER_PARAMS.Orders.status.filter(`${CUBE}.s`)}", "<pushed Orders.status on <cube Orders>.s>"),
        ("${FILTER_PARAMS.Orders.status.filter(v => `s = ${v}`)}", "<pushed Orders.status calls s = <$0> | s = <$0>>"),
        ("${FILTER_PARAMS.Orders.createdAt.filter((a, b) => `d BETWEEN ${a} AND ${b}`)}",
         "<pushed Orders.createdAt calls d BETWEEN <$0> AND undefined | d BETWEEN <$0> AND <$1>>"),
        ("${FILTER_PARAMS.Orders.status.filter((...v) => `s IN (${v.join(', ')})`)}",
         "<pushed Orders.status calls s IN (<$0>) | s IN (<$0>, <$1>)>"),
        ("${FILTER_GROUP(FILTER_PARAMS.Orders.status.filter('a'), FILTER_PARAMS.Users.city.filter('b'))}",
         "<group (pushed Orders.status on a; pushed Users.city on b)>"),
        ("SELECT * FROM ${Users.sql()}", "SELECT * FROM <sql of Users>"),
        ("SELECT * FROM ${Users}", "SELECT * FROM <cube Users>"),
    ],
)  # fmt: skip
def test_tools_stand_for_holes(written: str, expected: str) -> None:
    assert expected == table(written)


@pytest.mark.parametrize(
    ("written", "code", "message"),
    [
        ("${CUBE.statsu}", "E252", "cube `Orders` has no member `statsu`"),
        ("${Users.none}", "E252", "cube `Users` has no member `none`"),
        ("${Users.none.x.sql()}", "E252", "cube `Users` has no member `none`"),
        ("${createdAt.moth}", "E252", "`Orders.createdAt` has no granularity `moth`"),
        ("${status.x}", "E252", "`x` cannot be read of the dimension `Orders.status`"),
        ("${Usres.city}", "E200", "`Usres` is not defined"),
        ("${FILTER_PARAMS}", "E260", "`FILTER_PARAMS` is no SQL by itself"),
        ("${FILTER_PARAMS.Orders.status}", "E260", "`FILTER_PARAMS.Orders.status` is no SQL by itself"),
        ("${FILTER_PARAMS.Order.status.filter('x')}", "E260", "`FILTER_PARAMS` names an unknown cube, `Order`"),
        ("${FILTER_PARAMS.Orders.status.fliter('x')}", "E260",
         "`FILTER_PARAMS.Orders.status` has `filter` alone, not `fliter`"),
        ("${FILTER_PARAMS.Orders.none.filter('x')}", "E281",
         "this pushes no filter down: cube `Orders` has no dimension `none`"),
        ("${FILTER_PARAMS.Orders.count.filter('x')}", "E281", "this pushes no filter down: `Orders.count` is a measure"),
        ("${FILTER_GROUP('x')}", "E260", "`FILTER_GROUP` takes calls of `FILTER_PARAMS` alone"),
        ("${FILTER_GROUP()}", "E260", "`FILTER_GROUP` takes calls of `FILTER_PARAMS` alone"),
        ("${SQL_UTILS.convertTZ('x')}", "E260", "`SQL_UTILS` has `convertTz` alone, not `convertTZ`"),
        ("${SQL_UTILS.convertTz()}", "E260", "`SQL_UTILS.convertTz` takes one argument, a text or a member"),
        ("${SQL_UTILS}", "E260", "`SQL_UTILS` is no SQL by itself"),
        ("${status === 'x' ? 'a' : 'b'}", "E256", "`Orders.status` cannot be compared: it stands for SQL"),
        ("${String.fromCharCode(0)}", None, None),
    ],
)  # fmt: skip
def test_what_names_cannot_do(written: str, code: str | None, message: str | None) -> None:
    found = refused(written)
    if code is not None:
        assert (code, message) == (found.code, found.message)


def test_the_nearest_name_is_offered() -> None:
    assert "did you mean `status`?" == refused("${CUBE.statsu}").help


def test_all_unknown_members_of_a_template_are_reported() -> None:
    found = lowered("cube('A', { sql: `${CUBE.a} ${CUBE.b} ${CUBE.c}` })").diagnostics
    assert ["`a`", "`b`", "`c`"] == [d.message.rpartition(" ")[2] for d in found]


def test_a_member_wins_over_a_constant_and_a_cube_over_a_member() -> None:
    text = """const status = 'zz';
    cube('A', { sql: `SELECT 1`, dimensions: {
        status: { sql: `s`, type: 'string' }, x: { sql: `${status}`, type: 'string' },
        A: { sql: `a`, type: 'string' }, y: { sql: `${A}.y`, type: 'string' } } })"""
    dimensions = model(text).cubes["A"].dimensions
    assert "<A.status>" == dump(dimensions["x"].sql)  # type: ignore[arg-type]
    assert "<cube A>.y" == dump(dimensions["y"].sql)  # type: ignore[arg-type]


def test_own_members_are_bare_only_if_the_name_is_a_literal() -> None:
    text = "for (const n of ['A']) cube(n, { sql: `SELECT 1`, measures: { count: { type: 'count' }, %s } })"
    assert [] == said(lowered(text % "m: { sql: `${CUBE.count} + ${A.count}`, type: 'number' }").diagnostics)
    assert ["E200 `count` is not defined"] == said(
        lowered(text % "m: { sql: `${count}`, type: 'number' }").diagnostics
    )


def test_a_function_gets_names_by_its_parameters() -> None:
    text = """const column = 'x';
    const sql = (CUBE) => `${CUBE}.${column}`;
    cube('A', { sql: () => `SELECT 1`, dimensions: { d: { sql, type: 'string' } } })"""
    assert "<cube A>.x" == dump(model(text).cubes["A"].dimensions["d"].sql)  # type: ignore[arg-type]
