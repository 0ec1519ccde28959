"""Conditions that only a caller or a query decides: both outcomes are kept, or the template waits for a caller."""

import pytest
from lowering import dump, lowered, model, refused, table

from cubeproof.diagnostics import CompileError, has_errors
from cubeproof.lower import sql

ROLE = "USER_CONTEXT.role.unsafeValue()"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (f"${{{ROLE} === 'admin' ? 'a' : 'b'}}", "<if unsafe role === 'admin' then a else b>"),
        (f"x ${{{ROLE} !== 'admin' ? 'a' : 'b'}} y", "<if unsafe role === 'admin' then x b y else x a y>"),
        (f"${{{ROLE} == 42 ? 'a' : 'b'}}", "<if unsafe role == 42.0 then a else b>"),
        (f"${{{ROLE} ? 'a' : 'b'}}", "<if unsafe role truthy then a else b>"),
        (f"${{!{ROLE} ? 'a' : 'b'}}", "<if unsafe role truthy then b else a>"),
        (f"${{typeof {ROLE} === 'string' ? 'a' : 'b'}}", "<if unsafe role typeof 'string' then a else b>"),
        (f"${{{ROLE} === undefined ? 'a' : 'b'}}", "<if unsafe role === then a else b>"),
        (f"${{{ROLE} === 'a' || {ROLE} === 'b' ? 'x' : 'y'}}",
         "<if unsafe role === 'a' then x else <if unsafe role === 'b' then x else y>>"),
        (f"${{{ROLE} === 'a' ? 'x' : {ROLE} === 'a' ? 'y' : 'z'}}", "<if unsafe role === 'a' then x else z>"),
        (f"${{{ROLE} == 1 ? 'x' : 'y'}}${{{ROLE} == true ? 'x' : 'y'}}",
         "<if unsafe role == 1.0 then <if unsafe role == True then xx else xy> "
         "else <if unsafe role == True then yx else yy>>"),
        (f"${{{ROLE} === 'admin' ? '1 = 1' : USER_CONTEXT.id.filter('x')}}",
         "<if unsafe role === 'admin' then 1 = 1 else <guard id on x>>"),
        ("${USER_CONTEXT.role === 'admin' ? 'a' : 'b'}", "<if claim role === 'admin' then a else b>"),
        ("${USER_CONTEXT.role ? 'a' : 'b'}", "<if claim role truthy then a else b>"),
        ("${FILTER_PARAMS.Orders.status.filter('s') === '1 = 1' ? 'a' : 'b'}",
         "<if pushed Orders.status on s === '1 = 1' then a else b>"),
        (f"${{`${{{ROLE}}}` === 'admin' ? 'a' : 'b'}}", "<if unsafe role === 'admin' then a else b>"),
    ],
)  # fmt: skip
def test_a_condition_keeps_both_outcomes(written: str, expected: str) -> None:
    assert expected == table(written)


def test_six_conditions_are_followed_and_a_seventh_is_refused() -> None:
    condition = "${USER_CONTEXT.c%d.unsafeValue() === 'x' ? 'a' : 'b'}"
    six = "".join(condition % number for number in range(6))
    shown = table(six)
    assert 63 == shown.count("<if")
    assert all(f"{number:06b}".translate({48: "a", 49: "b"}) in shown for number in range(64))
    assert "E257" == refused(six + condition % 6).code


@pytest.mark.parametrize(
    ("written", "value", "expected"),
    [
        ("${USER_CONTEXT.roles.unsafeValue().map(r => `'${r}'`).join(', ')}", ["a", "b"], "'a', 'b'"),
        ("${USER_CONTEXT.roles.unsafeValue().includes('admin') ? '1 = 1' : '1 = 0'}", ["admin"], "1 = 1"),
        ("${USER_CONTEXT.roles.unsafeValue().includes('admin') ? '1 = 1' : '1 = 0'}", [], "1 = 0"),
        ("${USER_CONTEXT.n.unsafeValue() > 3 ? 'big' : 'small'}", 4, "big"),
        ("${USER_CONTEXT.n.unsafeValue() + 1}", 4, "5"),
        ("${Object.keys(USER_CONTEXT.o.unsafeValue()).join()}", {"a": 1, "b": None}, "a,b"),
        ("${USER_CONTEXT.n.unsafeValue() > 3 ? '1 = 1' : USER_CONTEXT.id.filter('x')}", 1, "<guard id on x>"),
        ("${(USER_CONTEXT.r.unsafeValue() || []).length}", object(), "0"),
    ],
)
def test_a_template_that_needs_a_value_is_forced_for_each_caller(
    written: str, value: object, expected: str
) -> None:
    template = model(f"cube('A', {{ sql: `{written}` }})").cubes["A"].table
    assert "<per caller>" == dump(template)
    part = template.parts[0]
    assert isinstance(part, sql.PerCaller)
    assert expected == dump(part.force(lambda path: value))


def test_a_caller_whose_value_does_not_fit_gets_an_error() -> None:
    part = (
        model("cube('A', { sql: `${USER_CONTEXT.r.unsafeValue().map(x => x).join()}` })")
        .cubes["A"]
        .table.parts[0]
    )
    assert isinstance(part, sql.PerCaller)
    with pytest.raises(CompileError):
        part.force(lambda path: 42)


def test_a_template_that_fails_for_every_caller_is_an_error_of_the_model() -> None:
    text = "cube('A', { sql: `${USER_CONTEXT.r.unsafeValue().map(x => x)} ${CUBE.none}` })"
    assert has_errors(lowered(text).diagnostics)


@pytest.mark.parametrize("subject", ["`${CUBE}`", "`${status}`", "`${USER_CONTEXT.id.filter('x')}`"])
def test_sql_cannot_be_a_condition(subject: str) -> None:
    assert "E256" == refused(f"${{{subject} === 'x' ? 'a' : 'b'}}").code
