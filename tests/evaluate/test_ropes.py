"""Texts with holes are built like other texts, compared through an oracle, and never looked into."""

import pytest
from tests.evaluate.running import shown
from tests.evaluate.symbols import KNOWN, Answers, forced, lazy

from cubeproof.evaluate import force
from cubeproof.evaluate.values import NeedsCaller, Refusal, Rope


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("`id`", '"id"'),
        ("'id'", '"id"'),
        ("`${CUBE}.id`", "<CUBE>|.id"),
        ("`${CUBE}`", "<CUBE>"),
        ("`${CUBE}${Users}`", "<CUBE>|<Users>"),
        ("`a ${'b'} ${CUBE.x} c`", "a b |<CUBE.x>| c"),
        ("`${`x ${CUBE} y`} z`", "x |<CUBE>| y z"),
        ("CUBE + '.id'", "<CUBE>|.id"),
        ("'x' + CUBE + 1 + `${Users}`", "x|<CUBE>|1|<Users>"),
        ("[CUBE, 'a', Users].join(' AND ')", "<CUBE>| AND a AND |<Users>"),
        ("['a', 'b'].join(CUBE)", "a|<CUBE>|b"),
        ("`${[CUBE, null, 1]}`", "<CUBE>|,,1"),
        ("'a'.concat(CUBE, 'b')", "a|<CUBE>|b"),
        ("`${CUBE}`.concat('b')", "<CUBE>|b"),
        ("`${CUBE}.x`.toString()", "<CUBE>|.x"),
        ("String(CUBE)", "<CUBE>"),
        (
            "['status', 'kind'].map(c => `${CUBE}.${c} = 'x'`).join(' OR ')",
            "<CUBE>|.status = 'x' OR |<CUBE>|.kind = 'x'",
        ),
        ("['a', 'b'].reduce((all, c) => all + `${CUBE}.${c}`, '')", "<CUBE>|.a|<CUBE>|.b"),
        ("`${Users.sql()}`", "<Users.sql()>"),
        ("`${CUBE['x'].y}`", "<CUBE.x.y>"),
        ("`${true ? CUBE : Users}`", "<CUBE>"),
        ("'a, b'.replace(', b', `${CUBE}`)", "a|<CUBE>"),
        ("((t) => t ? `${t}!` : 'no')(`x${CUBE}`)", "x|<CUBE>|!"),
        ("typeof `${CUBE}`", '"string"'),
        ("`${CUBE}` === 1", "false"),
        ("`${CUBE}` == null", "false"),
        ("`${CUBE}` === `${CUBE}`", "true"),
        ("`${CUBE}` ?? 'x'", "<CUBE>"),
    ],
)
def test_a_template_becomes_text_with_holes(expression: str, expected: str) -> None:
    assert expected == shown(forced(expression))


def test_a_helper_that_builds_text_takes_names_of_sql() -> None:
    before = "const inDollars = (column, digits = 2) => `round(${column} / 100, ${digits})`"
    assert "round(|<CUBE>|.price / 100, 2)" == shown(forced("inDollars(`${CUBE}.price`)", before=before))


