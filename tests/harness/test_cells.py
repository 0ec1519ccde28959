"""What is wrong with a cell: closed world, claim states, pinned errors, guards and rows."""

from pathlib import Path

import pytest
from folders import HEAD, opened, outcomes

ANN = "  - {tokens: ann, state: bound}\n"
OPEN = "  - {tokens: nobody, state: open}\n"
STATES = (
    HEAD
    + "claim-states: [absent, 'null', zero, empty-string, false, empty-list, one-element-list, list, object, wrong-type, injection]\n"
)
ROWS = HEAD + "fixtures: rows.sql\n"


def test_a_cell_that_nothing_expects_is_wrong_and_says_what_to_add(tmp_path: Path) -> None:
    found = outcomes(opened(tmp_path, ANN))
    assert "ok" == found["notes[ann-duckdb]"]
    assert "nothing in tests/notes.access.yaml expects this cell" in found["notes[nobody-duckdb]"]
    assert "- {tokens: [nobody], queries: [notes], snapshot: true}" in found["notes[nobody-duckdb]"]


def test_an_open_guard_must_be_stated(tmp_path: Path) -> None:
    guard = "  - {guard: {cube: Notes, claim: id, on: owner}}\n"
    found = outcomes(opened(tmp_path, guard))
    assert "ok" == found["notes[ann-duckdb]"]
    assert found["notes[nobody-duckdb]"].startswith("ALL ROWS of Notes: the guard by claim id is open")
    assert {"ok"} == set(outcomes(opened(tmp_path, guard + OPEN)).values())


def test_each_claim_state_has_its_outcome(tmp_path: Path) -> None:
    expect = (
        ANN
        + OPEN
        + (
            "  - {claim-states: [absent, 'null', zero, empty-string, false], state: open}\n"
            "  - {claim-states: [empty-list], state: closed}\n"
            "  - {claim-states: [one-element-list, list, wrong-type, injection], state: bound}\n"
            "  - {claim-states: [object], error: {code: E452}}\n"
        )
    )
    found = outcomes(opened(tmp_path, expect, STATES))
    assert 24 == len(found)
    assert {"ok"} == set(found.values())


def test_a_query_that_reads_no_claim_has_no_claim_states(tmp_path: Path) -> None:
    head = STATES.replace("Notes.count", "Tags.count")
    expect = "  - {guard: {}}\n  - {claim-states: '*', state: open}\n"
    found = outcomes(opened(tmp_path, expect, head))
    assert (
        "skipped: the query reads no claim that could be in another state"
        == found["notes[ann-duckdb-absent]"]
    )


def test_under_strict_semantics_no_state_opens(tmp_path: Path) -> None:
    head = STATES + "semantics: strict\n"
    expect = ANN + (
        "  - {tokens: nobody, error: {code: E451, contains: absent}}\n"
        "  - {claim-states: [absent, 'null'], error: {code: E451}}\n"
        "  - {claim-states: [zero, empty-string, false, one-element-list, list, wrong-type, injection], state: bound}\n"
        "  - {claim-states: [empty-list], state: closed}\n"
        "  - {claim-states: [object], error: {code: E452}}\n"
    )
    assert {"ok"} == set(outcomes(opened(tmp_path, expect, head)).values())


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("  - {tokens: ann, state: open}\n", "the guards are to be open: Notes by claim id is bound"),
        ("  - {tokens: ann, error: {code: E451}}\n", "it compiles, where the error E451 is expected"),
        ("  - {tokens: ann, guard: {claim: id, effect: unproven}}\n", "no guard is claim id, effect unproven; there are: cube Notes"),
        ("  - {tokens: ann, rows: [[3]]}\n", "the rows are to be [[3]], they are [[2]]"),
        ("  - {tokens: ann, rows: [['2']]}\n", "the rows are to be [['2']], they are [[2]]"),
        ("  - {tokens: ann, skip: waits, until: 2020-01-01}\n", "the skip was to end on 2020-01-01: waits"),
    ],
)  # fmt: skip
def test_what_is_not_as_expected_is_said(expect: str, said: str, tmp_path: Path) -> None:
    assert outcomes(opened(tmp_path, expect, ROWS))["notes[ann-duckdb]"].startswith(said)


