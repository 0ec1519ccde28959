import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cubeproof.request.query import Order, Query, Request, Slot
from cubeproof.request.read import read_queries

NOW = datetime.fromisoformat("2021-03-17T15:45:30.123+00:00")


def _read(query: Any, **options: Any) -> Request:
    requests, diagnostics = read_queries(query, now=NOW, **options)
    assert () == diagnostics
    assert 1 == len(requests)
    return requests[0]


def _problems(query: Any) -> list[tuple[str, str | None, str]]:
    """Code, path and help or message of each problem; the same for text and for data."""
    requests, diagnostics = read_queries(query, now=NOW)
    assert () == requests
    as_text = read_queries(json.dumps(query), now=NOW).diagnostics
    assert {(d.code, d.path, d.message) for d in diagnostics} == {
        (d.code, d.path, d.message) for d in as_text
    }
    return [(d.code, d.path, d.help or d.message) for d in as_text]


def _measure(**keys: Any) -> dict[str, Any]:
    return {"measures": ["Orders.count"], **keys}


def test_a_query_is_its_shape_and_its_values_apart() -> None:
    request = _read(
        {
            "measures": ["Orders.count"],
            "dimensions": ["Orders.status"],
            "segments": ["Orders.paid"],
            "timeDimensions": [
                {
                    "dimension": "Orders.createdAt",
                    "granularity": "day",
                    "dateRange": ["2020-01-01", "2020-01-31"],
                }
            ],
            "filters": [{"member": "Orders.city", "operator": "equals", "values": ["Oslo", None]}],
            "order": {"Orders.count": "desc"},
            "limit": 5,
            "offset": 10,
            "timezone": "Europe/Oslo",
        }
    )
    assert ("2020-01-01T00:00:00.000", "2020-01-31T23:59:59.999", "Oslo") == request.values
    query = request.query
    assert (("Orders.count",), ("Orders.status",), ("Orders.paid",)) == (
        query.measures,
        query.dimensions,
        query.segments,
    )
    (time,) = query.time_dimensions
    assert time.date_range is not None
    assert Slot(index=0, label="timeDimensions[0].dateRange[0]") == time.date_range.start
    assert Slot(index=1, label="timeDimensions[0].dateRange[1]") == time.date_range.end
    assert (Order(path='order["Orders.count"]', member="Orders.count", descending=True),) == query.order
    assert (5, 10, "Europe/Oslo") == (query.limit, query.offset, query.timezone)
    assert (None, None) == (request.query_index, request.range_index)


def test_other_values_make_the_same_shape() -> None:
    def asked(status: str, day: str) -> Query:
        filters = [{"member": "Orders.status", "operator": "equals", "values": [status]}]
        times = [{"dimension": "Orders.createdAt", "dateRange": day}]
        return _read(_measure(filters=filters, timeDimensions=times)).query

    assert asked("new", "2020-01-01") == asked("paid", "last week")
    assert hash(asked("new", "2020-01-01")) == hash(asked("paid", "last week"))


def test_text_bytes_and_data_mean_the_same() -> None:
    query = _measure(dimensions=["Orders.status"])
    assert _read(query) == _read(json.dumps(query)) == _read(json.dumps(query).encode())


def test_keys_left_out_have_their_defaults() -> None:
    assert Query(measures=("Orders.count",), limit=10_000) == _read(_measure()).query


def test_a_member_asked_twice_is_one() -> None:
    query = _read(
        {"measures": ["A.n", "B.n", "A.n"], "dimensions": ["A.x", "A.x"], "segments": ["A.s", "A.s"]}
    ).query
    assert (("A.n", "B.n"), ("A.x",), ("A.s",)) == (query.measures, query.dimensions, query.segments)


def test_what_the_words_of_a_long_name_are_is_left_to_the_model() -> None:
    names = ("Orders.createdAt.month", "Orders.status", "Orders.Users.Cities.name")
    query = _read({"dimensions": list(names), "joinHints": [["Orders", "Users"], ["Orders", "Users"]]}).query
    assert (names, (("Orders", "Users"),)) == (query.dimensions, query.join_hints)


