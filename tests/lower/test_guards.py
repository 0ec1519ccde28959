"""Claims and guards inside SQL: every form of cube.md's security context, and what cannot be done with it."""

import pytest
from lowering import LIST, SCALAR, dump, lowered, member, model, refused, said, table

from cubeproof.diagnostics import CompileError
from cubeproof.lower import sql


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("${USER_CONTEXT.id.filter('user_id')}", "<guard id on user_id>"),
        ("${SECURITY_CONTEXT.id.filter('user_id')}", "<guard id on user_id>"),
        ("${USER_CONTEXT.id.requiredFilter('user_id')}", "<required id on user_id>"),
        ("${USER_CONTEXT.a.b.c.filter('x')}", "<guard a.b.c on x>"),
        ("${USER_CONTEXT['a']['b'].filter('x')}", "<guard a.b on x>"),
        ("${USER_CONTEXT['https://x/y'].filter('x')}", "<guard https://x/y on x>"),
        ("${USER_CONTEXT.ids[0].filter('x')}", "<guard ids.0 on x>"),
        ("${USER_CONTEXT.a?.b?.filter('x')}", "<guard a.b on x>"),
        ("${USER_CONTEXT.id.filter(`${CUBE}.user_id`)}", "<guard id on <cube Orders>.user_id>"),
        ("${USER_CONTEXT.id.filter(CUBE.status)}", "<guard id on <Orders.status>>"),
        ("${USER_CONTEXT.id.filter(status)}", "<guard id on <Orders.status>>"),
        ("${USER_CONTEXT.id.filter('a' + '.b')}", "<guard id on a.b>"),
        ("${USER_CONTEXT.id}", "<claim id>"),
        ("${USER_CONTEXT.id.unsafeValue()}", "<unsafe id>"),
        ("x = '${USER_CONTEXT.id.unsafeValue()}'", "x = '<unsafe id>'"),
        ("${[USER_CONTEXT.a.filter('a'), USER_CONTEXT.b.filter('b')].join(' AND ')}",
         "<guard a on a> AND <guard b on b>"),
        ("${USER_CONTEXT.id.filter('a') && 'b'}", "b"),
    ],
)  # fmt: skip
def test_a_guard_or_claim_is_a_hole_with_its_path(written: str, expected: str) -> None:
    assert expected == table(written)


@pytest.mark.parametrize(
    ("callback", "scalar", "several"),
    [
        ("v => `x = ${v}`", "x = <$0>", "x = <$0>,<$1>"),
        ("v => `x IN (${v})`", "x IN (<$0>)", "x IN (<$0>,<$1>)"),
        ("v => Array.isArray(v) ? `x IN (${v.join(', ')})` : `x = ${v}`", "x = <$0>", "x IN (<$0>, <$1>)"),
        ("v => v.length === undefined ? '1 = 0' : v.map(x => `x = ${x}`).join(' OR ')", None, "x = <$0> OR x = <$1>"),
        ("v => typeof v === 'string' ? `a = ${v}` : `b IN (${v})`", "a = <$0>", "b IN (<$0>,<$1>)"),
        ("v => `${CUBE.status} = ${v}`", "<Orders.status> = <$0>", "<Orders.status> = <$0>,<$1>"),
        ("function (v) { return 'x = ' + v; }", "x = <$0>", "x = <$0>,<$1>"),
        ("v => v === undefined || v === null ? '1 = 0' : `x = ${v}`", "x = <$0>", "x = <$0>,<$1>"),
        ("v => v ? `x = ${v.toString()}` : ''", "x = <$0>", "x = <$0>,<$1>"),
        ("() => '1 = 1'", "1 = 1", "1 = 1"),
    ],
)  # fmt: skip
def test_a_callback_writes_sql_for_one_placeholder_or_a_list(
    callback: str, scalar: str | None, several: str
) -> None:
    text = f"cube('Orders', {{ sql: `${{USER_CONTEXT.id.filter({callback})}}`, dimensions: {{ status: {{ sql: `status`, type: 'string' }} }} }})"
    guard = model(text).cubes["Orders"].table.parts[0]
    assert isinstance(guard, sql.Guard)
    assert guard.callback is not None
    assert several == dump(guard.callback.sql(LIST))
    if scalar is None:
        with pytest.raises(CompileError, match="E262"):
            guard.callback.sql(SCALAR)
    else:
        assert scalar == dump(guard.callback.sql(SCALAR))


