"""What counts as the same answer, and what does not."""

from datetime import datetime
from decimal import Decimal

import pytest

from rows import difference, ordered_by, value

COUNT = {"measures": ["Sales.count"], "dimensions": ["Sales.status"]}
COLUMNS = ("sales__count", "sales__status")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        (True, 1),
        (Decimal("2.50"), 2.5),
        ("7", 7),
        (datetime(2019, 3, 10, 7), "2019-03-10 07:00:00"),
        ("2019-03-10 07:00:00.5", "2019-03-10T07:00:00.500"),
        (100 / 3, Decimal("33.333333333333333333")),
    ],
)
def test_values_are_loosely_typed(one: object, other: object) -> None:
    assert value(one) == value(other)


@pytest.mark.parametrize(
    ("one", "other"), [(None, 0), (None, ""), (1, 2), (False, None), ("a", "A"), (1.5, 1)]
)
def test_values_that_differ_stay_different(one: object, other: object) -> None:
    assert value(one) != value(other)


def test_columns_may_come_in_another_order() -> None:
    assert difference(COUNT, COLUMNS, [(2, "a")], COLUMNS[::-1], [("a", 2)]) == ""


def test_rows_of_equal_rank_may_come_in_another_order() -> None:
    assert difference(COUNT, COLUMNS, [(2, "a"), (2, "b")], COLUMNS, [(2, "b"), (2, "a")]) == ""


@pytest.mark.parametrize(
    ("start", "columns", "rows"),
    [
        ("order", COLUMNS, [(1, "b"), (2, "a")]),
        ("rows", COLUMNS, [(2, "a")]),
        ("rows", COLUMNS, [(2, "a"), (1, "b"), (1, "b")]),
        ("rows", COLUMNS, [(2, "a"), (1, None)]),
        ("columns", ("sales__count", "sales__id"), [(2, "a"), (1, "b")]),
    ],
)
def test_another_answer_is_told(start: str, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    assert difference(COUNT, COLUMNS, [(2, "a"), (1, "b")], columns, rows).startswith(start)


@pytest.mark.parametrize(
    ("aliases", "query"),
    [
        (["sales__count"], COUNT),
        ([], {"measures": ["Sales.count"]}),
        (["line_items__unit_price"], {"dimensions": ["LineItems.unitPrice"]}),
        ([], {**COUNT, "order": []}),
        (["sales__status"], {**COUNT, "order": {"Sales.status": "desc"}}),
        (
            ["sales__sold_at_day"],
            {**COUNT, "timeDimensions": [{"dimension": "Sales.soldAt", "granularity": "day"}]},
        ),
        (["sales__count"], {**COUNT, "timeDimensions": [{"dimension": "Sales.soldAt"}]}),
    ],
)
def test_a_query_says_what_its_rows_are_ordered_by(aliases: list[str], query: dict[str, object]) -> None:
    assert aliases == ordered_by(query)