def test_a_time_column_asked_twice_is_one_and_keeps_its_ranges() -> None:
    times = [
        {"dimension": "A.t", "granularity": "day", "dateRange": "2020-01-01"},
        {"dimension": "A.t", "granularity": "day", "dateRange": "2020-01-02"},
        {"dimension": "A.t", "granularity": "week"},
    ]
    query = _read({"timeDimensions": times, "dimensions": ["A.t.day"]}).query
    found = [(time.granularity, time.date_range is not None) for time in query.time_dimensions]
    assert [("day", True), (None, True), ("week", False)] == found


def test_a_time_dimension_without_granularity_and_range_is_only_a_name() -> None:
    (time,) = _read(_measure(timeDimensions=[{"dimension": "A.t"}])).query.time_dimensions
    assert ("A.t", None, None) == (time.member, time.granularity, time.date_range)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ({}, ()),
        ([], ()),
        ({"A.b": "asc", "A.c": "desc"}, (("A.b", False), ("A.c", True))),
        ([["A.b", "desc"], ["A.c", "asc"]], (("A.b", True), ("A.c", False))),
        ([{"id": "A.b", "desc": True}, {"id": "A.c"}], (("A.b", True), ("A.c", False))),
        ([["A.b", "desc"], ["A.b", "desc"]], (("A.b", True),)),
        ({"A.t.month": "asc"}, (("A.t.month", False),)),
    ],
)
def test_order_has_three_forms(order: Any, expected: tuple[tuple[str, bool], ...]) -> None:
    found = _read(_measure(order=order)).query.order
    assert found is not None
    assert expected == tuple((key.member, key.descending) for key in found)


def test_no_order_is_not_an_empty_order() -> None:
    assert None is _read(_measure()).query.order


@pytest.mark.parametrize(
    ("keys", "default", "expected"),
    [
        ({}, 10_000, 10_000),
        ({}, None, None),
        ({"limit": None}, 10_000, None),
        ({"limit": 0}, 10_000, 0),
        ({"limit": 50_000}, 10_000, 50_000),
        ({"limit": 10.0}, 10_000, 10),
        ({"rowLimit": 7}, 10_000, 7),
        ({"rowLimit": 7, "limit": 7}, 10_000, 7),
    ],
)
def test_a_limit_is_asked_for_or_the_default(
    keys: dict[str, Any], default: int | None, expected: int | None
) -> None:
    assert expected == _read(_measure(**keys), limit=default).query.limit


def test_keys_that_steer_caches_and_answers_have_no_effect() -> None:
    keys = {
        "renewQuery": True,
        "cache": "no-cache",
        "cacheMode": "stale-if-slow",
        "responseFormat": "compact",
    }
    assert _read(_measure()) == _read(_measure(**keys))


@pytest.mark.parametrize(
    ("key", "value"),
    [("renewQuery", 5), ("renewQuery", None), ("cache", "foo"), ("cacheMode", 1), ("responseFormat", "xml")],
)
def test_keys_that_steer_caches_and_answers_have_known_values(key: str, value: Any) -> None:
    assert [("E304", key)] == [found[:2] for found in _problems(_measure(**{key: value}))]


def test_ungrouped_is_kept() -> None:
    assert _read(_measure(ungrouped=True)).query.ungrouped


def test_a_total_is_asked_for_beside_the_rows_without_their_limits() -> None:
    asked = _measure(total=True, limit=5, offset=2, order={"Orders.count": "asc"})
    rows, total = read_queries([_measure(), asked], now=NOW).value[1:]
    assert (False, 5, 2) == (rows.query.total, rows.query.limit, rows.query.offset)
    assert (True, None, None, ()) == (
        total.query.total,
        total.query.limit,
        total.query.offset,
        total.query.order,
    )
    assert (1, 1) == (rows.query_index, total.query_index)


