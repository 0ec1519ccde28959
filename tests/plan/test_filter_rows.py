"""Every operator with every shape of values, executed on every engine: the rows that are left, written down by hand."""

from typing import Any

import pytest

from cubeproof.engines import Engine
from models import codes, compiled, statement

ROWS = (
    # id, text, number, boolean, time
    (1, None, None, None, None),
    (2, "", 0, True, "2020-01-01 00:00:00"),
    (3, "a", 1, False, "2020-01-01 23:59:59.999"),
    (4, "A", 2.5, True, "2020-01-02 00:00:00"),
    (5, "a%b", -1, False, "2020-02-29 12:00:00"),
    (6, "a_b", 10, None, "2020-03-08 06:30:00"),
    (7, "a\\b", 2, True, "2020-03-08 07:30:00"),
    (8, "axb", 1, None, "2020-12-31 23:59:59.999"),
    (9, "it's", 100, False, None),
)
EVERYTHING = [row[0] for row in ROWS]


def model(dialect: str) -> Any:
    def literal(value: object, kind: str) -> str:
        if value is None:
            return f"CAST(NULL AS {kind})"
        text = "'{}'".format(str(value).replace("'", "''").replace("\\", "\\\\"))
        if dialect == "sqlite":
            return (
                str(int(value)) if isinstance(value, bool) else text if isinstance(value, str) else str(value)
            )
        return f"CAST({text} AS {kind})"

    kinds = ("integer", "varchar", "numeric(9, 2)", "boolean", "timestamp")
    if dialect == "sqlite":
        kinds = ("integer", "text", "numeric", "integer", "text")
    selects = (
        "SELECT "
        + ", ".join(
            f"{literal(cell, kind)} AS c{at}" for at, (cell, kind) in enumerate(zip(row, kinds, strict=True))
        )
        for row in ROWS
    )
    return compiled(
        T="cube(`T`, {sql: `" + " UNION ALL ".join(selects) + "`, measures: {count: {type: `count`}, "
        "largest: {type: `max`, sql: `c2`}, "
        "positive: {type: `count`, filters: [{sql: `${CUBE}.c2 > 0`}, {sql: `${CUBE}.c1 <> 'A'`}]}}, dimensions: {"
        "id: {sql: `c0`, type: `number`, primaryKey: true}, text: {sql: `c1`, type: `string`}, "
        "number: {sql: `c2`, type: `number`}, flag: {sql: `c3`, type: `boolean`}, at: {sql: `c4`, type: `time`}}});"
    )


