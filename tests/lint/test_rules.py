"""Each rule has a fixture of models: the bad ones are found, the good ones and near misses are not."""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

import generate_rules
from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import Declared, catalogue, lint
from cubeproof.pipeline import compile_model
from cubeproof.workspace import from_texts

FIXTURES = Path(__file__).parent / "rules"
HEAD = re.compile(r"^//# (bad|good|near-miss)([^{\n]*)(\{.*\})?$", re.M)


class Case(NamedTuple):
    """A section of a fixture: `//# bad what it is about {"semantics": "strict"}`, and a model."""

    code: str
    kind: str
    about: str
    configuration: str
    model: str


def cases() -> list[Case]:
    found = []
    for file in sorted(FIXTURES.glob("*.js")):
        pieces = HEAD.split(file.read_text())
        for at in range(1, len(pieces), 4):
            kind, about, configuration, model = pieces[at : at + 4]
            found.append(Case(file.stem, kind, about.strip(), configuration or "{}", model))
    return found


CASES = cases()


def domains() -> list[Case]:
    """Models of other domains, styles and engines: a bad one names the rule that must find it."""
    pieces = HEAD.split((FIXTURES.parent / "domains.js").read_text())
    heads = [pieces[at : at + 4] for at in range(1, len(pieces), 4)]
    return [
        Case(about.strip(), kind, str(n), conf or "{}", model)
        for n, (kind, about, conf, model) in enumerate(heads)
    ]


@cache
def findings(model: str, configuration: str) -> tuple[Diagnostic, ...]:
    declared = msgspec.convert(json.loads(configuration), Declared)
    return lint(compile_model(from_texts({"A.js": model}).value).value.model, declared).found


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{c.kind} {c.about}".strip() for c in CASES])
def test_a_rule_finds_what_is_bad_and_nothing_else(case: Case) -> None:
    found = [d for d in findings(case.model, case.configuration) if d.code == case.code]
    assert (case.kind == "bad") == bool(found)


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{c.kind} {c.about}".strip() for c in CASES])
def test_a_finding_is_said_in_the_style_of_the_house(case: Case) -> None:
    for finding in findings(case.model, case.configuration):
        assert finding.span is not None
        assert finding.help
        assert "cubeproof_" not in finding.message
        assert not finding.message.endswith(".")
        assert finding.message[0] in "`" + finding.message[0].lower()


@pytest.mark.parametrize("case", [c for c in CASES if c.kind == "good"], ids=lambda c: c.code)
def test_a_good_model_is_good_to_every_rule(case: Case) -> None:
    found = findings(case.model, case.configuration)
    assert [] == [d.code for d in found if d.severity != "info" and d.code != "ACC001"]


@pytest.mark.parametrize("code", catalogue.codes())
def test_a_rule_has_a_fixture_with_bad_good_and_near_miss(code: str) -> None:
    assert {"bad", "good", "near-miss"} == {case.kind for case in CASES if case.code == code}


@pytest.mark.parametrize("code", catalogue.codes())
def test_a_rule_has_a_page(code: str) -> None:
    found = catalogue.pages()[code]
    assert code == found.rule.code
    assert ["Why", "Bad", "Good", "False positives"] == re.findall(
        r"^(Why|Bad|Good|False positives)$", found.text, re.M
    )
    assert found.rule.title[0] in found.rule.title[0].lower() + "`ANDSQL"


def test_every_rule_is_in_the_catalogue_and_every_fixture_has_a_rule() -> None:
    folder = Path(catalogue.__file__).parent / "rules"
    modules = {path.stem.upper() for path in folder.glob("*.py") if path.stem != "__init__"}
    assert modules == set(catalogue.codes())
    assert {case.code for case in CASES} <= modules


def test_the_page_of_all_rules_is_fresh() -> None:
    assert generate_rules.text() == generate_rules.FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", domains(), ids=lambda case: f"{case.kind}-{case.code}-{case.about}")
def test_models_of_other_domains_are_judged_right(case: Case) -> None:
    found = {d.code for d in findings(case.model, case.configuration) if d.severity != "info"}
    if case.kind == "bad":
        assert case.code in {d.code for d in findings(case.model, case.configuration)}
    else:
        assert set() == found - {"ACC001"}


def test_a_model_without_sql_to_look_at_needs_no_parser_of_sql(tmp_path: Path) -> None:
    (tmp_path / "A.js").write_text(
        "cube(`A`, { sql: `SELECT * FROM a`, dimensions: { b: { sql: `b`, type: `string` } } });"
    )
    code = "import sys, cubeproof; assert () == cubeproof.check('A.js'); assert 'sqlglot' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
