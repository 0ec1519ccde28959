"""Which name wins, how functions get theirs, and what a template may not do."""

import pytest
from tests.evaluate.running import run, shown
from tests.evaluate.symbols import KNOWN, Cube, forced, lazy

from cubeproof.evaluate import call, force
from cubeproof.evaluate.values import UNDEFINED, Factory, Function, Object, Refusal
from cubeproof.pipeline import compile_model
from cubeproof.workspace import from_texts


def test_a_known_name_wins_over_a_constant_of_the_module() -> None:
    assert "<status>" == shown(forced("`${status}`", before="const status = 'zz'"))


def test_a_parameter_inside_of_the_template_wins_over_a_known_name() -> None:
    assert '"x"' == shown(forced("['x'].map(status => `${status}`).join('')"))


def test_a_known_name_wins_over_the_parameter_of_a_function_around_the_template() -> None:
    text = (
        "cube('A', {dimensions: ['a'].reduce((all, status) => ({...all, [status]: {sql: `${status}`}}), {})})"
    )
    assert "<status>" == shown(force(lazy(text, "dimensions", "a", "sql"), KNOWN))


def test_each_template_keeps_the_call_it_was_made_in() -> None:
    text = (
        "cube('A', {dimensions: ['a', 'b'].reduce((all, n) => ({...all, [n]: {sql: `${CUBE}.${n}`}}), {})})"
    )
    found = [shown(force(lazy(text, "dimensions", name, "sql"), KNOWN)) for name in ("a", "b")]
    assert ["<CUBE>|.a", "<CUBE>|.b"] == found


def test_a_helper_outside_of_the_cube_does_not_know_names_of_sql() -> None:
    with pytest.raises(Refusal) as refusal:
        forced("helper()", before="const helper = () => `${CUBE}.x`")
    assert "E200" == refusal.value.code
    assert "give it to the function that needs it as an argument: `f(CUBE)`" == refusal.value.help
    assert ["called from here"] == [related.message for related in refusal.value.related]


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        ("(CUBE) => `${CUBE}.x`", "<CUBE>|.x"),
        ("(Users, CUBE) => `${CUBE}.x = ${Users}.y`", "<CUBE>|.x = |<Users>|.y"),
        ("() => `x`", '"x"'),
        ("(CUBE, digits = 2) => `${CUBE}${digits}`", "<CUBE>|2"),
        ("function (CUBE) { const c = 'x'; return `${CUBE}.${c}` }", "<CUBE>|.x"),
    ],
)
@pytest.mark.parametrize("place", ["lazy", "value"])
def test_parameters_of_a_function_are_names_of_sql(function: str, expected: str, place: str) -> None:
    template = (
        lazy(f"cube('A', {{sql: {function}}})", "sql")
        if place == "lazy"
        else lazy(f"const common = {{sql: {function}}}\ncube('A', {{...common}})", "sql")
    )
    assert isinstance(template, Function) == (place == "value")
    assert expected == shown(force(template, KNOWN))


@pytest.mark.parametrize(
    ("function", "help_"), [("(Usrs) => 1", "did you mean `Users`?"), ("({CUBE}) => 1", None)]
)
def test_a_parameter_that_is_no_name_of_sql_is_refused(function: str, help_: str | None) -> None:
    with pytest.raises(Refusal) as refusal:
        forced(function)
    assert ("E224", help_) == (refusal.value.code, refusal.value.help)


def test_a_plain_value_comes_back_as_it_is() -> None:
    assert "id" == force("id", KNOWN)


def test_a_callback_is_called_with_positions() -> None:
    callback = forced("(v, w) => `x IN (${v}, ${w})`".join(("[", "][0]")))
    assert "x IN (|<a>|, undefined)" == shown(call(callback, [Cube("a")]))


