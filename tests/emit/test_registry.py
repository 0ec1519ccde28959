"""Dialects are data: every key is there for every dialect, and what is shipped is what the sources say."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from emit_plans import DIALECTS, call, claim, column, orders, select, sql, statement, word

from cubeproof import emit
from cubeproof.diagnostics import CompileError
from cubeproof.emit import build, compiled
from cubeproof.emit.environment import FILTERS, TemplateError, environment, translate
from cubeproof.plan import nodes

HERE = build.HERE
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (HERE / "dialects").glob("*.toml")}
TEMPLATES = sorted((HERE / "templates").glob("*/*.sql.jinja"))


def test_the_dialects_are_the_files() -> None:
    assert tuple(sorted(set(FILES) - {"base"})) == emit.names()
    assert DIALECTS == tuple(name for name in DIALECTS if name in emit.names())


def test_what_is_shipped_is_fresh() -> None:
    assert build.TARGET.read_text("utf-8") == build.generate(), "run tools/generate_templates.py"


def test_every_key_is_defined_or_inherited(dialect: str) -> None:
    found = emit.dialect(dialect)
    assert set(FILES["base"]["arguments"]) == set(found.functions) == set(found.arguments)
    assert set(build.PIECES) == set(found.templates)
    assert set(FILES["base"]["text"]) == set(compiled.DIALECTS[dialect])
    assert len(FILES["base"]["text"]) <= 15


def test_what_a_dialect_changes_exists_in_the_base(dialect: str) -> None:
    assert set(FILES[dialect]) <= {"extends", "text", "functions"}
    assert set(FILES[dialect].get("functions", {})) <= set(FILES["base"]["functions"])
    assert set(FILES[dialect].get("text", {})) <= set(FILES["base"]["text"])


def test_every_argument_is_used_somewhere() -> None:
    for key, arguments in FILES["base"]["arguments"].items():
        lines = [file.get("functions", {}).get(key) for file in FILES.values()]
        texts = [text for line in lines for text in (line.values() if isinstance(line, dict) else [line])]
        for argument in arguments:
            assert any(argument.removesuffix("*") in text for text in texts if isinstance(text, str)), (
                key,
                argument,
            )


def test_an_unknown_dialect_is_named_with_the_nearest() -> None:
    with pytest.raises(CompileError) as caught:
        emit.dialect("postgress")
    assert [("E500", "there is no dialect `postgress`", "did you mean `postgres`?")] == [
        (d.code, d.message, d.help) for d in caught.value.diagnostics
    ]
    with pytest.raises(CompileError) as caught:
        emit.dialect("oracle9i_enterprise")
    assert "the dialects are `duckdb`, `postgres`, `sqlite`" == caught.value.diagnostics[0].help


PIECES = {
    "a": "a",
    "relation": "SELECT 1",
    "is_table": False,
    "source": "t",
    "left": "l",
    "right": "r",
    "on": "l.a = r.a",
    "condition": "a",
    "columns": ["a", "b"],
    "where": ["a", "b OR c"],
    "keys": ["1", "2"],
    "having": ["c"],
    "order": ["1 DESC"],
    "limit": "5",
    "offset": "",
    "alias": "t",
    "bindings": ["b AS (\n  SELECT 1\n)"],
    "inputs": ["SELECT 1", "SELECT 2"],
    "start": "s",
    "end": "e",
    "count": "1",
    "unit": "months",
}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
@pytest.mark.parametrize("empty", [False, True])
def test_jinja_itself_lays_a_template_out_the_same(path: Path, empty: bool, dialect: str) -> None:
    where = path.parent.name
    found = emit.dialect(dialect if where == "base" else where)
    override = path.parent.parent / dialect / path.name
    path = override if where == "base" and override.exists() else path
    kind = path.name.removesuffix(".sql.jinja")
    pieces = {
        name: type(piece)() if empty else piece
        for name, piece in PIECES.items()
        if name in build.PIECES[kind]
    }
    jinja = environment({name: getattr(found, name) for name in FILTERS})
    expected = jinja.from_string(path.read_text("utf-8")).render(pieces).removesuffix("\n")
    assert expected == found.render(kind, pieces)


LINES = [
    (name, key, which, line)
    for name, file in sorted(FILES.items())
    for key, value in file.get("functions", {}).items()
    for which, line in (value.items() if isinstance(value, dict) else [("", value)])
    if line is not False
]


@pytest.mark.parametrize(("name", "key", "which", "line"), LINES)
def test_jinja_itself_writes_a_function_the_same(name: str, key: str, which: str, line: str) -> None:
    found = emit.dialect("sqlite" if name == "base" else name)
    arguments = {
        argument.removesuffix("*"): ["a", "b + 1"] if argument.endswith("*") else "a OR b"
        for argument in FILES["base"]["arguments"][key]
    }
    jinja = environment({filter_: getattr(found, filter_) for filter_ in FILTERS})
    scope = {"a": arguments, "d": found}
    translated = eval(translate(key, line, arguments), scope)
    assert jinja.from_string(line).render(arguments) == translated


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("{{ values }}", "x:1: unknown name `values`"),
        ("\n{% for v in value %}{{ v }}{% endfor %}", "x:2: `For` has no place here"),
        ("{{ value | upper }}", "x:1: `Filter` has no place here"),
        ("{{ value.attribute }}", "x:1: `Getattr` has no place here"),
        ("{{ value", "x:1: "),
    ],
)
def test_a_template_that_decides_or_computes_is_refused(source: str, complaint: str) -> None:
    with pytest.raises(TemplateError) as caught:
        translate("x", source, ("value",))
    assert str(caught.value).startswith(complaint)


@pytest.mark.parametrize(
    "branches", ["{% if a %}1{% elif b %}2{% else %}3{% endif %}", "{% if a %}1{% endif %}"]
)
def test_conditions_mean_what_jinja_means(branches: str) -> None:
    for a in ("", "x"):
        for b in ("", "y"):
            given = {"a": a, "b": b}
            assert environment({}).from_string(branches).render(given) == eval(
                translate("x", branches, given), {"a": given}
            )


def test_a_statement_is_written_without_jinja_or_toml() -> None:
    script = (
        "import sys; from cubeproof import emit; emit.dialect('sqlite');"
        "print([name for name in ('jinja2', 'tomllib', 'sqlparse', 'sqlglot', 'zoneinfo') if name in sys.modules])"
    )
    assert (
        "[]"
        == subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        ).stdout.strip()
    )


def test_one_dialects_text_is_not_anothers() -> None:
    local = call("date_trunc", call("convert_tz", sql("at"), word("UTC")), word("month"))
    texts = {
        name: statement(select(column(local), source=orders("SELECT ", claim())), name).sql
        for name in DIALECTS
    }
    assert texts["postgres"] == texts["duckdb"] != texts["sqlite"]


def test_a_function_without_a_word_is_not_a_table_of_words() -> None:
    assert isinstance(emit.dialect("sqlite").functions["date_trunc"], dict)
    assert callable(emit.dialect("sqlite").functions["contains"])
    assert emit.dialect("sqlite").functions["count_distinct_approx"] is False


def test_nodes_have_a_template_each() -> None:
    relations = {node.__name__.lower() for node in nodes.Relation.__args__}
    assert relations == set(build.PIECES)
