"""All errors of a file at once, each at its place, and never a crash."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cubeproof.evaluate import Environment, Project, evaluate
from cubeproof.parse import ast, parse
from cubeproof.source import Source

SCHEMA = Path(__file__).parents[2] / "schema"
SAMPLES = [path.read_text("utf-8") for path in sorted(SCHEMA.rglob("*.js"))]


def places(text: str) -> list[tuple[str, int]]:
    found = parse(Source("a.js", text)).diagnostics
    return [(d.code, d.span.source.position(d.span.start)[0]) for d in found if d.span is not None]


def test_a_broken_property_does_not_hide_the_next_one() -> None:
    text = "cube(`A`, {\n  sql: `x`\n  title: `y`,\n  measures: {\n    a: { type: },\n    b: { type: `count` }\n  }\n});\nclass B {}\n"
    assert [("E102", 2), ("E118", 5), ("E130", 9)] == places(text)


def test_an_unclosed_template_is_reported_where_it_opened() -> None:
    text = "cube(`A`, {\n  sql: `SELECT 1,\n  measures: {\n    count: { type: `count` }\n  }\n});\n"
    (first, *_) = parse(Source("a.js", text)).diagnostics
    assert "E105" == first.code
    assert 2 in [
        first.span.source.position(place.start)[0]
        for place in (first.span, *(r.span for r in first.related))
        if place
    ]


def test_at_most_twenty_errors_are_reported() -> None:
    text = "cube(`A`, {\n" + "".join(f"  a{n}: ,\n" for n in range(50)) + "});"
    assert 20 == len([d for d in parse(Source("a.js", text)).diagnostics if d.severity == "error"])


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(exclude_characters="\0`\\$\r\u2028\u2029", exclude_categories=["Cs", "Cc", "Cf"]))
)
def test_any_text_inside_a_template_survives(text: str) -> None:
    file = parse(Source("a.js", f"cube(`A`, {{ title: `{text}` }});"))
    assert not [d for d in file.diagnostics if d.severity == "error"]
    (declared,) = evaluate(Project(files=(file.value,)), Environment()).value
    assert text == declared.body.slots["title"].value


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_mutated_files_end_in_a_tree_and_diagnostics(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SAMPLES))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        text = (
            text[:start]
            + data.draw(
                st.sampled_from(["", "`", "${", "}", "{", "(", ")", "'", "/", "=>", "\n", "class", ",", "é"])
            )
            + text[end:]
        )
    result = parse(Source("a.js", text))
    assert isinstance(result.value, ast.File)
    for diagnostic in result.diagnostics:
        assert diagnostic.span is None or 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)


@pytest.mark.parametrize("text", ["(" * 100_000, "`${" * 10_000, "[" * 5_000 + "]" * 5_000, "a" + "+a" * 50_000, "a" + ".b" * 50_000, "!" * 50_000 + "a", "a=>" * 20_000 + "a", "if(a)" * 20_000 + "b"])  # fmt: skip
def test_hostile_nesting_is_a_diagnostic(text: str) -> None:
    assert parse(Source("a.js", text)).diagnostics


def test_spans_slice_back_to_what_was_typed() -> None:
    text = SAMPLES[0]
    (statement,) = parse(Source("a.js", text)).value.body
    assert isinstance(statement, ast.ExpressionStatement)
    call = statement.expression
    assert isinstance(call, ast.Call)
    name, body = call.arguments
    assert "`Orders`" == text[name.span.start : name.span.end]
    assert text[body.span.start : body.span.end].startswith("{\n  sql:")
    assert text[body.span.start : body.span.end].endswith("}")
