"""Every question to the sample model has the same rows on DuckDB, SQLite and PostgreSQL."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cubeproof import workspace
from cubeproof.diagnostics import has_errors
from cubeproof.engines import Engine, EngineError, plain
from cubeproof.pipeline import Compiled, compile_model, compile_request
from cubeproof.request.context import SecurityContext
from cubeproof.request.read import read_queries
from questions import Question, questions

SCHEMA = Path(__file__).parent.parent.parent / "schema"
NOW = datetime(2020, 6, 15, 12, 0, tzinfo=UTC)
# what a dialect has no word for is refused, each with the member or filter that asks for it
REFUSALS_BY_DIALECT = range(500, 550)
# the text of a claim that no number column takes: an error on two engines, and no rows on SQLite, which compares anything
MISFITS = ("caller injection:",)

INSTANT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")

Rows = Counter[tuple[Any, ...]]
Outcome = Rows | frozenset[str] | str


@cache
def model() -> Compiled:
    project = workspace.load([str(SCHEMA)])
    compiled = compile_model(project.value)
    assert not has_errors((*project.diagnostics, *compiled.diagnostics))
    return compiled.value


@cache
def asked() -> dict[str, Question]:
    return {question.name: question for question in questions(model().model)}


def answer(engine: Engine, question: Question) -> Rows | frozenset[str]:
    """The rows as a multiset of loosely typed values, or the codes of the refusal."""
    requests = read_queries(question.query, now=NOW)
    context = SecurityContext.from_claims(question.claims)
    problems = (*requests.diagnostics, *context.diagnostics)
    if not has_errors(problems):
        made = compile_request(model(), requests.value[0], context.value, dialect=engine.dialect)
        if made.value is not None:
            rows = engine.run(made.value.sql, made.value.params).rows
            return Counter(tuple(loose(value) for value in row) for row in rows)
        problems = made.diagnostics
    return frozenset(d.code for d in problems if d.severity == "error")


def loose(value: object) -> Any:
    """SQLite has no booleans and no instants, and computes with floats where the others have decimals."""
    simple = plain(value)
    if isinstance(simple, str) and INSTANT.fullmatch(simple):
        return f"{simple.replace(' ', 'T')}.000"
    return float(f"{simple:.9g}") if isinstance(simple, int | float | Decimal) else simple


def outcomes(engines: tuple[Engine, ...], question: Question) -> Iterator[Outcome]:
    """What each engine says, without the refusals of a dialect that has no word for something."""
    for engine in engines:
        try:
            found: Outcome = answer(engine, question)
        except EngineError as error:
            found = f"{engine.dialect}: {error.message}"
        if isinstance(found, str) and question.name.startswith(MISFITS):
            continue
        if isinstance(found, frozenset) and all(int(code[1:]) in REFUSALS_BY_DIALECT for code in found):
            continue
        yield found


def test_there_are_questions_enough() -> None:
    assert len(asked()) >= 150


@pytest.mark.parametrize("name", list(asked()))
def test_the_embedded_engines_agree(name: str, duckdb_sample: Engine, sqlite_sample: Engine) -> None:
    first, *others = outcomes((duckdb_sample, sqlite_sample), asked()[name])
    assert [first] * len(others) == others


@pytest.mark.parametrize("name", list(asked()))
def test_postgres_agrees_with_duckdb(name: str, postgres_sample: Engine, duckdb_sample: Engine) -> None:
    found = list(outcomes((postgres_sample, duckdb_sample), asked()[name]))
    assert found[:1] * len(found) == found
