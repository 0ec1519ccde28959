"""Mistakes planted into good models of several cubes are found; the models as they are give no warning."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import lint
from cubeproof.pipeline import compile_model
from cubeproof.workspace import from_texts

MODELS = {path.stem: path.read_text() for path in sorted((Path(__file__).parent / "models").glob("*.js"))}
GUARD = re.compile(r"\$\{(?:USER|SECURITY)_CONTEXT\.(\w+)\.requiredFilter\('([\w.]+)'\)\}")
UNSEEN = {
    # nothing else in these models says which claim or column was meant
    ("hr", 0, "dropped"), ("hr", 0, "claim"), ("hr", 0, "column"), ("hr", 1, "dropped"), ("hr", 1, "claim"),
    ("hr", 1, "typo"), ("hr", 1, "column"), ("hr", 1, "constant"), ("hr", 2, "claim"), ("hr", 2, "column"),
    ("saas", 3, "dropped"), ("saas", 3, "column"),
}  # fmt: skip


def findings(model: str) -> list[Diagnostic]:
    return list(lint(compile_model(from_texts({"A.js": model}).value).value.model).found)


def planted(guard: str, claim: str, column: str) -> Iterator[tuple[str, str]]:
    """What becomes of a guard, by the name of the mistake."""
    bare = f"${{SECURITY_CONTEXT.{claim}}}"
    yield "dropped", "1 = 1"
    yield "filter", guard.replace("requiredFilter", "filter")
    yield "or", f"{guard} OR status = 'x'"
    yield "not", f"NOT {guard}"
    yield "always", f"({guard} OR 1 = 1)"
    yield "null", f"({guard} OR {column} IS NULL)"
    yield "claim", guard.replace(f".{claim}.", ".userName.")
    yield "typo", guard.replace(f".{claim}.", f".{claim[:-1]}.")
    yield "column", guard.replace(column, column.replace(column.rpartition(".")[2], "parent_id"))
    yield "pattern", f"{column} LIKE {bare}"
    yield "spliced", f"{column} = '${{SECURITY_CONTEXT.{claim}.unsafeValue()}}'"
    yield "unequal", f"{column} <> {bare}"
    yield "constant", f"{column} = 42"
    yield "comment", f"1 = 1 /* {guard} */"
    yield "callback", guard.replace(f"'{column}'", "() => `1 = 1`")
    yield "function", guard.replace(f"'{column}'", f"'upper({column})'")
    yield "case", f"CASE WHEN kind = 'x' THEN {guard} ELSE TRUE END"


MISTAKES = [
    (name, number, mistake, text[: site.start()] + other + text[site.end() :])
    for name, text in MODELS.items()
    for number, site in enumerate(GUARD.finditer(text))
    for mistake, other in planted(site[0], site[1], site[2])
]


@pytest.mark.parametrize("name", MODELS)
def test_a_good_model_gives_no_warning(name: str) -> None:
    assert [] == [d for d in findings(MODELS[name]) if d.severity != "info"]


@pytest.mark.parametrize(
    ("name", "number", "mistake", "model"), MISTAKES, ids=[f"{m[0]}-{m[1]}-{m[2]}" for m in MISTAKES]
)
def test_a_mistake_is_found(name: str, number: int, mistake: str, model: str) -> None:
    before = {(d.code, d.message) for d in findings(MODELS[name])}
    found = [d for d in findings(model) if (d.code, d.message) not in before]
    assert bool(found) != ((name, number, mistake) in UNSEEN)
