"""Snapshots: what they show, which files there are to be, and what an update may write."""

from pathlib import Path

import pytest
from folders import HEAD, NOTES, opened, outcomes

from cubeproof.harness import snapshots
from cubeproof.harness.updating import update

ALL = "  - {tokens: ann, snapshot: true, state: bound}\n  - {tokens: nobody, snapshot: true, state: open}\n"
ANN = """\
-- suite    notes
-- query    {"measures": ["Notes.count"]}
-- context  ann {"id": 42}
-- access   Notes: own rows, owner = claim id (schema/Notes.js:3:35)
SELECT
  count(*) "notes.count"
FROM (
  SELECT * FROM notes WHERE owner = $1
) AS notes
LIMIT 10000
-- params   $1 = 42 (claim id)
"""


def stored(folder: Path, name: str) -> str:
    return (folder / "tests" / "snapshots" / "notes" / "notes" / name).read_text()


def test_a_snapshot_shows_the_question_the_access_and_the_statement(tmp_path: Path) -> None:
    made = opened(tmp_path, ALL)
    assert "it has no snapshot yet" in outcomes(made)["notes[ann-duckdb]"]
    done = update(made, accept_wider=False)
    assert ("notes/ann.duckdb.sql", "notes/nobody.duckdb.sql") == done.written
    assert ANN == stored(tmp_path, "ann.duckdb.sql")
    assert "-- access   Notes: ALL ROWS, claim id is absent (schema/Notes.js:3:35)\n" in stored(
        tmp_path, "nobody.duckdb.sql"
    )
    assert {"ok"} == set(outcomes(made).values())
    assert () == made.inventory()


def test_a_refused_query_and_a_cube_without_a_guard_are_shown(tmp_path: Path) -> None:
    head = (
        HEAD.replace("{measures: [Notes.count]}", "[{measures: [Tags.count]}]")
        + "  secrets: {measures: [Secrets.count]}\n"
    )
    expect = (
        "  - {queries: notes, snapshot: true}\n  - {queries: secrets, snapshot: true, error: {code: E451}}\n"
    )
    made = opened(tmp_path, expect, head)
    update(made, accept_wider=False)
    assert "-- access   Tags: all rows, no guard\n" in stored(tmp_path, "ann.duckdb.sql")
    refused = (tmp_path / "tests" / "snapshots" / "notes" / "secrets" / "ann.duckdb.sql").read_text()
    assert refused.endswith("-- refused  E451 claim `ssn` is required by `Secrets`, and it is absent\n")


def test_a_sensitive_claim_is_never_shown(tmp_path: Path) -> None:
    head = HEAD.replace("{id: 42}", "{id: 42, ssn: '123-45'}").replace("Notes.count", "Secrets.count")
    made = opened(
        tmp_path, "  - {tokens: ann, snapshot: true}\n  - {tokens: nobody, error: {code: E451}}\n", head
    )
    update(made, accept_wider=False)
    text = stored(tmp_path, "ann.duckdb.sql")
    assert "123-45" not in text
    assert '-- context  ann {"id": 42, "ssn": "‹claim ssn›"}\n' in text
    assert "-- params   $1 = ‹claim ssn›\n" in text


def test_a_sensitive_claim_that_the_model_splices_in_is_not_shown_either(tmp_path: Path) -> None:
    model = NOTES.replace(
        "${USER_CONTEXT.ssn.requiredFilter('ssn')}", "ssn = '${USER_CONTEXT.ssn.unsafeValue()}'"
    )
    head = HEAD.replace("{id: 42}", "{ssn: '123-45'}").replace("Notes.count", "Secrets.count")
    made = opened(
        tmp_path,
        "  - {tokens: ann, snapshot: true}\n  - {tokens: nobody, error: {code: E451}}\n",
        head,
        model,
    )
    update(made, accept_wider=False)
    text = stored(tmp_path, "ann.duckdb.sql")
    assert "123-45" not in text
    assert "ssn = '‹claim ssn›'" in text


def test_each_claim_of_a_state_has_its_statement(tmp_path: Path) -> None:
    head = HEAD + "claim-states: [absent]\n"
    expect = ALL + "  - {claim-states: absent, snapshot: true, state: open}\n"
    update(opened(tmp_path, expect, head), accept_wider=False)
    assert "-- context  ann {}\n-- claim    id as absent\n" in stored(tmp_path, "ann~absent.duckdb.sql")


def test_a_line_break_in_a_claim_does_not_leave_the_head(tmp_path: Path) -> None:
    head = HEAD.replace("{id: 42}", '{id: 42, note: "x\\nSELECT 1"}')
    update(opened(tmp_path, ALL, head), accept_wider=False)
    assert all(line.startswith("-- ") for line in stored(tmp_path, "ann.duckdb.sql").splitlines()[:4])