def test_a_callback_keeps_its_results_and_takes_any_kind() -> None:
    guard = (
        model(
            "cube('A', { sql: `${USER_CONTEXT.id.filter(v => (typeof v === 'number' ? 'number' : 'string') + v)}` })"
        )
        .cubes["A"]
        .table.parts[0]
    )
    assert isinstance(guard, sql.Guard)
    assert guard.callback is not None
    assert "number<$0>" == dump(guard.callback.sql(("number",)))
    assert guard.callback.sql(("number",)) is guard.callback.sql(("number",))
    assert "string<$0>" == dump(guard.callback.sql(("boolean",)))
    assert "string<$0>,<$1>,<$2>" == dump(guard.callback.sql((("null", "string", "number"),)))


def test_an_error_in_a_form_that_was_never_tried_is_raised_each_time() -> None:
    text = "cube('A', { sql: `${USER_CONTEXT.id.filter(v => v.length === 3 ? `${CUBE.none}` : `x IN (${v})`)}` })"
    guard = model(text).cubes["A"].table.parts[0]
    assert isinstance(guard, sql.Guard)
    assert guard.callback is not None
    three: tuple[sql.Argument, ...] = (("number", "number", "number"),)
    for _ in range(2):
        with pytest.raises(CompileError, match="no member `none`"):
            guard.callback.sql(three)


@pytest.mark.parametrize(
    ("written", "code", "message"),
    [
        ("${USER_CONTEXT}", "E259", "`USER_CONTEXT` as a whole cannot be part of SQL"),
        ("${USER_CONTEXT.filter('x')}", "E259", "`USER_CONTEXT.filter(…)` asks for the context as a whole"),
        ("${USER_CONTEXT.filter.filter('x')}", "E258",
         "`USER_CONTEXT.filter` is the method `filter`: a claim called `filter` cannot be reached"),
        ("${USER_CONTEXT.a.unsafeValue}", "E258",
         "`USER_CONTEXT.a.unsafeValue` is the method `unsafeValue`: a claim called `unsafeValue` cannot be reached"),
        ("${SECURITY_CONTEXT['requiredFilter'].filter('x')}", "E258",
         "`SECURITY_CONTEXT.requiredFilter` is the method `requiredFilter`: a claim called `requiredFilter` cannot be "
         "reached"),
        ("${USER_CONTEXT.id.filter()}", "E259", "`filter` takes one argument, a column or a function"),
        ("${USER_CONTEXT.id.filter('a', 'b')}", "E259", "`filter` takes one argument, a column or a function"),
        ("${USER_CONTEXT.id.filter(1)}", "E259", "`filter` takes a column or a function, not a number"),
        ("${USER_CONTEXT.id.filter('')}", "E259", "`filter` names no column: its text is empty"),
        ("${USER_CONTEXT.id.requiredFilter(['a'])}", "E259", "`requiredFilter` takes a column or a function, not a list"),
        ("${USER_CONTEXT.id.unsafeValue('x')}", "E259", "`unsafeValue` takes no argument"),
        ("${USER_CONTEXT.id.filter('x') === '1 = 1' ? 'a' : 'b'}", "E259",
         "a guard cannot be compared: its text depends on the caller"),
        ("${USER_CONTEXT.id.filter(v => v + 1 > 2 ? 'a' : 'b')}", "E262",
         "the value of a placeholder is not known here: it is sent beside the SQL"),
        ("${USER_CONTEXT.id.filter(v => 1)}", "E256", "this gives a number where SQL is needed"),
        ("${USER_CONTEXT.id.filter(v => {})}", "E256", "this gives undefined where SQL is needed"),
        ("${USER_CONTEXT.id.filter(v => `${CUBE.zz} = ${v}`)}", "E252", "cube `Orders` has no member `zz`"),
    ],
)  # fmt: skip
def test_what_a_guard_cannot_be(written: str, code: str | None, message: str | None) -> None:
    if code is None:
        assert table(written)
        return
    found = refused(written)
    assert (code, message) == (found.code, found.message)


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("'${USER_CONTEXT.id.filter('x')}'", "the guard on claim `id` stands inside quotes"),
        ("SELECT 1 -- WHERE ${USER_CONTEXT.id.filter('x')}", "the guard on claim `id` stands inside a comment"),
        ("SELECT 1 /* ${USER_CONTEXT.id.filter('x')} */", "the guard on claim `id` stands inside a comment"),
        ("SELECT '${USER_CONTEXT.id}'", "the claim `id` stands inside quotes"),
        ('SELECT "${USER_CONTEXT.id}"', "the claim `id` stands inside quotes"),
        ("SELECT 1 -- ${USER_CONTEXT.id.unsafeValue()}", "the claim `id` stands inside a comment"),
        ("SELECT $$ ${USER_CONTEXT.id} $$", "the claim `id` stands inside quotes"),
        ("SELECT E'a\\\\'b ${USER_CONTEXT.id}'", "the claim `id` stands inside quotes"),
        ("'${FILTER_PARAMS.Orders.status.filter('x')}'", "`FILTER_PARAMS.Orders.status` stands inside quotes"),
        ("-- ${FILTER_GROUP(FILTER_PARAMS.Orders.status.filter('x'))}", "`FILTER_GROUP` stands inside a comment"),
        ("-- ${Users.sql()}", "`Users.sql()` stands inside a comment"),
        ("${USER_CONTEXT.id.filter(v => `x = '${v}'`)}", "the placeholder of a callback stands inside quotes"),
        ("${USER_CONTEXT.id.filter(v => Array.isArray(v) ? `x IN ('${v}')` : `x = ${v}`)}",
         "the placeholder of a callback stands inside quotes"),
        ("${FILTER_PARAMS.Orders.status.filter((a, b) => `x > ${a} -- ${b}`)}",
         "the placeholder of a callback stands inside a comment"),
        ("${USER_CONTEXT.role.unsafeValue() === 'admin' ? '' : `-- ${USER_CONTEXT.id.filter('x')}`}",
         "the guard on claim `id` stands inside a comment"),
    ],
)  # fmt: skip
def test_a_condition_in_quotes_or_a_comment_is_an_error(written: str, what: str) -> None:
    found = refused(written)
    assert ("E261", f"{what}, where it has no effect") == (found.code, found.message)