def test_the_place_of_a_hole_is_its_interpolation() -> None:
    rope = forced("`a ${CUBE} b`")
    assert isinstance(rope, Rope)
    assert not isinstance(rope.pieces[1], str)
    span = rope.pieces[1].span
    assert "${CUBE}" == span.source.text[span.start : span.end]


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("`${CUBE}`.length", "E222"),
        ("`${CUBE}`.replace('a', 'b')", "E222"),
        ("`${CUBE}.x`.toUpperCase()", "E222"),
        ("`a${CUBE}`[0]", "E222"),
        ("`a${CUBE}` === 'ab'", "E222"),
        ("`${CUBE}` === `${Users}`", "E222"),
        ("`${CUBE}` < 'a'", "E222"),
        ("`${CUBE}` * 2", "E222"),
        ("({})[`${CUBE}`]", "E222"),
        ("[...`${CUBE}`]", "E222"),
        ("JSON.stringify(`${CUBE}`)", "E222"),
        ("parseInt(`${CUBE}`)", "E222"),
        ("'$&'.replace('x', `$& ${CUBE}`) && 'x'.replace('x', `$& ${CUBE}`)", "E222"),
        ("`${CUBE}` ? 1 : 2", "E221"),
        ("`${CUBE}` === 'a' ? 1 : 2", "E221"),
        ("CLAIM === 'a' ? 1 : 2", "E221"),
        ("CLAIM ? 1 : 2", "E221"),
        ("`${typeof CLAIM}`", "E221"),
        ("CUBE === 'a'", "E220"),
        ("CUBE * 2", "E220"),
        ("`${() => 1}`", "E213"),
        ("`${Math.max}`", "E213"),
    ],
)
def test_what_cannot_be_done_with_a_hole_is_refused_at_its_place(expression: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        forced(expression)
    assert code == refusal.value.code
    assert not refusal.value.reported


@pytest.mark.parametrize(
    ("expression", "question", "yes", "no"),
    [
        ("CLAIM === 'a' ? 1 : 2", "claim === 'a'", "1", "2"),
        ("CLAIM !== 'a' ? 1 : 2", "claim === 'a'", "2", "1"),
        ("'a' === CLAIM ? 1 : 2", "claim === 'a'", "1", "2"),
        ("CLAIM == 4 ? 1 : 2", "claim == 4.0", "1", "2"),
        ("CLAIM != null ? 1 : 2", "claim == None", "2", "1"),
        ("CLAIM === undefined ? 1 : 2", "claim ===", "1", "2"),
        ("CLAIM ? 1 : 2", "claim truthy", "1", "2"),
        ("!CLAIM ? 1 : 2", "claim truthy", "2", "1"),
        ("CLAIM && 'x'", "claim truthy", '"x"', "claim"),
        ("CLAIM || 'x'", "claim truthy", "claim", '"x"'),
        ("CLAIM ?? 'x'", "claim == None", '"x"', "claim"),
        ("typeof CLAIM === 'string' ? 1 : 2", "claim typeof 'string'", "1", "2"),
        ("typeof CLAIM !== 'string' ? 1 : 2", "claim typeof 'string'", "2", "1"),
        ("['a'].includes(CLAIM) ? 1 : 2", "claim === 'a'", "1", "2"),
        ("`${CLAIM}` === '1 = 1' ? 1 : 2", "claim === '1 = 1' as text", "1", "2"),
        ("`${CLAIM}` != '1 = 1' ? 1 : 2", "claim === '1 = 1' as text", "2", "1"),
        ("`${CLAIM}` == 1 ? 1 : 2", "claim == 1.0 as text", "1", "2"),
        ("`${CLAIM}` ? 1 : 2", "claim truthy as text", "1", "2"),
        ("`${CUBE.filter('x')}` === '1 = 1' ? 1 : 2", "CUBE.filter() === '1 = 1' as text", "1", "2"),
        ("CUBE.filter('x') === '1 = 1' ? 1 : 2", "CUBE.filter() === '1 = 1' as text", "1", "2"),
    ],
)
def test_a_condition_is_put_to_the_oracle(expression: str, question: str, yes: str, no: str) -> None:
    template = lazy(f"cube('A', {{sql: {expression}}})", "sql")
    for answer, expected in ((True, yes), (False, no)):
        oracle = Answers(answer)
        value = force(template, KNOWN, oracle)
        assert (expected, [question]) == (
            "claim" if value is KNOWN["CLAIM"] else shown(value),
            oracle.questions,
        )


def test_a_text_that_is_more_than_its_hole_is_true_without_asking() -> None:
    assert "1" == shown(forced("`a${CLAIM}` ? 1 : 2"))


@pytest.mark.parametrize(
    "expression", ["CLAIM * 2", "({})[CLAIM]", "CLAIM < 3", "[...CLAIM]", "Number(CLAIM)"]
)
def test_a_symbol_is_asked_for_its_value_where_nothing_else_will_do(expression: str) -> None:
    with pytest.raises(NeedsCaller):
        forced(expression)
