"""Scenario files: each mistake with its place, all of them at once."""

from pathlib import Path

import pytest
from folders import HEAD, opened, wrong

GOOD = HEAD + "expect:\n  - {snapshot: true, state: bound}\n"


@pytest.mark.parametrize(
    ("scenario", "code", "place", "message"),
    [
        ("a: [1", "E650", "1:6", "expected ',' or ']'"),
        ("", "E650", "1:1", "it is empty"),
        ("- a\n", "E652", "1:1", "a scenario must be a map"),
        (GOOD + "suite: again\n", "E650", "12:1", "the key `suite` is here twice"),
        (GOOD + "now: !!python/object:os.system {}\n", "E650", "12:6", "the tag `python/object:os.system`"),
        (GOOD + "? {a: 1}\n: 2\n", "E650", "12:3", "a key must be a plain text"),
        (GOOD + "  - {tokens: ann, state: .inf}\n", "E650", "12:26", "a number must be finite"),
        (GOOD + "fixture: rows.sql\n", "E651", "12:1", "unknown key `fixture` in a scenario"),
        (GOOD + "  - {token: ann}\n", "E651", "12:6", "unknown key `token` in an expectation"),
        (GOOD + "  - {tokens: an, state: open}\n", "E653", "12:14", "there is no token `an`"),
        (GOOD + "  - {queries: note, state: open}\n", "E653", "12:15", "there is no query `note`"),
        (GOOD + "  - {claim-states: zero, state: open}\n", "E653", "12:20", "there is no claim state in the file `zero`"),
        (GOOD + "  - {dialects: mysql, state: open}\n", "E653", "12:16", "there is no dialect `mysql`"),
        (GOOD + "  - {tokens: ann}\n", "E652", "12:6", "an expectation that expects nothing"),
        (GOOD + "  - {state: opened}\n", "E652", "12:13", "`state` must be"),
        (GOOD + "  - {error: {contains: x}}\n", "E652", "12:13", "`error` must name a `code`"),
        (GOOD + "  - {skip: later}\n", "E652", "12:12", "a `skip` needs a date"),
        (GOOD + "  - {skip: later, until: soon}\n", "E652", "12:26", "`until` must be a date"),
        (GOOD + "  - {snapshot: false}\n", "E652", "12:16", "`snapshot` must be `true`"),
        (GOOD + "  - {rows: [[1]]}\n", "E652", "12:6", "`rows` needs rows to look at"),
        (GOOD + "  - {cube: Notes}\n", "E652", "12:6", "a `cube` is here for"),
        (GOOD + "claim-states: [abscent]\n", "E653", "12:16", "there is no claim state `abscent`"),
        (GOOD + "now: yesterday\n", "E652", "12:6", "`now` must be an instant"),
        (GOOD + "include: other.yaml\n", "E654", "12:10", "the included file `other.yaml` is not there"),
        (GOOD.replace("suite: notes", "suite: ../up"), "E652", "2:8", "must be a name"),
        (GOOD.replace("dialects: [duckdb]", "dialects: [duck]"), "E653", "4:12", "there is no dialect `duck`"),
        (GOOD.replace("nobody: {}", "nobody: 1"), "E652", "7:11", "`nobody` of `tokens` must be a map"),
        ("suite: a\nqueries: {q: {}}\n", "E652", "1:1", "the scenario has no tokens"),
        ("<<<<<<< HEAD\nsuite: a\n=======\n", "E650", "2:6", "mapping values are not allowed"),
    ],
)  # fmt: skip
def test_a_mistake_has_its_place(scenario: str, code: str, place: str, message: str, tmp_path: Path) -> None:
    found = wrong(tmp_path, scenario)
    assert (code, f"tests/notes.access.yaml:{place}") in [(c, p) for c, p, _ in found]
    assert any(message in said for _, _, said in found)


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    found = wrong(tmp_path, GOOD + "  - {tokens: an, state: opened}\nfixture: x\n")
    assert ["E653", "E652", "E651"] == [code for code, _, _ in found]


def test_a_good_scenario_has_no_mistake(tmp_path: Path) -> None:
    assert [] == wrong(tmp_path, GOOD)


def test_aliases_that_write_themselves_out_end(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert "E650" == wrong(tmp_path, "\n".join(lines))[0][0]


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    from cubeproof.harness.reading import load

    file = tmp_path / "x.access.yaml"
    file.write_bytes(b"\xff\xfe")
    assert ["E650"] == [d.code for d in load(str(file), shown="x.access.yaml").diagnostics]
    assert ["E650"] == [d.code for d in load(str(tmp_path), shown="x.access.yaml").diagnostics]


def test_names_globs_and_groups_select(tmp_path: Path) -> None:
    head = HEAD.replace("  ann:", "  anna: {u: {id: 1}}\n  ann:") + "groups: {people: [ann, anna]}\n"
    made = opened(tmp_path, "  - {tokens: [people], state: bound}\n  - {tokens: 'no*', state: open}\n", head)
    assert [["anna", "ann"], ["nobody"]] == [
        sorted(one.tokens, key=["anna", "ann", "nobody"].index) for one in made.suite.expect
    ]


def test_tokens_and_queries_are_shared_by_include(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "common.yaml").write_text(
        "tokens: {ann: {u: {id: 1}}, bob: {u: {id: 7}}}\ngroups: {all: [ann, bob]}\n"
    )
    made = opened(tmp_path, "  - {tokens: all, state: bound}\n", HEAD + "include: [common.yaml]\n")
    assert ["ann", "bob", "nobody"] == list(made.suite.tokens)
    assert {"u": {"id": 42}} == made.suite.tokens["ann"]
