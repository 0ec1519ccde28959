"""Lists with gaps: what takes a gap for undefined works, what tells the two apart is refused."""

import pytest
from tests.evaluate.running import refusal

GAPS = (
    "[1, , 3]",
    "Array(3)",
    "(l => { l.length = 3; return l })([1])",
    "(l => { delete l[0]; return l })([1, 2])",
)


@pytest.mark.parametrize("gaps", GAPS)
@pytest.mark.parametrize(
    "use",
    [
        "{0}.map(x => 1)",
        "{0}.forEach(x => 1)",
        "{0}.filter(x => true)",
        "{0}.reduce((a, b) => a, 0)",
        "{0}.some(x => true)",
        "{0}.every(x => true)",
        "{0}.flatMap(x => [1])",
        "{0}.flat()",
        "[{0}].flat()",
        "[].concat({0})",
        "{0}.concat([1])",
        "{0}.slice(1)",
        "{0}.sort()",
        "{0}.indexOf(undefined)",
        "{0}.splice(0, 1)",
        "Object.keys({0})",
        "Object.entries({0})",
        "({{...{0}}})",
        "1 in {0}",
        "{0}.hasOwnProperty(1)",
        "(() => {{ for (const i in {0}) {{ }} }})()",
    ],
)
def test_what_tells_a_gap_from_undefined_is_refused(gaps: str, use: str) -> None:
    found = refusal(f"const v = {use.format(gaps)}\ncube('A', {{v}})")
    assert ("E209", "fill them first: `Array.from(list)`, or `[...list]`") == (found.code, found.help)


def test_a_gap_that_a_callback_makes_is_not_passed_over() -> None:
    assert "E209" == refusal("[1, 2, 3].forEach((x, i, l) => { delete l[2] })").code
    assert "E209" == refusal("[1, 2, 3].reduce((t, x, i, l) => { delete l[2]; return t })").code
