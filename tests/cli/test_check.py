"""`check`: findings on stdout, as text or JSON, and an exit code that `--fail-on` decides."""

import json
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from tests.cli.conftest import ORDERS as OPEN
from tests.cli.conftest import Run

ORDERS = OPEN.replace(".filter(", ".requiredFilter(")
BROKEN = ORDERS.replace("type: `count`", "type: `cuont`")


@pytest.fixture
def model(model: Path) -> Path:
    """A model that no rule has anything to say about."""
    model.write_text(ORDERS)
    return model


def test_a_clean_model_is_counted(run: Run, model: Path) -> None:
    assert (0, "1 file, 1 cube, 0 errors, 0 warnings\n", "") == run("check")


def test_a_model_with_errors_is_exit_code_1(run: Run, model: Path) -> None:
    model.write_text(BROKEN)
    outcome = run("check")
    assert (1, "") == (outcome.code, outcome.err)
    assert "  --> schema/Orders.js:6:13\n" in outcome.out
    assert outcome.out.endswith("\n\n1 file, 1 cube, 1 error, 0 warnings\n")


def test_json_has_the_shape_of_the_contract(run: Run, model: Path) -> None:
    model.write_text(BROKEN)
    outcome = run("check", "--format", "json")
    found = json.loads(outcome.out)
    assert (1, "") == (outcome.code, outcome.err)
    assert ["schema_version", "summary", "diagnostics"] == list(found)
    assert {"files": 1, "cubes": 1, "errors": 1, "warnings": 0} == found["summary"]
    (diagnostic,) = found["diagnostics"]
    assert ("error", "schema/Orders.js", 6, 13, "Orders", []) == tuple(
        diagnostic[key] for key in ("severity", "file", "line", "column", "cube", "related")
    )


def test_every_file_with_an_error_is_named_in_one_run(run: Run, model: Path) -> None:
    for name in ("A", "B"):
        (model.parent / f"{name}.js").write_text(BROKEN.replace("Orders", name))
    (model.parent / "C.js").write_text("cube(`C`, {")
    found = json.loads(run("check", "--format", "json").out)["diagnostics"]
    assert ["schema/A.js", "schema/B.js", "schema/C.js"] == sorted({d["file"] for d in found})


@pytest.mark.parametrize(
    ("expected", "arguments", "configured"),
    [
        (0, [], ""),
        (1, ["--fail-on", "warning"], ""),
        (1, [], 'fail-on = "warning"\n'),
        (0, ["--fail-on", "error"], 'fail-on = "warning"\n'),
    ],
)
def test_fail_on_decides_which_findings_count(
    expected: int, arguments: list[str], configured: str, run: Run, model: Path, folder: Path
) -> None:
    (folder / "cubeproof.toml").write_text(configured)
    (model.parent / "more.yml").write_text("cubes: []\n")
    outcome = run("check", *arguments)
    assert expected == outcome.code
    assert "E604 warning: " in outcome.out


def test_a_further_format_is_written_in_the_same_run(run: Run, model: Path, folder: Path) -> None:
    model.write_text(BROKEN)
    outcome = run("check", "--output", "json=findings.json", "--output", "text=findings.txt")
    assert 1 == outcome.code
    assert 1 == json.loads((folder / "findings.json").read_text())["summary"]["errors"]
    assert outcome.out == (folder / "findings.txt").read_text()


def test_a_further_format_that_cannot_be_written_is_exit_code_2(run: Run, model: Path) -> None:
    outcome = run("check", "--output", "json=no/such/folder.json")
    assert 2 == outcome.code
    assert outcome.err.startswith("E625 ")


@pytest.mark.parametrize("place", ["schema", "model"])
def test_without_a_path_the_usual_folders_are_checked(place: str, run: Run, folder: Path) -> None:
    (folder / place).mkdir()
    (folder / place / "Orders.js").write_text(ORDERS)
    assert "1 file, 1 cube, 0 errors, 0 warnings\n" == run("check").out


def test_the_configured_model_is_relative_to_its_file(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "cubes").mkdir()
    (folder / "cubes" / "Orders.js").write_text(BROKEN)
    (folder / "cubeproof.toml").write_text('model = ["cubes"]\n')
    (folder / "deeper").mkdir()
    monkeypatch.chdir(folder / "deeper")
    outcome = run("check")
    assert 1 == outcome.code
    assert "Orders.js:6:13" in outcome.out
    assert str(folder) not in outcome.out


