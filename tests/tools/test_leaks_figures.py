"""The figures about planted mistakes: what counts as caught, and what as a false alarm."""

from pathlib import Path

import leaks
from leaks import Case, Verdict

PLAIN = Case(name="plain", about="a guard under OR", rules=("ACC004", "ACC005"))


def seen(bad: str = "", good: str = "") -> Verdict:
    return Verdict(frozenset(bad.split()), frozenset(good.split()))


def test_one_of_the_expected_rules_is_enough() -> None:
    assert leaks.caught(PLAIN, seen("ACC005 ACC020"))
    assert not leaks.caught(PLAIN, seen("ACC020"))


def test_a_mistake_that_the_compiler_refuses_is_caught() -> None:
    stopped = Case(name="stopped", about="a guard in a comment", rules=("ACC007",), stopped="E261")
    assert leaks.caught(stopped, seen("E261"))
    assert not leaks.caught(PLAIN, seen("E261"))


def test_every_rule_about_a_good_model_is_an_alarm_but_for_a_filter_that_is_meant_to_open() -> None:
    opening = Case(name="opening", about="an old filter", rules=("ACC004",), open_filter=True)
    assert ["ACC001", "ACC015"] == leaks.alarms(PLAIN, seen(good="ACC015 ACC001"))
    assert ["ACC015"] == leaks.alarms(opening, seen(good="ACC015 ACC001"))


def test_misses_and_alarms_are_named() -> None:
    figures = leaks.report({"a": (PLAIN, seen("ACC004")), "b": (PLAIN, seen("ACC001", "ACC015"))})
    assert (2, 0.5, 0.5) == (figures["pairs"], figures["recall"], figures["precision"])
    assert {"ACC004": "1/2"} == figures["by rule"]
    assert (["b"], {"b": ["ACC015"]}) == (list(figures["missed"]), figures["false alarms"])


def test_the_command_is_asked_about_both_models(tmp_path: Path) -> None:
    (case,) = leaks.cases("insurance_guard_commented_out")
    assert leaks.caught(case, leaks.verdict(case, tmp_path))
    folders = {path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("*/*")}
    assert {f"{case.name}/bad", f"{case.name}/good"} == folders
