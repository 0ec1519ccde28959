"""The negative control: planted mistakes are real, are noticed by good scenarios, and not by empty ones."""

from pathlib import Path
from typing import Any

import pytest
from folders import HEAD, NOTES, ROWS, opened

from cubeproof.diagnostics import CompileError
from cubeproof.engines import connect
from cubeproof.harness.control import control, score
from cubeproof.harness.mistakes import OF_GUARDS, mistakes
from cubeproof.pipeline import Compiled
from models import compiled, statement

ALL = "  - {tokens: ann, snapshot: true, state: bound}\n  - {tokens: nobody, snapshot: true, state: open}\n"
BLIND = "  - {tokens: ann, guard: {}}\n  - {tokens: nobody, state: open}\n"
BETWEEN = """
cube(`Notes`, {
  sql: `SELECT * FROM notes WHERE id > 0 AND ${USER_CONTEXT.id.requiredFilter('owner')} AND title <> 'z'`,
  measures: {count: {type: `count`}}, dimensions: {id: {sql: `id`, type: `number`}},
});
"""
POLICIES = """
cube(`Notes`, {
  sql: `SELECT * FROM notes`,
  accessPolicy: [
    {group: `staff`, conditions: [{if: securityContext.id}], rowLevel: {filters: [
      {member: `owner`, operator: `equals`, values: [securityContext.id]}, {member: `owner`, operator: `set`},
    ]}},
  ],
  measures: {count: {type: `count`}},
  dimensions: {owner: {sql: `owner`, type: `number`}},
});
"""


def test_a_pinned_query_notices_each_mistake_in_its_guard(tmp_path: Path) -> None:
    model = NOTES.partition("cube(`Tags`")[0]
    found = list(control([opened(tmp_path, ALL, HEAD, model)]))
    assert len(found) >= 15
    assert [] == [one.mistake.name for one in found if one.noticed is None]
    assert 100.0 == score(found)


def test_what_no_cell_notices_the_rules_may(tmp_path: Path) -> None:
    model = NOTES.partition("cube(`Tags`")[0]
    found = {one.mistake.name: one for one in control([opened(tmp_path, BLIND, HEAD, model)])}
    assert "rules: ACC002" in str(found["or-true"].noticed)
    assert "notes: notes[ann-duckdb]" == found["guard-dropped"].noticed
    missed = found["wrong-column"]
    assert missed.noticed is None
    assert (
        'queries:\n  Notes: {"measures": ["Notes.count"]}\nexpect:\n  - {tokens: ann, queries: Notes, snapshot: true}'
        == missed.missing
    )
    assert score(list(found.values())) < 100


def test_a_mistake_that_shows_in_rows_is_noticed_by_rows(tmp_path: Path) -> None:
    model = NOTES.partition("cube(`Tags`")[0]
    rows = BLIND + "  - {tokens: ann, cube: Notes, visible: {key: id, only: [1, 2]}}\n"
    found = {
        one.mistake.name: one.noticed
        for one in control([opened(tmp_path, rows, HEAD + "fixtures: rows.sql\n", model)])
    }
    assert "notes: Notes[ann-visible-1]" == found["or-true"]
    assert found["negated"]


def test_a_model_without_guards_has_nothing_to_notice(tmp_path: Path) -> None:
    model = "cube(`Notes`, {sql: `SELECT * FROM notes`, measures: {count: {type: `count`}}});"
    assert 100.0 == score(list(control([opened(tmp_path, "  - {snapshot: true}\n", HEAD, model)])))


@pytest.mark.parametrize("name", OF_GUARDS)
def test_each_mistake_makes_a_model_that_runs_and_shows_other_rows(name: str) -> None:
    original = compiled(Notes=BETWEEN)
    planted = next(one for one in mistakes(original.model) if one.name == name)
    assert "Notes" == planted.cube
    model = Compiled(planted.planted(original.model))
    right, wrong = (seen(one) for one in (original, model))
    assert wrong != right or name in ("not-required", "spliced")


def seen(model: Compiled) -> list[Any]:
    """The notes that a caller sees, or why the caller is refused."""
    more = "INSERT INTO notes VALUES (7, 50, 'd'), (8, NULL, 'e'), (42, 1, 'f');"
    query, claims = {"dimensions": ["Notes.id"]}, {"id": 42, "ID": 1}
    try:
        made = statement(model, query, claims, dialect="duckdb")
    except CompileError as error:
        return [d.code for d in error.diagnostics]
    with connect("duckdb:///:memory:", data=ROWS + more) as engine:
        return sorted(engine.run(made.sql, made.params).rows)


def test_policies_lose_their_filters_groups_and_conditions() -> None:
    model = compiled(Notes=POLICIES)
    assert [
        "policies-dropped", "policy-rows-dropped", "policy-row-dropped", "policy-for-all", "policy-without-conditions",
    ] == [one.name for one in mistakes(model.model)]  # fmt: skip