def test_a_caller_decides_what_compile_context_holds(run: Run, model: Path) -> None:
    model.write_text("if (COMPILE_CONTEXT.securityContext.id === 1) { cube(`One`, {sql: `SELECT 1`}); }")
    assert "1 file, 0 cubes" in run("check").out
    assert "1 file, 1 cube," in run("check", "-c", '{"id": 1}').out


def test_the_configuration_bounds_what_a_model_computes(run: Run, model: Path) -> None:
    model.write_text("const rows = []; for (let i = 0; i < 300; i++) { rows.push(i); }\n" + ORDERS)
    assert 0 == run("check").code
    (model.parent.parent / "cubeproof.toml").write_text("[limits]\nfile-steps = 100\n")
    found = run("check")
    assert (1, True) == (found.code, "E210" in found.out)


def test_sql_that_no_statement_could_hold_is_found_without_a_query(run: Run, model: Path) -> None:
    model.write_text(
        "cube(`Orders`, {\n  sql: `DELETE FROM orders RETURNING *`,\n  measures: {n: {type: `count`}},\n});\n"
    )
    outcome = run("check")
    assert 1 == outcome.code
    assert "E509 the SQL of cube `Orders` is no query: it has `DELETE FROM`" in outcome.out
    assert "  --> schema/Orders.js:2:8\n" in outcome.out
    assert "postgres" not in outcome.out


def test_sql_is_read_in_the_dialect_of_its_data_source(run: Run, model: Path, folder: Path) -> None:
    model.write_text(
        "cube(`Orders`, {sql: `SELECT $$a;b$$`, dataSource: `lite`, measures: {n: {type: `count`}}});\n"
    )
    assert 0 == run("check").code
    (folder / "cubeproof.toml").write_text('[data-sources]\nlite = "sqlite"\n')
    assert "E506" in run("check").out


def test_rules_speak_of_a_model(run: Run, model: Path) -> None:
    model.write_text(OPEN)
    outcome = run("check")
    assert 0 == outcome.code
    assert "ACC001 warning: `filter` shows all rows to a caller whose claim `id` is absent" in outcome.out
    assert "  --> schema/Orders.js:2:43\n" in outcome.out
    assert outcome.out.endswith("1 file, 1 cube, 0 errors, 1 warning\n")


@pytest.mark.parametrize(
    ("expected", "arguments", "configured"),
    [
        (True, ["--select", "ACC001"], ""),
        (True, ["--select", "acc"], ""),
        (False, ["--select", "INJ"], ""),
        (False, ["--ignore", "ACC001"], ""),
        (False, ["--ignore", "ACC,INJ"], ""),
        (False, [], "[lint]\nACC001 = 'off'\n"),
        (False, [], "[lint]\nACC = 'off'\n"),
        (False, [], "[lint]\nignore = ['ACC001']\n"),
        (True, ["--select", "ACC001"], "[lint]\nACC001 = 'off'\n"),
        (False, [], "semantics = 'strict'\n"),
        (False, [], "[claims]\nid = {type = 'number'}\n"),
        (True, [], "[claims]\nid = {optional = true}\n"),
    ],
)
def test_rules_are_chosen(
    expected: bool, arguments: list[str], configured: str, run: Run, model: Path, folder: Path
) -> None:
    model.write_text(OPEN)
    (folder / "cubeproof.toml").write_text(configured)
    outcome = run("check", *arguments)
    assert "" == outcome.err
    assert expected == ("ACC001" in outcome.out)


def test_the_configuration_says_how_severe_a_rule_is(run: Run, model: Path, folder: Path) -> None:
    model.write_text(OPEN)
    (folder / "cubeproof.toml").write_text("[lint]\nACC001 = 'error'\n")
    outcome = run("check")
    assert (1, True) == (outcome.code, outcome.out.startswith("ACC001 `filter`"))


def test_an_unknown_rule_is_wrong_use(run: Run, model: Path) -> None:
    outcome = run("check", "--select", "AAC004")
    assert (2, "") == (outcome.code, outcome.out)
    assert "there is no rule `AAC004`, did you mean `ACC004`?" in outcome.err


def test_a_comment_with_a_reason_silences_a_finding(run: Run, model: Path) -> None:
    model.write_text(
        "// cubeproof: ignore[ACC001] anybody may, until 2026-06-01\n" + OPEN.replace("{\n  sql", "{ sql")
    )
    assert "0 errors, 0 warnings" in run("check", "--now", "2026-06-01").out
    late = run("check", "--now", "2026-06-02")
    assert (1, True, True) == (late.code, "HAR006" in late.out, "ACC001" in late.out)