@pytest.mark.parametrize(
    ("before", "expression", "code"),
    [
        ("let n = 0", "`${n++}`", "E223"),
        ("let n = 0", "`${n = 5}`", "E223"),
        ("const seen = []", "`${seen.push(1)}`", "E223"),
        ("const seen = {}", "`${seen.x = 1}`", "E223"),
        ("const seen = [2, 1]", "`${seen.sort()}`", "E223"),
        ("const seen = {a: 1}", "`${delete seen.a}`", "E223"),
        ("const seen = {}", "`${Object.assign(seen, {a: 1})}`", "E223"),
        ("let n = 0; const next = () => { n += 1; return n }", "`${next()}`", "E223"),
        ("", "`${CUBE = 1}`", "E223"),
        ("", "`${cube('B', {sql: 'x'})}`", "E215"),
        ("", "(() => { for (;;) {} })()", "E210"),
        ("const f = () => f()", "f()", "E211"),
        ("", "'x'.repeat(1e8)", "E212"),
        ("", "(() => { const a = []; a.push(a); return a })()", "E217"),
    ],
)
def test_a_template_changes_nothing_outside_and_ends(before: str, expression: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        forced(expression, before=before)
    assert code == refusal.value.code


def test_a_template_may_change_what_it_made() -> None:
    text = "(() => { const a = [2]; a.push(1); a.sort(); let s = ''; for (const x of a) s += x; return s })()"
    assert '"12"' == shown(forced(text))


def test_templates_of_a_file_have_one_budget_beyond_their_allowance() -> None:
    slow = "(() => { for (let i = 0; i < 9000; i++) {} return 'x' })()"
    text = f"cube('A', {{{', '.join(f'm{i}: {{sql: {slow}}}' for i in range(8))}}})"
    declarations, _ = run(text)
    outcomes = []
    for slot in declarations[0].body.slots.values():
        assert isinstance(slot.value, Object)
        try:
            outcomes.append(force(slot.value.slots["sql"].value, KNOWN))
        except Refusal as refusal:
            outcomes.append(refusal.code)
    assert "x" == outcomes[0]
    assert "E210" == outcomes[-1]
    # What has been paid for once can be forced for every caller.
    first = declarations[0].body.slots["m0"].value
    assert isinstance(first, Object)
    assert ["x"] * 3 == [force(first.slots["sql"].value, KNOWN) for _ in range(3)]


def test_a_nameless_cube_is_something_to_extend() -> None:
    text = "const Base = cube({sql: `x`, measures: {count: {type: 'count'}}})\ncube('A', {extends: Base})\ncube('B', {extends: Base()})"
    declarations, diagnostics = run(text)
    assert ((), ["A", "B"]) == (diagnostics, [d.name for d in declarations])
    one, other = (force(d.body.slots["extends"].value, KNOWN) for d in declarations)
    assert isinstance(one, Factory)
    assert one is other
    assert ["sql", "measures"] == list(one.body.slots)


def test_extends_may_name_a_cube() -> None:
    assert KNOWN["Users"] is force(lazy("cube('A', {extends: Users})", "extends"), KNOWN)


def test_a_value_that_failed_before_is_not_reported_again() -> None:
    declarations, diagnostics = run("const x = nowhere()\ncube('A', {sql: `${x}`, title: x})")
    assert ["E200"] == [d.code for d in diagnostics]
    assert ("title",) == declarations[0].body.broken
    with pytest.raises(Refusal) as refusal:
        force(declarations[0].body.slots["sql"].value, KNOWN)
    assert refusal.value.reported


def test_undefined_is_a_value() -> None:
    assert UNDEFINED is forced("undefined")


def test_many_templates_that_cost_a_little_each_are_bounded_together() -> None:
    cheap = "sql: () => { let n = 0; for (let i = 0; i < 40; i++) { n = n + i } return `x` }, type: `number`"
    members = ", ".join(f"d{at}: {{{cheap}}}" for at in range(1600))
    project = from_texts({"A.js": f"cube('A', {{sql: `SELECT 1`, dimensions: {{{members}}}}})"})
    assert {"E210"} == {d.code for d in compile_model(project.value).diagnostics}
