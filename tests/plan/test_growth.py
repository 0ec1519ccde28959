"""Members in place of their names can make a statement grow without bounds; it is refused before it does."""

import time

from models import codes, compiled, statement


def chain(length: int, times: int = 1) -> str:
    """`d0` is a column; each further dimension refers to the one before, so often."""
    dimensions = ["d0: {sql: `x`, type: `number`}"]
    for at in range(1, length + 1):
        body = " + ".join(f"${{d{at - 1}}}" for _ in range(times))
        dimensions.append(f"d{at}: {{sql: `1 + {body}`, type: `number`}}")
    return "cube(`A`, {sql: `SELECT 1`, dimensions: {" + ", ".join(dimensions) + "}});"


def test_sixty_references_deep_is_fine() -> None:
    made = statement(compiled(A=chain(60)), {"dimensions": ["A.d60"]})
    assert 60 == made.sql.count("1 + ")


def test_deeper_is_an_error() -> None:
    assert ["E367"] == codes(statement, compiled(A=chain(70)), {"dimensions": ["A.d70"]})
    assert "E253" in codes(compiled, A=chain(1500))


def test_doubling_at_each_step_is_an_error_soon() -> None:
    model = compiled(A=chain(40, times=2))
    start = time.perf_counter()
    assert ["E367"] == codes(statement, model, {"dimensions": ["A.d40"]})
    assert time.perf_counter() - start < 5


def test_measures_that_share_measures_are_looked_at_once() -> None:
    measures = ["m0: {sql: `x`, type: `sum`}"]
    measures += [f"m{at}: {{sql: `${{m{at - 1}}} + ${{m{at - 1}}}`, type: `number`}}" for at in range(1, 12)]
    text = "cube(`A`, {sql: `SELECT 1`, measures: {" + ", ".join(measures) + "}});"
    assert 2048 == statement(compiled(A=text), {"measures": ["A.m11"]}).sql.count("sum(")


def test_the_sql_of_another_cube_ends_where_it_ends() -> None:
    model = compiled(
        A="cube(`A`, {sql: `SELECT * FROM a -- all of them\\n WHERE ${USER_CONTEXT.id.filter('owner')} -- mine`, dimensions: {x: {sql: `x`, type: `string`}}});",
        B="cube(`B`, {sql: `SELECT * FROM ${A.sql()} AS a WHERE ${USER_CONTEXT.id.filter('owner')}`, measures: {count: {type: `count`}}});",
    )
    made = statement(model, {"measures": ["B.count"]}, {"id": 5})
    assert (5, 5) == made.params
    assert [("A", (0,)), ("B", (1,))] == [(guard.cube, guard.params) for guard in made.guards]
    assert "-- mine\n" in made.sql


def test_a_callback_that_ends_in_a_comment_swallows_nothing() -> None:
    model = compiled(
        A="cube(`A`, {sql: `SELECT * FROM a WHERE ${USER_CONTEXT.id.filter(v => `owner = ${v} -- own`)} AND tenant = 1`, measures: {count: {type: `count`}}});"
    )
    made = statement(model, {"measures": ["A.count"]}, {"id": 5})
    assert "owner = $1 -- own\n AND tenant = 1" in made.sql