def test_files_that_are_missing_edited_or_too_many_are_found(tmp_path: Path) -> None:
    made = opened(tmp_path, ALL)
    update(made, accept_wider=False)
    folder = tmp_path / "tests" / "snapshots" / "notes"
    (folder / "notes" / "old.duckdb.sql").write_text("SELECT 1\n")
    (folder / "notes" / "nobody.duckdb.sql").unlink()
    file = folder / "notes" / "ann.duckdb.sql"
    file.write_text(file.read_text().replace("own rows", "all rows"))
    assert (
        "notes/nobody.duckdb.sql is not there",
        "HAR004 notes/old.duckdb.sql is obsolete: no cell has it",
        "HAR012 notes/ann.duckdb.sql was edited by hand",
    ) == made.inventory()
    (folder / "manifest.json").write_text("{")
    assert "notes/ann.duckdb.sql is not in the manifest" in made.inventory()


def test_line_ends_of_another_system_are_no_change(tmp_path: Path) -> None:
    made = opened(tmp_path, ALL)
    update(made, accept_wider=False)
    file = tmp_path / "tests" / "snapshots" / "notes" / "notes" / "ann.duckdb.sql"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert () == made.inventory()
    assert {"ok"} == set(outcomes(made).values())


def test_a_merge_conflict_is_named(tmp_path: Path) -> None:
    made = opened(tmp_path, ALL)
    update(made, accept_wider=False)
    file = tmp_path / "tests" / "snapshots" / "notes" / "notes" / "ann.duckdb.sql"
    file.write_text(f"<<<<<<< HEAD\n{file.read_text()}=======\n>>>>>>> other\n")
    assert "holds a merge conflict" in outcomes(made)["notes[ann-duckdb]"]


WIDER = [
    ("WHERE ${USER_CONTEXT.id.filter('owner')}", "WHERE true OR ${USER_CONTEXT.id.filter('owner')}"),
    ("${USER_CONTEXT.id.filter('owner')}", "${USER_CONTEXT.id.filter('author')}"),
    (
        "${USER_CONTEXT.id.filter('owner')}",
        "${USER_CONTEXT.id.filter('owner')} UNION ALL SELECT * FROM old_notes",
    ),
    ("${USER_CONTEXT.id.filter('owner')}", "${USER_CONTEXT.org.filter('owner')}"),
]


@pytest.mark.parametrize(("before", "after"), WIDER)
def test_wider_access_is_not_written_unless_it_is_accepted(before: str, after: str, tmp_path: Path) -> None:
    expect = (
        "  - {tokens: ann, snapshot: true, state: bound}\n  - {tokens: nobody, snapshot: true, state: open}\n"
    )
    head = HEAD.replace("{id: 42}", "{id: 42, org: 5}")
    update(opened(tmp_path, expect, head), accept_wider=False)
    old = stored(tmp_path, "ann.duckdb.sql")
    changed = opened(tmp_path, expect, head, NOTES.replace(before, after))
    refused = update(changed, accept_wider=False)
    assert "notes/ann.duckdb.sql: Notes" in refused.wider
    assert old == stored(tmp_path, "ann.duckdb.sql")
    accepted = update(changed, accept_wider=True)
    assert accepted.wider == refused.wider
    assert old != stored(tmp_path, "ann.duckdb.sql")
    assert ("notes/ann.duckdb.sql", "  - Notes: own rows, owner = claim id") == accepted.access[:2]


def test_a_guard_that_only_moves_or_narrows_is_written(tmp_path: Path) -> None:
    update(opened(tmp_path, ALL), accept_wider=False)
    moved = NOTES.replace("SELECT * FROM notes", "SELECT *  FROM  notes")
    done = update(opened(tmp_path, ALL, HEAD, moved), accept_wider=False)
    assert ((), ()) == (done.wider, done.access)
    narrow = NOTES.replace(
        "SELECT * FROM tags", "SELECT * FROM tags WHERE ${USER_CONTEXT.id.filter('owner')}"
    )
    tags = HEAD.replace("Notes.count", "Tags.count")
    update(
        opened(tmp_path, "  - {snapshot: true, guard: {}}\n".replace(", guard: {}", ""), tags),
        accept_wider=True,
    )
    done = update(
        opened(
            tmp_path,
            "  - {tokens: ann, snapshot: true, state: bound}\n  - {tokens: nobody, state: open}\n",
            tags,
            narrow,
        ),
        accept_wider=False,
    )
    assert ("  + Tags: own rows, owner = claim id", "  - Tags: all rows, no guard") == tuple(
        sorted(done.access[1:])
    )
    assert () == done.wider
    assert ("notes/nobody.duckdb.sql",) == done.removed


def test_nothing_is_written_where_a_cell_is_wrong_anyway(tmp_path: Path) -> None:
    made = opened(tmp_path, "  - {snapshot: true, state: bound}\n")
    done = update(made, accept_wider=True)
    assert "notes[nobody-duckdb]: the guards are to be bound" in done.wrong[0]
    assert set() == snapshots.Folder(str(tmp_path / "tests" / "snapshots" / "notes")).files()
