"""The name that was probably meant."""

import time

import pytest

from cubeproof.diagnostics.nearest import distance, nearest


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("revenue", "revenu"),
        ("revenue", "reveneu"),
        ("revenue", "Revenue"),
        ("revenue", "REVENUE"),
        ("count", "cuont"),
        ("count", "counts"),
        (None, "zzzzz"),
        (None, ""),
        (None, "x" * 200),
    ],
)
def test_a_typo_finds_the_name_that_was_meant(expected: str | None, name: str) -> None:
    assert expected == nearest(name, ["count", "revenue", "status"])


def test_a_name_is_not_its_own_nearest() -> None:
    assert nearest("count", ["count"]) is None


def test_a_single_character_has_no_nearest_of_other_letters() -> None:
    assert nearest("x", ["a", "b"]) is None


def test_the_first_of_equally_near_names_wins() -> None:
    assert "ab1" == nearest("ab0", ["ab1", "ab2"])


def test_the_same_letters_in_another_case_win_over_a_typo() -> None:
    assert "createdAt" == nearest("created_at", ["createAt", "createdAt"])
    assert "CreatedAt" == nearest("createdat", ["createdab", "CreatedAt"])


@pytest.mark.parametrize(
    ("expected", "left", "right"),
    [
        (0, "a", "a"),
        (1, "ab", "ba"),
        (1, "abc", "ab"),
        (1, "abc", "abd"),
        (2, "abcd", "badc"),
        (3, "kitten", "sitting"),
    ],
)
def test_distance_counts_typing_errors(expected: int, left: str, right: str) -> None:
    assert expected == distance(left, right, 10)
    assert expected == distance(right, left, 10)


def test_distance_stops_counting_at_its_bound() -> None:
    assert 3 == distance("abcdefgh", "ijklmnop", 2)


def test_a_hundred_thousand_candidates_cost_little() -> None:
    started = time.process_time()
    nearest("x" * 80, (f"{'y' * 70}{n}" for n in range(100_000)))
    assert time.process_time() - started < 2
