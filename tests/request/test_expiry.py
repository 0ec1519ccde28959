import pytest
from hypothesis import given
from hypothesis import strategies as st

from cubeproof.request.expiry import LONGEST, read_expiry


@pytest.mark.parametrize(
    ("text", "seconds"),
    # the numbers are what node's jsonwebtoken 8.5.1 makes of these
    [("30 days", 2_592_000), ("30d", 2_592_000), ("1 day", 86_400), ("1 Day", 86_400), ("2h", 7200), ("10s", 10),
     ("1.5h", 5400), ("0.5h", 1800), (".5h", 1800), ("1 week", 604_800), ("1w", 604_800), ("1 year", 31_557_600),
     ("1y", 31_557_600), ("5 m", 300), ("90 minutes", 5400), ("2 hrs", 7200), ("1500ms", 1), ("1.7s", 1), (" 1d ", 86_400)],
)  # fmt: skip
def test_an_expiry_is_a_number_and_a_unit(text: str, seconds: int) -> None:
    assert (seconds, ()) == read_expiry(text)


def test_zero_is_for_ever() -> None:
    assert (None, ()) == read_expiry("0")


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("", "the expiry is empty", None),
        ("60", "the expiry `60` has no unit", "did you mean `60s`, `60m` or `60 days`?"),
        ("00", "the expiry `00` has no unit", None),
        ("1.5", "the expiry `1.5` has no unit", None),
        ("-1 day", "the expiry `-1 day` is in the past", None),
        ("1 month", "`1 month` is no expiry", "months differ in length: write days, such as `30 days`"),
        ("3mo", "`3mo` is no expiry", "months differ in length: write days, such as `30 days`"),
        ("abc", "`abc` is no expiry", None),
        ("1 d 2 h", "`1 d 2 h` is no expiry", None),
        ("100ms", "the expiry `100ms` is shorter than a second", None),
        ("1001 years", "the expiry `1001 years` is longer than a thousand years", None),
        ("٣ days", "`٣ days` is no expiry", None),
    ],
)
def test_what_is_no_expiry_is_refused(text: str, message: str, advice: str | None) -> None:
    seconds, (problem,) = read_expiry(text)
    assert (None, "E430", message) == (seconds, problem.code, problem.message)
    assert problem.help is not None
    assert (
        advice or "write a number and a unit, such as `30 days`, `12h` or `1 week`; `0` is for ever"
    ) == problem.help


@given(st.text(max_size=20))
def test_any_text_is_an_expiry_or_a_problem(text: str) -> None:
    seconds, diagnostics = read_expiry(text)
    assert (seconds is None and (diagnostics or text.strip() == "0")) or 1 <= (seconds or 0) <= LONGEST
