"""`test`: scenarios on the command line, their formats and exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MODEL = """
cube(`Notes`, {
  sql: `SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('owner')}`,
  measures: {count: {type: `count`}},
});
"""
SCENARIO = """
suite: notes
model: schema
dialects: [duckdb]
tokens: {ann: {u: {id: 42}}, nobody: {}}
queries: {notes: {measures: [Notes.count]}}
expect:
  - {tokens: ann, snapshot: true, state: bound}
  - {tokens: nobody, state: open}
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "Notes.js").write_text(MODEL)
    (tmp_path / "notes.access.yaml").write_text(SCENARIO)
    return tmp_path


def ran(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process of its own: pytest runs inside."""
    clean = {name: value for name, value in os.environ.items() if name not in ("CI", "PYTEST_ADDOPTS")}
    return subprocess.run(
        [sys.executable, "-m", "cubeproof", "test", *arguments],
        cwd=folder, env={**clean, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_first_snapshot_is_written_then_all_is_clean(notes: Path) -> None:
    assert 1 == ran(notes).returncode
    updated = ran(notes, "--update")
    assert (0, "notes: 1 written, 0 removed\n") == (updated.returncode, updated.stdout)
    found = ran(notes, "--output", "junit=j.xml", "--output", "json=c.json", "--output", "github=g.txt")
    assert 0 == found.returncode
    assert "ann     own\nnobody  ALL\n" in found.stdout
    assert 0 == ran(notes, GITHUB_STEP_SUMMARY=str(notes / "s.md")).returncode
    assert (
        "| token | Notes |\n| --- | --- |\n| ann | own |\n| nobody | ALL |\n" in (notes / "s.md").read_text()
    )
    assert 'tests="3"' in (notes / "j.xml").read_text()
    assert {"passed": 3, "failed": 0, "skipped": 0, "error": 0} == json.loads((notes / "c.json").read_text())[
        "summary"
    ]
    assert (notes / "g.txt").read_text().startswith("::notice file=schema/Notes.js,line=3,")


def test_wider_access_fails_and_is_not_written_by_accident(notes: Path) -> None:
    ran(notes, "--update")
    (notes / "schema" / "Notes.js").write_text(MODEL.replace("WHERE $", "WHERE shared OR $"))
    found = ran(notes, "--format", "json")
    data = json.loads(found.stdout)
    assert (1, 1) == (found.returncode, data["summary"]["failed"])
    (cell,) = [one for one in data["cells"] if one["outcome"] == "failed"]
    assert "notes[ann-duckdb]" == cell["cell"]
    assert (
        "-  SELECT * FROM notes WHERE owner = $1\n+  SELECT * FROM notes WHERE shared OR owner = $1"
        in cell["said"]
    )
    assert {"ann": {"Notes": "unproven"}, "nobody": {"Notes": "all"}} == data["access"]
    github = ran(notes, "--format", "github").stdout
    assert github.startswith(
        "::error file=notes.access.yaml,title=E659::notes[ann-duckdb]: it is not as in notes/ann.duckdb.sql"
    )
    result = json.loads(ran(notes, "--format", "sarif").stdout)["runs"][0]["results"][0]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert ("E659", "notes.access.yaml") == (result["ruleId"], place)
    refused = ran(notes, "--update")
    assert 1 == refused.returncode
    assert "+ Notes: NOT PROVEN, owner = claim id does not decide alone" in refused.stdout
    assert "notes: may show more than before:\n  notes/ann.duckdb.sql: Notes\n" in refused.stdout
    assert 0 == ran(notes, "--update", "--accept-wider").returncode
    assert 0 == ran(notes).returncode


def test_nothing_is_written_in_ci(notes: Path) -> None:
    found = ran(notes, "--update", CI="true")
    assert 1 == found.returncode
    assert "E658" in found.stderr
    assert not (notes / "tests").exists()


def test_nothing_to_check_is_no_success(notes: Path) -> None:
    (notes / "notes.access.yaml").rename(notes / "notes.yaml")
    found = ran(notes)
    assert 3 == found.returncode
    assert "E657" in found.stderr
    assert 3 == ran(notes, "schema").returncode


def test_a_scenario_that_cannot_be_used_is_wrong(notes: Path) -> None:
    (notes / "notes.access.yaml").write_text(SCENARIO.replace("ann,", "an,"))
    found = ran(notes)
    assert 1 == found.returncode
    assert "E653 there is no token `an`" in found.stdout
    updated = ran(notes, "--update")
    assert 1 == updated.returncode
    assert "E653" in updated.stderr


def test_wrong_use_is_told_from_wrong_models(notes: Path) -> None:
    assert 2 == ran(notes, "--accept-wider").returncode
    assert 2 == ran(notes, "--output", "sarif").returncode
    assert 2 == ran(notes, "schema/Notes.js").returncode
    assert 2 == ran(notes, "nowhere").returncode


def test_a_file_in_the_place_of_the_folder_is_said(notes: Path) -> None:
    (notes / "tests").write_text("")
    found = ran(notes, "--update")
    assert 2 == found.returncode
    assert "E625" in found.stderr


def test_a_new_folder_has_a_scenario_that_holds(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "cubeproof", "init"], cwd=tmp_path, check=True, capture_output=True)
    assert 0 == ran(tmp_path, "--update").returncode
    assert 0 == ran(tmp_path, "--output", "html=access.html").returncode
    assert "<h2>orders</h2>" in (tmp_path / "access.html").read_text()
