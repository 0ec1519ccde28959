from datetime import datetime
from typing import Any

import pytest

from cubeproof.request.operators import OPERATORS, operator_name
from cubeproof.request.query import Condition, Group, Request
from cubeproof.request.read import read_queries

NOW = datetime.fromisoformat("2021-03-17T15:45:30.123+00:00")
START, END = "T00:00:00.000", "T23:59:59.999"


def _request(*filters: Any, zone: str = "UTC") -> Request:
    requests, diagnostics = read_queries(
        {"measures": ["A.n"], "filters": list(filters), "timezone": zone}, now=NOW
    )
    assert () == diagnostics
    return requests[0]


def _condition(
    operator: str, values: Any = None, zone: str = "UTC"
) -> tuple[str, tuple[Any, ...], tuple[str | None, ...]]:
    """The operator, the values and their labels of one filter."""
    keys = {} if values is None else {"values": values}
    request = _request({"member": "A.b", "operator": operator, **keys}, zone=zone)
    (condition,) = request.query.filters
    assert isinstance(condition, Condition)
    slots = condition.values
    given = tuple(None if slot is None else request.values[slot.index] for slot in slots)
    return condition.operator, given, tuple(None if slot is None else slot.label for slot in slots)


def _problem(asked: Any) -> tuple[str, str | None]:
    requests, diagnostics = read_queries({"measures": ["A.n"], "filters": [asked]}, now=NOW)
    assert () == requests
    (problem,) = diagnostics
    return problem.code, problem.path


@pytest.mark.parametrize("operator", ["equals", "notEquals", "in", "notIn"])
def test_values_keep_their_types_and_null(operator: str) -> None:
    labels = (
        "filters[0].values[0]",
        "filters[0].values[1]",
        None,
        *(f"filters[0].values[{i}]" for i in (3, 4, 5)),
    )
    found = _condition(operator, ["a", 1, None, True, 1.5, ""])
    assert (operator, ("a", 1, None, True, 1.5, ""), labels) == found
    assert [str, int, type(None), bool, float, str] == [type(value) for value in found[1]]


def test_a_filter_may_name_a_dimension_as_older_clients_do() -> None:
    old, new = (_request({key: "A.b", "operator": "set"}).query for key in ("dimension", "member"))
    assert new == old


@pytest.mark.parametrize("operator", OPERATORS)
def test_every_operator_is_known_in_snake_case(operator: str) -> None:
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in operator)
    assert operator == operator_name(snake) == operator_name(operator)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("equal", "equals"), ("Equals", "equals"), ("notequals", "notEquals"), ("contain", "contains"),
     ("startswith", "startsWith"), ("in_date_rang", "inDateRange"), ("getDate", None), ("", None), ("expressionEquals", None)],
)  # fmt: skip
def test_an_unknown_operator_names_the_nearest(written: str, meant: str | None) -> None:
    query = {"measures": ["A.n"], "filters": [{"member": "A.b", "operator": written, "values": ["x"]}]}
    (problem,) = read_queries(query, now=NOW).diagnostics
    assert ("E310", "filters[0].operator") == (problem.code, problem.path)
    assert problem.help is not None
    assert (
        f"did you mean `{meant}`?" == problem.help if meant else problem.help.startswith("known operators: ")
    )


@pytest.mark.parametrize("operator", [name for name, takes in OPERATORS.items() if takes != "none"])
def test_a_filter_without_values_is_an_error_and_never_no_condition(operator: str) -> None:
    asked = {"member": "A.b", "operator": operator}
    assert ("E311", "filters[0].values") == _problem({**asked, "values": []})
    assert ("E311", "filters[0]") == _problem(asked)
    assert ("E304", "filters[0].values") == _problem({**asked, "values": None})
    assert ("E304", "filters[0].values") == _problem({**asked, "values": "x"})


@pytest.mark.parametrize("operator", ["set", "notSet", "measureFilter"])
def test_some_operators_need_no_values(operator: str) -> None:
    assert (operator, (), ()) == _condition(operator)
    assert (operator, (), ()) == _condition(operator, [])


def test_values_without_effect_are_a_warning() -> None:
    query = {"measures": ["A.n"], "filters": [{"member": "A.b", "operator": "set", "values": ["x"]}]}
    requests, (problem,) = read_queries(query, now=NOW)
    assert ("E315", "warning", "filters[0].values") == (problem.code, problem.severity, problem.path)
    assert () == requests[0].values


@pytest.mark.parametrize("operator", [name for name, takes in OPERATORS.items() if takes in ("texts", "one")])
def test_null_is_refused_where_nothing_can_be_compared_with_it(operator: str) -> None:
    assert ("E313", "filters[0].values[0]") == _problem(
        {"member": "A.b", "operator": operator, "values": [None]}
    )


@pytest.mark.parametrize(
    "operator", [name for name, takes in OPERATORS.items() if takes in ("range", "days", "moment")]
)
@pytest.mark.parametrize("value", [None, 5, True])
def test_a_date_is_text(operator: str, value: Any) -> None:
    assert ("E304", "filters[0].values[0]") == _problem(
        {"member": "A.b", "operator": operator, "values": [value]}
    )