def test_what_is_as_expected_is_clean(tmp_path: Path) -> None:
    expect = (
        "  - {tokens: ann, rows: [[2]], guard: {cube: Notes, claim: id, on: owner, form: filter, state: bound, effect: restricts}}\n"
        "  - {tokens: nobody, skip: waits for the finance model, until: 2999-01-01}\n"
        "  - {tokens: ann, cube: Notes, visible: {key: id, only: [2, 1]}, never: {key: owner, values: [7]}}\n"
    )
    found = outcomes(opened(tmp_path, expect, ROWS))
    assert {
        "notes[ann-duckdb]": "ok",
        "notes[nobody-duckdb]": "skipped: waits for the finance model, until 2999-01-01",
        "Notes[ann-visible-1]": "ok",
        "Notes[ann-never-2]": "ok",
    } == found


def test_rows_are_looked_at_in_duckdb_whatever_the_dialects_are(tmp_path: Path) -> None:
    head = ROWS.replace("dialects: [duckdb]", "dialects: [postgres, sqlite]")
    found = outcomes(opened(tmp_path, "  - {tokens: ann, rows: [[2]]}\n" + OPEN, head))
    assert {"ok"} == set(found.values())
    assert 4 == len(found)


def test_extra_rows_and_missing_rows_are_named(tmp_path: Path) -> None:
    expect = (
        "  - {tokens: nobody, cube: Notes, visible: {key: id, only: [1]}}\n"
        "  - {tokens: nobody, cube: Notes, never: {key: owner, values: [7]}}\n"
        "  - {tokens: ann, cube: Nots, never: {key: owner, values: [7]}}\n"
        "  - {tokens: ann, cube: Secrets, never: {key: ssn, values: ['1']}}\n"
        "  - {tokens: ann, cube: Notes, never: {key: nothing, values: ['1']}}\n"
    )
    found = outcomes(opened(tmp_path, ANN + OPEN + expect, ROWS))
    seen = found["Notes[nobody-visible-1]"]
    assert "nobody sees rows of Notes that are not to be seen: id [2, 3]" in seen
    assert "nobody sees rows of Notes that are not to be seen: owner [7]" == found["Notes[nobody-never-2]"]
    assert "E653 there is no cube `Nots`" in found["Nots[ann-never-3]"]
    assert "E451" in found["Secrets[ann-never-4]"]
    assert "DuckDB refuses" in found["Notes[ann-never-5]"]


def test_rows_that_are_not_seen_are_named(tmp_path: Path) -> None:
    expect = ANN + OPEN + "  - {tokens: ann, cube: Notes, visible: {key: id, only: [1, 2, 3]}}\n"
    assert (
        "ann does not see rows of Notes: id [3]"
        == outcomes(opened(tmp_path, expect, ROWS))["Notes[ann-visible-1]"]
    )


def test_a_look_at_rows_that_are_nowhere_proves_nothing(tmp_path: Path) -> None:
    expect = (
        ANN
        + OPEN
        + "  - {tokens: ann, cube: Notes, visible: {key: id, only: [1, 2, 9]}, never: {key: owner, values: [8]}}\n"
    )
    found = outcomes(opened(tmp_path, expect, ROWS))
    assert "no row of Notes has id [9]: it proves nothing" == found["Notes[ann-visible-1]"]
    assert "no row of Notes has owner [8]: it proves nothing" == found["Notes[ann-never-2]"]


def test_an_error_that_is_not_pinned_is_wrong(tmp_path: Path) -> None:
    head = HEAD.replace("Notes.count", "Secrets.count")
    found = outcomes(
        opened(
            tmp_path, "  - {tokens: ann, snapshot: true}\n  - {tokens: nobody, error: {code: E452}}\n", head
        )
    )
    assert found["notes[ann-duckdb]"].startswith("it is refused, and no `error` expects that:; ")
    assert "E451 claim `ssn` is required" in found["notes[ann-duckdb]"]
    assert found["notes[nobody-duckdb]"].startswith("the error E452 is expected, it is:")


def test_a_token_that_is_refused_can_be_expected(tmp_path: Path) -> None:
    head = HEAD.replace("{u: {id: 42}}", "{u: {id: 42}, exp: 1}")
    assert (
        "it is refused, and no `error` expects that"
        in outcomes(opened(tmp_path, ANN + OPEN, head))["notes[ann-duckdb]"]
    )
    expired = "  - {tokens: ann, error: {code: E414}}\n"
    assert {"ok"} == set(outcomes(opened(tmp_path, expired + OPEN, head)).values())


def test_fixtures_that_fail_are_said(tmp_path: Path) -> None:
    found = outcomes(opened(tmp_path, "  - {rows: [[2]], state: bound}\n", HEAD + "fixtures: none.sql\n"))
    assert "E655 the fixtures `none.sql` cannot be read" in found["notes[ann-duckdb]"]
