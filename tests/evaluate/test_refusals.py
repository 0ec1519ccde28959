"""What stays out is refused by name, with what to do instead."""

import pytest
from tests.evaluate.running import refusal


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("new Date()", "E132", "write the date as a text"),
        ("new Map()", "E132", "use an object"),
        ("new Set([1])", "E132", "use a list"),
        ("new RegExp('a')", "E132", "between slashes"),
        ("Date.now()", "E209", "write the date as a text"),
        ("Math.random()", "E207", "write the number"),
        ("fetch('x')", "E219", "[tool.cubeproof.modules]"),
        ("setTimeout(() => 1)", "E219", "leave it out"),
        ("Promise.all([])", "E219", "plain values"),
        ("this.x", "E209", "name the object"),
        ("(function () { return this.x })()", "E209", "name the object"),
        ("[1].map(function (x) { return this })", "E209", "name the object"),
        ("(function () { return this }).call(undefined)", "E209", "name the object"),
        ("({ a() { const b = function () { return this }; return b() } }).a()", "E209", "name the object"),
        ("[] instanceof (() => 1)", "E209", "`Array.isArray(value)`"),
        ("(Array.prototype.map = x => x)", "E226", "own keys"),
        ("(Object.assign = x => x)", "E202", None),
        ("({}).constructor", "E226", "own keys"),
        ("({}).constructor.constructor('return process')()", "E226", "own keys"),
        ("(() => 1).constructor", "E226", "own keys"),
        ("({})['__proto__']", "E226", "own keys"),
        ("({__proto__: {a: 1}})", "E226", "own keys"),
        ("Object.setPrototypeOf({}, {})", "E226", "own keys"),
        ("Object.defineProperty({}, 'a', {})", "E226", "own keys"),
        ("Object.create({})", "E226", "copy what it should have"),
        ("'é'.localeCompare('e')", "E207", "compare with `<`"),
        ("[1].entries().next()", "E207", "make a list of it first"),
    ],
)
def test_what_stays_out_is_refused_with_what_to_do(text: str, code: str, words: str | None) -> None:
    found = refusal(f"const v = {text}\ncube('A', {{v}})")
    assert code == found.code
    assert words is None or words in (found.help or "")
