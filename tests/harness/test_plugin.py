"""Scenario files in pytest: names, selection, and what a failure looks like."""

import pytest
from folders import HEAD, NOTES, project

ALL = HEAD + "expect:\n  - {tokens: ann, state: bound}\n"


@pytest.fixture(autouse=True)
def apart(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run of its own, with the plugin as it is installed."""
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    # plugins of others and rewritten assertions only take time here
    pytester.makeini("[pytest]\naddopts = --assert=plain -p no:hypothesispytest")


def test_a_cell_is_an_item_that_can_be_selected(pytester: pytest.Pytester) -> None:
    project(pytester.path, ALL)
    listed = pytester.runpytest_subprocess("--co", "-q")
    listed.stdout.fnmatch_lines(
        ["tests/notes.access.yaml::notes?ann-duckdb?", "tests/notes.access.yaml::notes?nobody-duckdb?"]
    )
    pytester.runpytest_subprocess("-k", "ann").assert_outcomes(passed=1, deselected=1)
    found = pytester.runpytest_subprocess()
    found.assert_outcomes(passed=1, failed=1)
    found.stdout.fnmatch_lines(
        ["nothing in tests/notes.access.yaml expects this cell*", "*access*", "ann  own"]
    )
    found.stdout.no_fnmatch_line("*Traceback*")
    pytester.runpytest_subprocess("--lf").assert_outcomes(failed=1)


def test_a_scenario_that_cannot_be_used_fails_once_with_all_reasons(pytester: pytest.Pytester) -> None:
    project(pytester.path, ALL + "fixture: x\n  - {tokens: an, state: bound}\n".replace("fixture: x\n", ""))
    found = pytester.runpytest_subprocess()
    assert 2 == found.ret
    found.stdout.fnmatch_lines(["*E653 there is no token `an`*", "*notes.access.yaml:12:14*"])


def test_a_model_that_does_not_compile_is_said_once(pytester: pytest.Pytester) -> None:
    project(pytester.path, ALL, NOTES.replace("type: `string`", "type: `strin`"))
    found = pytester.runpytest_subprocess()
    assert 1 == found.stdout.str().count("E2")
    found.assert_outcomes(errors=1)


def test_an_error_of_ours_is_a_failure_of_its_cell(pytester: pytest.Pytester) -> None:
    project(pytester.path, ALL)
    pytester.makeconftest("""
        import pytest
        from cubeproof.harness.session import Cells
        def broken(self, name):
            raise RuntimeError("boom")
        Cells.run = broken
    """)
    found = pytester.runpytest_subprocess("-k", "ann")
    found.assert_outcomes(failed=1)
    found.stdout.fnmatch_lines(["an error of Cubeproof itself, please report it (E900)", "*boom*"])


def test_two_suites_of_one_name_are_refused(pytester: pytest.Pytester) -> None:
    file = project(pytester.path, ALL)
    file.with_name("other.access.yaml").write_text(ALL)
    pytester.runpytest_subprocess().stdout.fnmatch_lines(
        ["*E656*the suite `notes` of `tests/other.access.yaml`*"]
    )


def test_snapshots_are_not_updated_by_syrupy(pytester: pytest.Pytester) -> None:
    project(pytester.path, ALL)
    found = pytester.runpytest_subprocess("--snapshot-update")
    assert 4 == found.ret
    found.stderr.fnmatch_lines(["*cubeproof test --update*"])


def test_an_obsolete_snapshot_does_not_hide_behind_a_selection(pytester: pytest.Pytester) -> None:
    project(pytester.path, ALL)
    place = pytester.path / "tests" / "snapshots" / "notes" / "notes"
    place.mkdir(parents=True)
    (place / "gone.duckdb.sql").write_text("SELECT 1\n")
    found = pytester.runpytest_subprocess("-k", "ann")
    found.assert_outcomes(passed=1, failed=1, deselected=2)
    found.stdout.fnmatch_lines(["*gone.duckdb.sql is obsolete*"])


def test_processes_of_xdist_share_one_table(pytester: pytest.Pytester) -> None:
    project(pytester.path, ALL + "  - {tokens: nobody, state: open}\n")
    found = pytester.runpytest_subprocess("-n", "2")
    found.assert_outcomes(passed=2)
    found.stdout.fnmatch_lines(["ann     own", "nobody  ALL"])


def test_tests_by_hand_have_a_fixture(pytester: pytest.Pytester) -> None:
    project(pytester.path, ALL)
    (pytester.path / "tests" / "notes.access.yaml").unlink()
    pytester.makepyfile("""
        import pytest
        from cubeproof import CompileError

        def test_notes_are_private(cubeproof, sql_snapshot):
            compiled = cubeproof.compile({"measures": ["Notes.count"]}, claims={"id": 42}, dialect="postgres")
            assert compiled.restricts(cube="Notes", claim="id")
            assert not compiled.restricts(cube="Notes", claim="org")
            assert compiled.params == (42,)
            assert str(compiled) == sql_snapshot

        def test_nobody_is_refused(cubeproof):
            with pytest.raises(CompileError):
                cubeproof.compile({"measures": ["Notes.count"]}, claims={}, semantics="strict")
    """)
    pytester.runpytest_subprocess("--snapshot-update").assert_outcomes(passed=2)
    pytester.runpytest_subprocess().assert_outcomes(passed=2)
    (snapshot,) = (pytester.path / "__snapshots__").rglob("*.sql")
    assert "owner = $1" in snapshot.read_text()


def test_the_plugin_imports_nothing_of_ours_until_a_scenario_is_met(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import sys

        def test_nothing():
            assert [n for n in sys.modules if n.startswith("cubeproof") and n not in (
                "cubeproof", "cubeproof.harness", "cubeproof.harness.plugin")] == []
    """)
    pytester.runpytest_subprocess().assert_outcomes(passed=1)