@pytest.fixture(params=["duckdb_sample", "sqlite_sample", "postgres_sample"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.getfixturevalue(request.param)


def left(engine: Engine, *filters: Any, **query: Any) -> list[int]:
    asked = {"dimensions": ["T.id"], "filters": list(filters), "order": {"T.id": "asc"}, **query}
    made = statement(model(engine.dialect), asked, dialect=engine.dialect)
    return [int(str(row[0])) for row in engine.run(made.sql, made.params).rows]


def on(member: str, operator: str, *values: Any) -> dict[str, Any]:
    return {"member": f"T.{member}", "operator": operator, **({"values": list(values)} if values else {})}


CASES: list[tuple[str, str, tuple[Any, ...], list[int]]] = [
    ("text", "equals", ("a",), [3]),
    ("text", "equals", ("",), [2]),
    ("text", "equals", ("a", "A", "zz"), [3, 4]),
    ("text", "equals", (None,), [1]),
    ("text", "equals", ("a", None), [1, 3]),
    ("text", "equals", ("it's",), [9]),
    ("text", "equals", ("a\\b",), [7]),
    ("text", "equals", (1,), []),
    ("text", "in", ("a", None), [1, 3]),
    ("text", "notEquals", ("a",), [1, 2, 4, 5, 6, 7, 8, 9]),
    ("text", "notEquals", ("a", "A"), [1, 2, 5, 6, 7, 8, 9]),
    ("text", "notEquals", (None,), [2, 3, 4, 5, 6, 7, 8, 9]),
    ("text", "notEquals", ("a", None), [2, 4, 5, 6, 7, 8, 9]),
    ("text", "notIn", ("a", "A", None), [2, 5, 6, 7, 8, 9]),
    ("text", "contains", ("a",), [3, 4, 5, 6, 7, 8]),
    ("text", "contains", ("%",), [5]),
    ("text", "contains", ("_",), [6]),
    ("text", "contains", ("\\",), [7]),
    ("text", "contains", ("_", "%"), [5, 6]),
    ("text", "contains", ("",), [2, 3, 4, 5, 6, 7, 8, 9]),
    ("text", "contains", ("T'S",), [9]),
    ("text", "notContains", ("a",), [1, 2, 9]),
    ("text", "notContains", ("_", "%"), [1, 2, 3, 4, 7, 8, 9]),
    ("text", "startsWith", ("a_",), [6]),
    ("text", "startsWith", ("A", "it"), [3, 4, 5, 6, 7, 8, 9]),
    ("text", "notStartsWith", ("a", "i"), [1, 2]),
    ("text", "endsWith", ("%b",), [5]),
    ("text", "endsWith", ("\\b", "S"), [7, 9]),
    ("text", "notEndsWith", ("b",), [1, 2, 3, 4, 9]),
    ("text", "set", (), [2, 3, 4, 5, 6, 7, 8, 9]),
    ("text", "notSet", (), [1]),
    ("number", "equals", ("1",), [3, 8]),
    ("number", "equals", (1,), [3, 8]),
    ("number", "equals", (1.0, "2.50"), [3, 4, 8]),
    ("number", "equals", ("1e1",), [6]),
    ("number", "equals", ("0", None), [1, 2]),
    ("number", "notEquals", ("1",), [1, 2, 4, 5, 6, 7, 9]),
    ("number", "notEquals", (1, 2.5, None), [2, 5, 6, 7, 9]),
    ("number", "gt", ("2",), [4, 6, 9]),
    ("number", "gte", (2,), [4, 6, 7, 9]),
    ("number", "lt", ("0",), [5]),
    ("number", "lte", ("0.0",), [2, 5]),
    ("number", "set", (), [2, 3, 4, 5, 6, 7, 8, 9]),
    ("number", "notSet", (), [1]),
    ("flag", "equals", ("true",), [2, 4, 7]),
    ("flag", "equals", (True,), [2, 4, 7]),
    ("flag", "equals", ("false", None), [1, 3, 5, 6, 8, 9]),
    ("flag", "equals", ("1",), [2, 4, 7]),
    ("flag", "notEquals", (True,), [1, 3, 5, 6, 8, 9]),
    ("at", "inDateRange", ("2020-01-01",), [2, 3]),
    ("at", "inDateRange", ("2020-01-01", "2020-01-02"), [2, 3, 4]),
    ("at", "inDateRange", ("2020-03-08T07:00:00", "2020-12-31"), [7, 8]),
    ("at", "inDateRange", ("this year",), [2, 3, 4, 5, 6, 7, 8]),
    ("at", "notInDateRange", ("2020-01-02", "2020-12-30"), [2, 3, 8]),
    ("at", "onTheDate", ("2020-01-01",), [2, 3]),
    ("at", "onTheDate", ("2020-02-29", "2020-03-08"), [5, 6, 7]),
    ("at", "beforeDate", ("2020-01-02",), [2, 3]),
    ("at", "beforeOrOnDate", ("2020-01-02",), [2, 3, 4]),
    ("at", "afterDate", ("2020-03-08",), [6, 7, 8]),
    ("at", "afterOrOnDate", ("2020-12-31",), [8]),
    ("at", "set", (), [2, 3, 4, 5, 6, 7, 8]),
    ("at", "notSet", (), [1, 9]),
]


@pytest.mark.parametrize(("member", "operator", "values", "expected"), CASES)
def test_an_operator_leaves_these_rows(
    engine: Engine, member: str, operator: str, values: tuple[Any, ...], expected: list[int]
) -> None:
    assert expected == left(engine, on(member, operator, *values))


A, NULL, SMALL, FLAG = (
    on("text", "startsWith", "a"), on("text", "notSet"), on("number", "lt", 2), on("flag", "equals", True),
)  # fmt: skip
GROUPS: list[tuple[list[Any], list[int]]] = [
    ([{"or": [NULL, FLAG]}], [1, 2, 4, 7]),
    ([{"and": [A, SMALL]}], [3, 5, 8]),
    (
        [{"or": [{"and": [A, SMALL]}, {"and": [FLAG, {"or": [NULL, on("text", "equals", "")]}]}]}],
        [2, 3, 5, 8],
    ),
    ([{"or": [A, NULL]}, SMALL], [3, 5, 8]),
    ([{"or": []}], EVERYTHING),
    ([{"and": [{"or": []}, {"and": []}]}, FLAG], [2, 4, 7]),
    ([{"or": [{"and": []}, FLAG]}], [2, 4, 7]),
    ([{"or": [on("text", "notEquals", "a"), on("text", "equals", "a")]}], EVERYTHING),
    ([{"and": [{"or": [{"and": [{"or": [FLAG]}]}]}]}], [2, 4, 7]),
]


@pytest.mark.parametrize(("filters", "expected"), GROUPS)
def test_groups_leave_these_rows(engine: Engine, filters: list[Any], expected: list[int]) -> None:
    assert expected == left(engine, *filters)


def test_an_operator_and_its_opposite_share_no_row_and_leave_none_out(engine: Engine) -> None:
    for operator, opposite in (("equals", "notEquals"), ("contains", "notContains"), ("set", "notSet")):
        values = () if operator == "set" else ("a",)
        rows = left(engine, on("text", operator, *values)) + left(engine, on("text", opposite, *values))
        assert EVERYTHING == sorted(rows)


DAYS = [
    ("UTC", "2020-03-08", [6, 7]),
    ("America/New_York", "2020-03-08", [6, 7]),
    ("America/New_York", "2020-03-07", []),
    ("Asia/Tokyo", "2020-01-02", [3, 4]),
    ("America/New_York", "2019-12-31", [2]),
    ("America/New_York", "2020-01-01", [3, 4]),
    ("Pacific/Kiritimati", "2021-01-01", [8]),
]


@pytest.mark.parametrize(("zone", "day", "expected"), DAYS)
def test_a_day_is_the_zones_own(engine: Engine, zone: str, day: str, expected: list[int]) -> None:
    assert expected == left(engine, on("at", "inDateRange", day), timezone=zone)
    time = [{"dimension": "T.at", "dateRange": [day, day]}]
    assert expected == left(engine, timeDimensions=time, timezone=zone)


@pytest.mark.parametrize(
    ("operator", "values"),
    [
        ("contains", []),
        ("equals", []),
        ("notIn", []),
        ("gt", []),
        ("gt", [None]),
        ("contains", [None]),
        ("gt", ["1", "2"]),
    ],
)
def test_values_that_make_no_condition_are_an_error(operator: str, values: list[Any]) -> None:
    filters = [{"member": "T.number", "operator": operator, "values": values}]
    assert [] != codes(statement, model("duckdb"), {"measures": ["T.count"], "filters": filters})