def test_a_rule_is_explained(run: Run) -> None:
    said = run("explain", "acc004").out
    assert said.startswith("ACC004: a guard that is one arm of an OR\n\nerror, sound")
    assert "False positives" in said


def test_sarif_has_places_rules_and_fingerprints(run: Run, model: Path) -> None:
    model.write_text(OPEN)
    document = json.loads(run("check", "--format", "sarif").out)
    (only,) = document["runs"]
    (rule,) = only["tool"]["driver"]["rules"]
    (result,) = only["results"]
    assert ("2.1.0", "ACC001", "ACC001") == (document["version"], rule["id"], result["ruleId"])
    assert {"tags": ["security"], "security-severity": "5.0"} == rule["properties"]
    assert {"startLine": 2, "startColumn": 43, "endLine": 2, "endColumn": 79} == (
        result["locations"][0]["physicalLocation"]["region"]
    )
    assert {"cubeproof/v1": "ACC001/Orders/filter id/1"} == result["partialFingerprints"]


def test_sarif_says_why_a_finding_is_silenced(run: Run, model: Path) -> None:
    model.write_text(OPEN.replace("  sql", "  // cubeproof: ignore[ACC001] anybody may\n  sql"))
    (result,) = json.loads(run("check", "--format", "sarif").out)["runs"][0]["results"]
    assert [{"kind": "inSource", "justification": "anybody may"}] == result["suppressions"]


def test_github_shows_annotations_the_worst_first(run: Run, model: Path) -> None:
    model.write_text(BROKEN.replace("requiredFilter", "filter"))
    lines = run("check", "--format", "github").out.splitlines()
    assert lines[0].startswith(
        "::error file=schema/Orders.js,line=6,endLine=6,col=13,endColumn=20,title=E246::"
    )
    assert lines[1].startswith(
        "::warning file=schema/Orders.js,line=2,endLine=2,col=43,endColumn=79,title=ACC001::"
    )


@pytest.mark.parametrize(("failures", "arguments"), [(0, []), (1, ["--fail-on", "warning"])])
def test_junit_has_a_case_for_each_file(failures: int, arguments: list[str], run: Run, model: Path) -> None:
    model.write_text(OPEN)
    (model.parent / "Users.js").write_text(ORDERS.replace("Orders", "Users"))
    suite = ElementTree.fromstring(run("check", "--format", "junit", *arguments).out)[0]
    assert ("2", str(failures)) == (suite.get("tests"), suite.get("failures"))
    assert ["schema/Orders.js", "schema/Users.js"] == [case.get("name") for case in suite]


def test_several_formats_are_written_at_once(run: Run, model: Path, folder: Path) -> None:
    model.write_text(OPEN)
    outcome = run("check", "--output", "sarif=a.sarif", "--output", "junit=a.xml", "--output", "github=a.txt")
    assert (0, "") == (outcome.code, outcome.err)
    assert ["a.sarif", "a.txt", "a.xml"] == sorted(path.name for path in folder.glob("a.*"))


def test_a_baseline_accepts_what_it_was_written_with(run: Run, model: Path, folder: Path) -> None:
    model.write_text(OPEN)
    assert 0 == run("check", "--baseline", "b.json", "--update-baseline", "--fail-on", "warning").code
    (entry,) = json.loads((folder / "b.json").read_text())["accepted"]
    assert ("ACC001", "Orders", "filter id", 1) == tuple(
        entry[key] for key in ("rule", "cube", "guard", "number")
    )
    model.write_text("\n\n" + OPEN)
    assert (0, "1 file, 1 cube, 0 errors, 0 warnings\n", "") == run("check", "--baseline", "b.json")


def test_a_stale_entry_of_a_baseline_is_a_finding(run: Run, model: Path) -> None:
    model.write_text(OPEN)
    run("check", "--baseline", "b.json", "--update-baseline")
    model.write_text(ORDERS)
    assert (
        "HAR007 warning: the baseline accepts `ACC001` of cube `Orders`"
        in run("check", "--baseline", "b.json").out
    )
    run("check", "--baseline", "b.json", "--update-baseline")
    assert 0 == run("check", "--baseline", "b.json", "--fail-on", "info").code


def test_a_reason_in_a_baseline_stays_and_must_be_there(run: Run, model: Path, folder: Path) -> None:
    model.write_text(OPEN)
    run("check", "--baseline", "b.json", "--update-baseline")
    file = folder / "b.json"
    file.write_text(file.read_text().replace("known when the baseline was written", "anybody may"))
    run("check", "--baseline", "b.json", "--update-baseline")
    assert "anybody may" in file.read_text()
    file.write_text(file.read_text().replace("anybody may", ""))
    outcome = run("check", "--baseline", "b.json")
    assert (1, True, True) == (outcome.code, "HAR006" in outcome.out, "ACC001" in outcome.out)


