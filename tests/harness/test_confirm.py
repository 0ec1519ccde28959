"""Own rows are confirmed by executing, and a contradiction is an error."""

from pathlib import Path

from folders import HEAD, NOTES, opened

from cubeproof.audit import Fact, facts
from cubeproof.bind import Statement
from cubeproof.harness.confirm import confirm

ALL = "  - {tokens: ann, state: bound}\n  - {tokens: nobody, state: open}\n"
ROWS = HEAD + "fixtures: rows.sql\n"


def test_own_rows_are_looked_at(tmp_path: Path) -> None:
    assert (1, ()) == confirm([opened(tmp_path, ALL, ROWS)])


def test_without_fixtures_nothing_is_confirmed(tmp_path: Path) -> None:
    assert (0, ()) == confirm([opened(tmp_path, ALL, HEAD)])


def test_rows_of_others_contradict_a_fact_that_is_wrong(tmp_path: Path) -> None:
    def trusting(statement: Statement) -> tuple[Fact, ...]:
        return tuple(Fact(guard=fact.guard, effect="restricts") for fact in facts(statement))

    leaking = NOTES.replace(
        "WHERE ${USER_CONTEXT.id.filter('owner')}", "WHERE true OR ${USER_CONTEXT.id.filter('owner')}"
    )
    looks, problems = confirm([opened(tmp_path, ALL, ROWS, leaking)], trusting)
    assert (1, ["E660"]) == (looks, [d.code for d in problems])
    assert "`ann` sees rows of `Notes` whose `owner` is not claim `id`: 7" == problems[0].message
