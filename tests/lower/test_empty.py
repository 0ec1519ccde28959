"""SQL without any text: taken where others fill it in, as Cube takes it, and never part of a statement."""

from lowering import lowered, said

from models import codes, compiled, statement

KEY = "dimensions: {id: {sql: `id`, type: `number`, primaryKey: true}}"


def test_a_cube_that_others_extend_may_leave_its_table_to_them() -> None:
    model = compiled(
        A=f"cube(`Base`, {{sql: ``, measures: {{count: {{type: `count`}}}}, {KEY}}});"
        "cube(`A`, {extends: Base, sql: `SELECT * FROM a`});"
    )
    assert "FROM a AS a" in statement(model, {"measures": ["A.count"]}).sql
    assert ["E353"] == codes(statement, model, {"measures": ["Base.count"]})


def test_it_is_said_where_it_stands() -> None:
    text = "cube(`A`, {sql: ` `}); cube(`B`, {sqlTable: ``}); cube(`C`, {sql: `SELECT 1`, segments: {s: {sql: ``}}});"
    assert [("E272", "warning"), ("E272", "warning"), ("E272", "error")] == [
        (d.code, d.severity) for d in lowered(text).diagnostics
    ]


def test_a_count_of_nothing_is_a_count_of_rows() -> None:
    text = f"cube(`A`, {{sql: `SELECT 1`, measures: {{n: {{type: `count`, sql: ``}}}}, {KEY}}});"
    assert ["E272 this SQL is empty: rows are counted"] == said(lowered(text).diagnostics)
    assert "count(a.id)" in statement(compiled(A=text), {"measures": ["A.n"]}).sql