@pytest.mark.parametrize(
    ("asked", "name"),
    [("UTC", "UTC"), ("utc", "UTC"), ("europe/BERLIN", "Europe/Berlin"), ("Asia/Kolkata", "Asia/Kolkata")],
)
def test_a_time_zone_has_its_canonical_name(asked: str, name: str) -> None:
    assert name == _read(_measure(timezone=asked)).query.timezone


@pytest.mark.parametrize("zone", ["UTC') OR 1=1 --", "+02:00", "", "../../etc/passwd", "Factory", "America"])
def test_what_is_no_zone_is_refused(zone: str) -> None:
    assert ["E320"] == [code for code, *_ in _problems(_measure(timezone=zone))]


def test_an_array_of_queries_makes_a_request_of_each() -> None:
    requests, diagnostics = read_queries([_measure(), _measure(limit=1)], now=NOW)
    assert () == diagnostics
    assert [(0, None, 10_000), (1, None, 1)] == [
        (r.query_index, r.range_index, r.query.limit) for r in requests
    ]


def test_compared_ranges_make_a_request_of_each() -> None:
    compared = ["this week", ["2020-01-01", "2020-01-07"]]
    times = [{"dimension": "A.t", "granularity": "day", "compareDateRange": compared}]
    requests, diagnostics = read_queries(_measure(timeDimensions=times), now=NOW)
    assert () == diagnostics
    assert [
        (None, 0, ("2021-03-15T00:00:00.000", "2021-03-21T23:59:59.999")),
        (None, 1, ("2020-01-01T00:00:00.000", "2020-01-07T23:59:59.999")),
    ] == [(r.query_index, r.range_index, r.values) for r in requests]