@pytest.mark.parametrize(
    "written",
    [
        "SELECT 'it''s' WHERE ${USER_CONTEXT.id.filter('x')}",
        "SELECT 1 -- a comment's end\n WHERE ${USER_CONTEXT.id.filter('x')}",
        "SELECT /* ' */ 1 WHERE ${USER_CONTEXT.id.filter('x')}",
        "SELECT '\\\\' WHERE ${USER_CONTEXT.id.filter('x')}",
        "SELECT '\\\\'' WHERE ${USER_CONTEXT.id.filter('x')}",
        "SELECT '--' WHERE ${USER_CONTEXT.id.filter('x')}",
        "SELECT $1$ WHERE ${USER_CONTEXT.id.filter('x')}",
    ],
)
def test_a_condition_beside_quotes_and_comments_is_none(written: str) -> None:
    assert table(written).endswith("WHERE <guard id on x>")


def test_a_member_with_a_guard_in_a_comment_is_an_error_and_one_without_is_not() -> None:
    text = """cube('A', { sql: `SELECT 1`, dimensions: {
        own: { sql: `${USER_CONTEXT.id.filter('x')}`, type: 'boolean' },
        via: { sql: `${own}`, type: 'boolean' },
        plain: { sql: `x`, type: 'boolean' },
        safe: { sql: `1 -- ${plain}`, type: 'number' },
        lost: { sql: `1 -- ${via}`, type: 'number' } } })"""
    assert ["E261 `A.via` stands inside a comment, where its conditions have no effect"] == said(
        lowered(text).diagnostics
    )


def test_the_place_of_a_guard_is_its_interpolation() -> None:
    table = model("cube('A', {\n  sql: `SELECT 1 WHERE ${USER_CONTEXT.id.filter('x')}`\n})").cubes["A"].table
    assert "A.js:2:24" == repr(table.parts[1].span)  # type: ignore[union-attr]


def test_claims_are_known_in_every_template() -> None:
    assert "<guard id on x>" == member("${USER_CONTEXT.id.filter('x')}")
