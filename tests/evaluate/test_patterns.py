"""Regular expressions take time that grows with the text, and what cannot be matched so is refused."""

import time

import pytest
from tests.evaluate.running import marked, refusal, run, shown, value


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("/^(a+)+$/.test('a'.repeat(200) + '!')", "false"),
        ("/(x+x+)+y/.test('x'.repeat(200))", "false"),
        ("/^(([a-z])+.)+[A-Z]([a-z])+$/.test('a'.repeat(200))", "false"),
        ("/(.*)(.*)(.*)(.*)(.*)[^a]/.test('a'.repeat(200))", "false"),
    ],
)
def test_a_pattern_that_explodes_elsewhere_is_quick(expression: str, expected: str) -> None:
    before = time.perf_counter()
    assert expected == shown(value(expression))
    assert time.perf_counter() - before < 1


def test_searching_a_long_text_again_and_again_is_paid_for() -> None:
    before = time.perf_counter()
    _, diagnostics = run("const v = 'a'.repeat(100000).replace(/a.*b|a/g, '')\ncube('A', {v})")
    assert ("E210", True) == (diagnostics[0].code, time.perf_counter() - before < 2)


@pytest.mark.parametrize(
    ("pattern", "named"),
    [
        ("/(a)\\1/", "a back-reference such as `\\1`"),
        ("/(?<n>a)\\k<n>/", "a back-reference `\\k<…>`"),
        ("/a(?=b)/", "a look-ahead `(?=…)` or `(?!…)`"),
        ("/a(?!b)/", "a look-ahead `(?=…)` or `(?!…)`"),
        ("/(?<=a)b/", "a look-behind `(?<=…)` or `(?<!…)`"),
        ("/(?<!a)b/", "a look-behind `(?<=…)` or `(?<!…)`"),
        ("/a{5000}/", "more than 1,000 repetitions"),
        ("/(?i:a)/", "a group that begins with `(?i`"),
        ("/\\p{Script=Greek}/u", "`\\p{Script=Greek}`"),
    ],
)
def test_what_no_linear_engine_can_do_is_refused_by_its_name(pattern: str, named: str) -> None:
    found = refusal(f"const v = {pattern}.test('a')\ncube('A', {{v}})")
    expected = ("E225", f"{named} in a regular expression is not supported", pattern)
    assert expected == (found.code, found.message, marked(found))


@pytest.mark.parametrize("pattern", ["/a**/", "/(/", "/)/", "/[b-a]/", "/a{2,1}/", "/\\q/u", "/{1}/"])
def test_what_is_no_pattern_is_said_to_be_none(pattern: str) -> None:
    assert "E225" == refusal(f"const v = {pattern}\ncube('A', {{v}})").code


def test_a_pattern_of_a_huge_program_is_refused() -> None:
    assert "E225" == refusal("const v = /((a{1000}){1000}){1000}/.test('a')\ncube('A', {v})").code