def test_all_problems_are_reported_each_at_its_place() -> None:
    text = """{
  "measures": [5, "Orders", "Orders.count"],
  "filtrs": [],
  "filters": [
    {"member": 5, "operator": "equls", "values": "x"},
    {"or": [{"member": "A.b", "operator": "gt", "values": [1, 2]}]}
  ],
  "timeDimensions": [{"dimenson": "A.t"}, {"dimension": "A.t", "dateRange": "2020-02-30"}],
  "order": [["A.b", "des"], 3],
  "limit": 50001, "offset": -1, "timezone": "Europe/Berln", "total": 1, "subqueryJoins": []
}"""
    requests, diagnostics = read_queries(text, now=NOW)
    assert () == requests
    expected = [
        (2, "E304", "measures[0]"), (2, "E307", "measures[1]"), (3, "E305", "filtrs"),
        (5, "E304", "filters[0].member"), (5, "E310", "filters[0].operator"), (5, "E304", "filters[0].values"),
        (6, "E312", "filters[1].or[0].values"), (8, "E305", "timeDimensions[0].dimenson"),
        (8, "E321", "timeDimensions[1].dateRange"), (9, "E332", "order[0][1]"), (9, "E304", "order[1]"),
        (10, "E330", "limit"), (10, "E330", "offset"), (10, "E320", "timezone"), (10, "E304", "total"),
        (10, "E340", "subqueryJoins"),
    ]  # fmt: skip
    found = [(d.span.source.position(d.span.start)[0], d.code, d.path) for d in diagnostics if d.span]
    assert expected == found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (_measure(filtrs=[]), ("E305", "filtrs", "did you mean `filters`?")),
        (_measure(time_dimensions=[]), ("E305", "time_dimensions", "did you mean `timeDimensions`?")),
        (_measure(measures="A.b"), ("E304", "measures", "`measures` must be an array of members, not text")),
        (_measure(measures=None), ("E304", "measures", "`measures` must be an array of members, not null")),
        (_measure(filters=None), ("E304", "filters", "`filters` must be an array of filters, not null")),
        (_measure(limit="5"), ("E304", "limit", "`limit` must be a whole number, or null, not text")),
        (_measure(limit=True), ("E304", "limit", "`limit` must be a whole number, or null, not true or false")),
        (_measure(limit=1.5), ("E330", "limit", "`limit` must be a whole number from 0 to 50000, not 1.5")),
        (_measure(limit=-1), ("E330", "limit", "`limit` must be a whole number from 0 to 50000, not -1")),
        (_measure(limit=1, rowLimit=2), ("E330", "rowLimit", "keep one of them")),
        (_measure(offset=None), ("E304", "offset", "`offset` must be a whole number, not null")),
        (_measure(timezone=None), ("E304", "timezone", "`timezone` must be text, not null")),
        (_measure(order="A.b"), ("E304", "order", "`order` must be an object of members and directions, or an array of pairs, not text")),
        (_measure(order={"A.b": 1}), ("E304", 'order["A.b"]', '`order["A.b"]` must be `asc` or `desc`, not a number')),
        (_measure(order={"A.b": "ASC"}), ("E332", 'order["A.b"]', "did you mean `asc`?")),
        (_measure(order=[["A.b"]]), ("E332", "order[0]", 'write `["Orders.count", "desc"]`')),
        (_measure(order=[["A.b", "asc"], ["A.b", "desc"]]), ("E332", "order[1]", "keep one of them")),
        (_measure(order=[{"desc": True}]), ("E306", "order[0]", "`order[0]` has no `id`")),
        (_measure(order={"Ab": "asc"}), ("E307", "order.Ab", "write cube and member: `Orders.count`")),
        (_measure(timeDimensions=[{}]), ("E306", "timeDimensions[0]", "`timeDimensions[0]` has no `dimension`")),
        (_measure(timeDimensions=[{"dimension": "A.t", "dateRange": []}]), ("E312", "timeDimensions[0].dateRange", "`timeDimensions[0].dateRange` must have one or two dates, not 0")),
        (_measure(timeDimensions=[{"dimension": "A.t", "dateRange": None}]), ("E304", "timeDimensions[0].dateRange", "`timeDimensions[0].dateRange` must be a date, a phrase, or an array of two dates, not null")),
        (_measure(timeDimensions=[{"dimension": "A.t", "dateRange": "lately"}]), ("E322", "timeDimensions[0].dateRange", "write a date, `2020-12-31`, or a phrase such as `today`, `last 7 days`, `this month`, `from 2 weeks ago to now`")),
        (_measure(timeDimensions=[{"dimension": "A.t", "dateRange": ["2020-02-01", "2020-01-01"]}]), ("E323", "timeDimensions[0].dateRange", "swap its ends")),
        (_measure(timeDimensions=[{"dimension": "A.t", "dateRange": ["2020-01-01", "today"]}]), ("E321", "timeDimensions[0].dateRange", "write it as `2020-12-31` or `2020-12-31T23:59:59.999`; a relative phrase stands alone")),
        (_measure(timeDimensions=[{"dimension": "A.t", "dateRange": "9999 years ago"}]), ("E325", "timeDimensions[0].dateRange", "`9999 years ago` leads out of the years 1 to 9999")),
        (_measure(timeDimensions=[{"dimension": "A.t", "granularity": "day')"}]), ("E309", "timeDimensions[0].granularity", "write `day`, `week`, `month`, `quarter`, `year`, or the name of one of the dimension's own")),
        (_measure(timeDimensions=[{"dimension": "A.t", "compareDateRange": []}]), ("E324", "timeDimensions[0].compareDateRange", "`compareDateRange` must have at least one range")),
        (_measure(timeDimensions=[{"dimension": "A.t", "compareDateRange": ["today"], "dateRange": "today"}]), ("E324", "timeDimensions[0].compareDateRange", "`compareDateRange` and `dateRange` exclude each other")),
        (_measure(timeDimensions=[{"dimension": "A.t", "compareDateRange": ["today"]}] * 2), ("E324", "timeDimensions[1].compareDateRange", "only one time dimension may have `compareDateRange`")),
        (_measure(measures=[{"expression": "1", "cubeName": "A", "name": "b"}]), ("E340", "measures[0]", "a member written as an expression is not supported yet")),
        (_measure(dimensions=["A..d"]), ("E307", "dimensions[0]", "write cube and member: `Orders.count`")),
        (_measure(measures=["A.t.day)"]), ("E307", "measures[0]", "write cube and member: `Orders.count`")),
        (_measure(measures=["Orders.count; --"]), ("E307", "measures[0]", "write cube and member: `Orders.count`")),
        (_measure(measures=["Ürder.count"]), ("E307", "measures[0]", "write cube and member: `Orders.count`")),
        ({}, ("E308", None, "a query needs a measure, a dimension, or a time dimension with a granularity")),
        ({"timeDimensions": [{"dimension": "A.t", "dateRange": "today"}]}, ("E308", None, "a query needs a measure, a dimension, or a time dimension with a granularity")),
        ([], ("E308", None, "the array of queries is empty")),
        (5, ("E304", None, "a query must be an object, or an array of objects, not a number")),
        ([5], ("E304", "[0]", "a query must be an object, not a number")),
        ([{"limit": -1}], ("E330", "[0].limit", "`limit` must be a whole number from 0 to 50000, not -1")),
    ],
)  # fmt: skip
def test_a_query_that_is_not_understood_is_refused(query: Any, expected: tuple[str, str | None, str]) -> None:
    assert [expected] == _problems(query)