@pytest.mark.parametrize(
    ("operator", "values"),
    [("gt", [1, 2]), ("lte", ["a", "b"]), ("beforeDate", ["2020-01-01", "2020-01-02"]),
     ("inDateRange", ["2020-01-01", "2020-01-02", "2020-01-03"]), ("onTheDate", ["2020-01-01"] * 3)],
)  # fmt: skip
def test_too_many_values_are_refused_rather_than_dropped(operator: str, values: list[Any]) -> None:
    assert ("E312", "filters[0].values") == _problem(
        {"member": "A.b", "operator": operator, "values": values}
    )


DAY = ("2020-01-02" + START, "2020-01-02" + END)


@pytest.mark.parametrize(
    ("operator", "values", "expected"),
    [
        ("inDateRange", ["2020-01-02", "2020-01-03"], ("2020-01-02" + START, "2020-01-03" + END)),
        ("inDateRange", ["2020-01-02T10:00", "2020-01-03T11:00:01"], ("2020-01-02T10:00:00.000", "2020-01-03T11:00:01.000")),
        ("inDateRange", ["2020-01-02"], DAY),
        ("inDateRange", ["last month"], ("2021-02-01" + START, "2021-02-28" + END)),
        ("notInDateRange", ["2020-01-02", "2020-01-03"], ("2020-01-02" + START, "2020-01-03" + END)),
        ("onTheDate", ["2020-01-02"], DAY),
        ("onTheDate", ["2020-01-02T10:00:00"], DAY),
        ("onTheDate", ["2020-01-02T10:00:00", "2020-01-03T11:00"], ("2020-01-02" + START, "2020-01-03" + END)),
        ("onTheDate", ["yesterday"], ("2021-03-16" + START, "2021-03-16" + END)),
        ("beforeDate", ["2020-01-02"], ("2020-01-02" + START,)),
        ("beforeDate", ["2020-01-02T10:00:00.5"], ("2020-01-02T10:00:00.500",)),
        ("beforeDate", ["this week"], ("2021-03-15" + START,)),
        ("afterDate", ["2020-01-02"], ("2020-01-02" + START,)),
        ("afterDate", ["2020-01-02T10:00:00"], ("2020-01-02T10:00:00.000",)),
        ("afterOrOnDate", ["2020-01-02"], ("2020-01-02" + START,)),
        ("beforeOrOnDate", ["2020-01-02"], ("2020-01-02" + END,)),
        ("beforeOrOnDate", ["2020-01-02T10:00:00"], ("2020-01-02T10:00:00.000",)),
        ("beforeOrOnDate", ["this week"], ("2021-03-21" + END,)),
    ],
)  # fmt: skip
def test_date_operators_get_local_times(operator: str, values: list[str], expected: tuple[str, ...]) -> None:
    for zone in ("UTC", "America/New_York"):
        assert expected == _condition(operator, values, zone)[1]


def test_the_label_of_a_date_says_where_it_was_written() -> None:
    labels = ("filters[0].values[0]", "filters[0].values[1]")
    assert labels == _condition("inDateRange", ["2020-01-02", "2020-01-03"])[2]
    assert (labels[0], labels[0]) == _condition("inDateRange", ["last month"])[2]


@pytest.mark.parametrize(
    ("values", "code", "path"),
    [(["2020-02-30"], "E321", "filters[0].values[0]"), (["soon"], "E322", "filters[0].values[0]"),
     (["2020-02-02", "2020-02-01"], "E323", "filters[0].values"), (["today", "2020-02-01"], "E321", "filters[0].values")],
)  # fmt: skip
def test_a_wrong_date_is_refused(values: list[str], code: str, path: str) -> None:
    assert (code, path) == _problem({"member": "A.b", "operator": "inDateRange", "values": values})


def test_groups_keep_their_tree() -> None:
    leaf = {"member": "A.b", "operator": "set"}
    (group,) = _request({"or": [leaf, {"and": [leaf, leaf]}]}).query.filters
    assert isinstance(group, Group)
    inner = group.filters[1]
    assert isinstance(inner, Group)
    assert ("or", "filters[0]", "and", "filters[0].or[1]") == (group.kind, group.path, inner.kind, inner.path)
    assert ["filters[0].or[1].and[0]", "filters[0].or[1].and[1]"] == [part.path for part in inner.filters]


@pytest.mark.parametrize("group", [{"and": []}, {"or": []}, {"or": [{"and": []}, {"or": [{"and": []}]}]}])
def test_empty_groups_vanish(group: Any) -> None:
    assert () == _request(group).query.filters


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ("E306", "filters[0]")),
        ({"member": "A.b"}, ("E306", "filters[0]")),
        ({"operator": "set"}, ("E306", "filters[0]")),
        ({"member": "A.b", "dimension": "A.b", "operator": "set"}, ("E314", "filters[0].dimension")),
        ({"and": [], "or": []}, ("E314", "filters[0]")),
        ({"and": [], "member": "A.b"}, ("E314", "filters[0]")),
        ({"and": {"member": "A.b", "operator": "set"}}, ("E304", "filters[0].and")),
        ({"member": "A", "operator": "set"}, ("E307", "filters[0].member")),
        ({"member": "A.b", "operator": "equals", "values": [["x"]]}, ("E304", "filters[0].values[0]")),
        ({"member": "A.b", "operator": "equals", "value": ["x"]}, ("E305", "filters[0].value")),
        ("A.b", ("E304", "filters[0]")),
    ],
)
def test_a_filter_that_is_not_understood_is_refused(asked: Any, expected: tuple[str, str]) -> None:
    assert expected == _problem(asked)
