"""FILTER_PARAMS and FILTER_GROUP: what of a query's filters stands in the cube's own SQL."""

from typing import Any

import pytest

from models import codes, compiled, statement, where


def model(condition: str) -> Any:
    return compiled(
        Events="cube(`Events`, {sql: `SELECT * FROM events WHERE "
        + condition
        + "`, measures: {count: {type: `count`}}, dimensions: {"
        "kind: {sql: `kind`, type: `string`}, size: {sql: `size`, type: `number`}, at: {sql: `at`, type: `time`}}});"
    )


COLUMN = model("${FILTER_PARAMS.Events.kind.filter('e.kind')}")
CALLBACK = model("${FILTER_PARAMS.Events.at.filter((from, to) => `at BETWEEN ${from} AND ${to}`)}")
VALUES = model("${FILTER_PARAMS.Events.kind.filter((...v) => `kind IN (${v.join(', ')})`)}")
GROUP = model("${FILTER_GROUP(FILTER_PARAMS.Events.kind.filter('k'), FILTER_PARAMS.Events.size.filter('s'))}")
A = {"member": "Events.kind", "operator": "equals", "values": ["a"]}
B = {"member": "Events.kind", "operator": "equals", "values": ["b"]}
S = {"member": "Events.size", "operator": "gt", "values": ["5"]}


def pushed(compiled_model: Any, *filters: Any, **query: Any) -> str:
    return where(statement(compiled_model, {"measures": ["Events.count"], "filters": list(filters), **query}))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ([], "(1 = 1)"),
        ([S], "(1 = 1)"),
        ([A], "(e.kind = $1)"),
        ([A, B], "(e.kind = $1 AND e.kind = $2)"),
        ([{"or": [A, B]}], "(e.kind = $1 OR e.kind = $2)"),
        ([{"or": [A, S]}], "(1 = 1)"),
        ([{"and": [A, S]}], "(e.kind = $1)"),
        ([{"member": "Events.kind", "operator": "set"}], "(e.kind IS NOT NULL)"),
        (
            [{"member": "Events.kind", "operator": "notEquals", "values": ["a"]}],
            "(e.kind <> $1 OR e.kind IS NULL)",
        ),
    ],
)
def test_a_column(filters: list[Any], expected: str) -> None:
    assert expected == pushed(COLUMN, *filters)


def test_the_outer_condition_is_written_too() -> None:
    made = statement(COLUMN, {"measures": ["Events.count"], "filters": [A]})
    assert made.sql.rstrip().endswith("WHERE events.kind = $2")
    assert ("a", "a") == made.params


def test_a_callback_gets_the_bounds_of_a_range() -> None:
    time = [{"dimension": "Events.at", "dateRange": ["2020-01-01", "2020-01-31"]}]
    made = statement(CALLBACK, {"measures": ["Events.count"], "timeDimensions": time})
    assert "(at BETWEEN $1 AND $2)" == where(made)
    assert ("2020-01-01T00:00:00.000Z", "2020-01-31T23:59:59.999Z") == made.params[:2]


def test_a_callback_takes_all_values() -> None:
    assert "(kind IN ($1, $2))" == pushed(VALUES, {**A, "values": ["a", "b"]})


@pytest.mark.parametrize(
    "asked",
    [
        {"member": "Events.kind", "operator": "set"},
        {"member": "Events.kind", "operator": "notSet"},
        {"member": "Events.kind", "operator": "equals", "values": [None]},
        {"member": "Events.kind", "operator": "notEquals", "values": [None]},
    ],
)
def test_a_callback_is_not_called_without_values(asked: dict[str, Any]) -> None:
    assert "(1 = 1)" == pushed(VALUES, asked)
    made = statement(VALUES, {"measures": ["Events.count"], "filters": [asked]})
    assert "NULL" in made.sql.split(") AS")[1]  # the query's own WHERE


@pytest.mark.parametrize(
    ("which", "asked"),
    [
        (CALLBACK, {"member": "Events.at", "operator": "beforeDate", "values": ["2020-01-01"]}),
        (VALUES, {"member": "Events.kind", "operator": "notEquals", "values": ["a"]}),
        (VALUES, {**A, "values": ["a", None]}),
        (model("${FILTER_PARAMS.Events.kind.filter((v) => `kind = ${v}`)}"), {**A, "values": ["a", "b"]}),
    ],
)
def test_a_callback_that_cannot_say_what_the_filter_says_is_an_error(which: Any, asked: Any) -> None:
    query = {"measures": ["Events.count"], "filters": [asked]}
    assert "E364" in codes(statement, which, query)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ([], "(1 = 1)"),
        ([{"or": [A, S]}], "(k = $1 OR s > $2)"),
        ([A, S], "(k = $1 AND s > $2)"),
        ([{"or": [A, {"member": "Events.at", "operator": "set"}]}], "(1 = 1)"),
    ],
)
def test_a_group(filters: list[Any], expected: str) -> None:
    assert expected == pushed(GROUP, *filters)


def test_a_condition_on_a_pushed_filter() -> None:
    both = model("${FILTER_PARAMS.Events.kind.filter('k') === '1 = 1' ? 'TRUE' : 'FALSE'}")
    assert "TRUE" == pushed(both)
    assert "FALSE" == pushed(both, A)


MEMBERS = compiled(
    Events="cube(`Events`, {sql: `SELECT * FROM events`, "
    "measures: {count: {type: `count`}, some: {type: `sum`, sql: `n`, "
    "filters: [{sql: `${FILTER_PARAMS.Events.kind.filter(`${CUBE}.k`)}`}]}}, "
    "dimensions: {kind: {sql: `kind`, type: `string`}, "
    "hit: {sql: `CASE WHEN ${FILTER_PARAMS.Events.kind.filter('x')} THEN 1 END`, type: `number`}}, "
    "segments: {s: {sql: `${FILTER_PARAMS.Events.kind.filter('y')}`}}});"
)


@pytest.mark.parametrize(
    ("query", "filtered", "plain"),
    [
        ({"measures": ["Events.some"]}, "CASE WHEN events.k = $1 THEN", "CASE WHEN 1 = 1 THEN"),
        ({"dimensions": ["Events.hit"]}, "CASE WHEN (x = $1) THEN 1 END", "CASE WHEN (1 = 1) THEN 1 END"),
        ({"measures": ["Events.count"], "segments": ["Events.s"]}, "y = $1", "1 = 1"),
    ],
)
def test_filters_are_pushed_into_members_too(query: dict[str, Any], filtered: str, plain: str) -> None:
    assert filtered in statement(MEMBERS, {**query, "filters": [A]}).sql
    assert plain in statement(MEMBERS, query).sql
