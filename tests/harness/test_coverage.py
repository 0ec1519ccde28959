"""What no scenario looks at is said."""

from pathlib import Path

from folders import HEAD, opened

from cubeproof.harness.coverage import uncovered

ALL = "  - {tokens: ann, state: bound}\n  - {tokens: nobody, state: open}\n"
EVERY = "claim-states: [absent, 'null', zero, empty-string, false, empty-list, one-element-list, list, object, wrong-type, injection]\n"


def test_a_guarded_cube_that_no_query_reads_is_named(tmp_path: Path) -> None:
    found = uncovered([opened(tmp_path, ALL, HEAD + EVERY)])
    assert [("HAR001", "Secrets", "warning")] == [(d.code, d.cube, d.severity) for d in found]


def test_a_look_at_the_rows_of_a_cube_reads_it(tmp_path: Path) -> None:
    rows = ALL + "  - {cube: Secrets, never: {key: ssn, values: ['1']}}\n"
    assert () == uncovered([opened(tmp_path, rows, HEAD + EVERY + "fixtures: rows.sql\n")])[1:]


def test_claim_states_that_are_never_tried_are_named(tmp_path: Path) -> None:
    found = uncovered([opened(tmp_path, ALL, HEAD + "claim-states: [absent, list]\n")])
    (untried,) = [d for d in found if d.code == "HAR003"]
    assert untried.message.startswith(
        "claim `id` of cube `Notes` is never tried as `null`, `zero`, `empty-string`"
    )
    assert "`list`" not in untried.message