def test_an_array_keeps_its_sound_queries() -> None:
    requests, diagnostics = read_queries([_measure(), {}, _measure()], now=NOW)
    assert [0, 2] == [request.query_index for request in requests]
    assert [("E308", "[1]")] == [(d.code, d.path) for d in diagnostics]


@pytest.mark.parametrize("value", [{"limit": float("nan")}, {1, 2}, object(), {"measures": [b"A.b"]}])
def test_data_that_json_cannot_say_is_refused(value: object) -> None:
    assert ["E304"] == [d.code for d in read_queries(value, now=NOW).diagnostics]


def test_an_unknown_key_is_marked_and_not_its_value() -> None:
    (problem,) = read_queries('{"measures": ["A.b"], "filter": [1]}', now=NOW).diagnostics
    assert problem.span is not None
    assert '"filter"' == problem.span.source.text[problem.span.start : problem.span.end]


def test_places_are_right_behind_a_byte_order_mark() -> None:
    (problem,) = read_queries('\ufeff{"measures": ["A"]}', now=NOW).diagnostics
    assert problem.span is not None
    assert '"A"' == problem.span.source.text[problem.span.start : problem.span.end]


KEYS = st.sampled_from(
    ["measures", "dimensions", "segments", "timeDimensions", "filters", "order", "limit", "rowLimit", "offset", "total",
     "timezone", "ungrouped", "dimension", "granularity", "dateRange", "compareDateRange", "member", "operator",
     "values", "and", "or", "id", "desc", "nonsense", ""]
)  # fmt: skip
WORDS = st.sampled_from(
    ["A.b", "A.t.day", "A", "asc", "day", "equals", "gt", "inDateRange", "beforeDate", "last week", "2020-01-01", "", "UTC"]
)  # fmt: skip
QUERIES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 60_000) | st.floats(-1, 2) | WORDS,
    lambda part: st.lists(part, max_size=3) | st.dictionaries(KEYS, part, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(KEYS, QUERIES, max_size=5) | QUERIES)
def test_any_json_is_read_or_refused_with_paths(query: Any) -> None:
    requests, diagnostics = read_queries(json.dumps(query), now=NOW)
    assert requests or diagnostics
    for problem in diagnostics:
        assert problem.path is not None or problem.code in ("E304", "E308")
        assert problem.path is None or problem.span is not None
    assert all(isinstance(hash(request.query), int) for request in requests)