@pytest.mark.parametrize("text", [None, "{", "[]", '{"schema_version": 2, "accepted": []}'])
def test_a_baseline_that_cannot_be_read_is_wrong_use(
    text: str | None, run: Run, model: Path, folder: Path
) -> None:
    if text is not None:
        (folder / "b.json").write_text(text)
    outcome = run("check", "--baseline", "b.json")
    assert (2, True) == (outcome.code, outcome.err.startswith("E626 the baseline `b.json` cannot be read"))


def test_fix_narrows_and_nothing_else(run: Run, model: Path) -> None:
    model.write_text(OPEN)
    outcome = run("check", "--fix")
    assert (0, "1 file, 1 cube, 0 errors, 0 warnings\n") == (outcome.code, outcome.out)
    assert ORDERS == model.read_text()


def test_fix_puts_brackets_around_alternatives(run: Run, model: Path) -> None:
    guard = "${USER_CONTEXT.id.requiredFilter('user_id')}"
    for before, after in (
        (f"status = 'a' OR paid AND {guard}", f"(status = 'a' OR paid) AND {guard}"),
        (f"{guard} AND status = 'a' OR paid", f"{guard} AND (status = 'a' OR paid)"),
        (f"{guard} AND a OR b GROUP BY 1", f"{guard} AND a OR b GROUP BY 1"),
    ):
        model.write_text(f"cube(`Orders`, {{ sql: `SELECT * FROM orders WHERE {before}` }});\n")
        run("check", "--fix")
        assert after in model.read_text()


def test_diff_shows_a_patch_and_changes_nothing(run: Run, model: Path) -> None:
    model.write_text(OPEN)
    outcome = run("check", "--fix", "--diff")
    assert outcome.out.startswith("--- a/schema/Orders.js\n+++ b/schema/Orders.js\n@@ ")
    assert (
        "+  sql: `SELECT * FROM public.orders WHERE ${USER_CONTEXT.id.requiredFilter('user_id')}`,\n"
        in outcome.out
    )
    assert OPEN == model.read_text()


def test_an_unknown_rule_in_the_configuration_is_wrong_use(run: Run, model: Path, folder: Path) -> None:
    (folder / "cubeproof.toml").write_text("[lint]\nACC01 = 'off'\nACD001 = 'off'\n")
    outcome = run("check")
    assert (2, "") == (outcome.code, outcome.out)
    assert "E610 unknown configuration key `lint.ACD001`" in outcome.err


def test_sql_that_no_rule_understands_is_said_once_and_nowhere_else(run: Run, model: Path) -> None:
    model.write_text(
        "cube(`Orders`, {sql: `WITH s AS (SELECT a ELSE FROM o WHERE ${SECURITY_CONTEXT.id}) SELECT 1`});\n"
    )
    outcome = run("check")
    assert "" == outcome.err
    assert 1 == outcome.out.count("ACC000 info: not analysed: the SQL of cube `Orders`")


def test_fix_knows_claims_in_brackets(run: Run, model: Path) -> None:
    model.write_text(OPEN.replace("USER_CONTEXT.id", "SECURITY_CONTEXT['https://us/org']"))
    run("check", "--fix")
    assert "SECURITY_CONTEXT['https://us/org'].requiredFilter('user_id')" in model.read_text()


def test_what_a_change_touches_is_reported_alone(run: Run, folder: Path) -> None:
    open_ = "cube(`{0}`, {{sql: `SELECT * FROM {0} WHERE ${{USER_CONTEXT.id.filter('o')}}`, measures: {{n: {{type: `count`}}}}}});"
    for name in ("A", "B"):
        (folder / f"{name}.js").write_text(open_.format(name))
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    assert 0 == run("check", ".", "--changed-since", "HEAD", "--fail-on", "warning").code
    (folder / "B.js").write_text(open_.format("B") + "\n")
    (folder / "C.js").write_text(open_.format("C"))
    outcome = run("check", ".", "--changed-since", "HEAD", "--fail-on", "warning", "--format", "json")
    assert 1 == outcome.code
    assert {"B.js", "C.js"} == {d["file"] for d in json.loads(outcome.out)["diagnostics"]}
    assert 2 == run("check", ".", "--changed-since", "nowhere").code
    assert 2 == run("check", ".", "--changed-since", "--output=x").code
