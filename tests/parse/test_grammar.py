"""The grammar has no conflict, every rule has an action, and the saved tables are those of the grammar."""

from pathlib import Path

from cubeproof.parse import tables
from cubeproof.parse.actions import ACTIONS


def test_lark_finds_no_conflict() -> None:
    assert tables.lark(tables.grammar()) is not None


def test_every_rule_has_an_action_and_every_action_a_rule() -> None:
    named = {
        rule.action
        for rule in tables.build(tables.grammar()).rules
        if rule.action and not rule.origin.startswith("$")
    }
    assert named <= set(ACTIONS)
    assert set(ACTIONS) <= named


def test_the_saved_tables_are_fresh() -> None:
    assert tables.encode(tables.build(tables.grammar())) == Path(tables.SAVED).read_bytes()
