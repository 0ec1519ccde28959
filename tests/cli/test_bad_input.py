"""Bad input: each kind has its message, its exit code, and gives nothing away."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import COUNT, ORDERS, SECRET, Outcome, Run


def assert_quiet(outcome: Outcome, folder: Path) -> None:
    """No traceback, no path from the root of the disk, no word of our language."""
    said = outcome.out + outcome.err
    for word in ("Traceback", str(folder), "NoneType", "site-packages", "dict", "<class"):
        assert word not in said


def test_a_folder_without_models_is_exit_code_3(run: Run, folder: Path) -> None:
    (folder / "schema").mkdir()
    for command in (["check"], ["check", "schema"], ["compile", "-q", COUNT], ["meta"]):
        outcome = run(*command)
        assert 3 == outcome.code, command
        assert "E605 there is no model here" in outcome.out + outcome.err
        assert_quiet(outcome, folder)


def test_no_folder_at_all_is_exit_code_3(run: Run, folder: Path) -> None:
    outcome = run("check")
    assert (3, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith("E630 there is no model: neither `schema/` nor `model/` is here")


def test_a_path_that_does_not_exist_is_exit_code_2(run: Run, folder: Path) -> None:
    outcome = run("check", "nowhere")
    assert 2 == outcome.code
    assert "E603 " in outcome.out + outcome.err
    assert_quiet(outcome, folder)


def test_a_path_that_is_no_model_file_is_exit_code_2(run: Run, folder: Path) -> None:
    (folder / "README.md").write_text("# nothing")
    outcome = run("check", "README.md")
    assert 2 == outcome.code
    assert "E606 " in outcome.out + outcome.err
    assert_quiet(outcome, folder)


def test_yaml_models_are_named_and_others_skipped(run: Run, model: Path, folder: Path) -> None:
    (model.parent / "more.yaml").write_text("cubes: []\n")
    for skipped in ("node_modules", ".hidden"):
        (model.parent / skipped).mkdir()
        (model.parent / skipped / "x.js").write_text("cube(`")
    outcome = run("check")
    assert 0 == outcome.code
    assert "`schema/more.yaml`" in outcome.out
    assert "1 file, 1 cube," in outcome.out


def test_a_file_in_another_encoding_is_named_with_the_place(run: Run, model: Path, folder: Path) -> None:
    model.write_bytes(ORDERS.encode() + b"// \xe4\n")
    outcome = run("check")
    assert 1 == outcome.code
    assert "E601 `schema/Orders.js` is not UTF-8 text" in outcome.out
    assert_quiet(outcome, folder)


def test_a_file_that_cannot_be_read_is_named(run: Run, model: Path, folder: Path) -> None:
    (model.parent / "Gone.js").symlink_to("nowhere.js")
    outcome = run("check")
    assert 1 == outcome.code
    assert "E600 `schema/nowhere.js` cannot be read: no such file" in outcome.out
    assert_quiet(outcome, folder)


def test_a_folder_that_looks_like_a_file_is_no_crash(run: Run, model: Path, folder: Path) -> None:
    (model.parent / "folder.js").mkdir()
    outcome = run("check")
    assert outcome.code in (0, 1)
    assert_quiet(outcome, folder)


@pytest.mark.parametrize(
    ("expected", "query"),
    [
        ("--> <query>:1:15", '{"measures": [Orders.count]}'),
        ("--> <query>:2:", '{"measures":\n  ["Orders.count"'),
        ("E301 ", '{"measures": [], "measures": ["Orders.count"]}'),
    ],
)
def test_broken_json_shows_the_place(expected: str, query: str, run: Run, model: Path, folder: Path) -> None:
    outcome = run("compile", "-q", query)
    assert (1, "") == (outcome.code, outcome.out)
    assert expected in outcome.err
    assert_quiet(outcome, folder)


def test_every_problem_of_a_query_is_reported(run: Run, model: Path) -> None:
    query = '{"measurs": ["Orders.count"], "limit": -1, "timezone": "Mars/Base"}'
    outcome = run("compile", "-q", query)
    assert 1 == outcome.code
    assert 3 <= outcome.err.count("\nE3") + outcome.err.startswith("E3")


@pytest.mark.parametrize("option", ["-q", "-c", "--token-file", "--compile-context"])
def test_a_missing_file_is_exit_code_2(option: str, run: Run, model: Path, folder: Path) -> None:
    arguments = [] if option == "-q" else ["-q", COUNT]
    outcome = run("compile", *arguments, option, "none.json", CUBEJS_API_SECRET=SECRET)
    assert (2, "") == (outcome.code, outcome.out)
    assert "E623 the file `none.json`" in outcome.err
    assert "no such file or directory" in outcome.err
    assert_quiet(outcome, folder)


def test_a_query_file_that_is_a_folder_or_too_large_is_exit_code_2(
    run: Run, model: Path, folder: Path
) -> None:
    assert "is a directory" in run("compile", "-q", "schema").err
    with (folder / "big.json").open("wb") as big:
        big.truncate(17 * 1024 * 1024)
    outcome = run("compile", "-q", "big.json")
    assert 2 == outcome.code
    assert "is larger than 16 MiB" in outcome.err


def test_a_token_file_in_another_encoding_is_refused(run: Run, model: Path, folder: Path) -> None:
    (folder / "token").write_bytes(b"\xff\xfe")
    outcome = run("compile", "-q", COUNT, "--token-file", "token")
    assert 1 == outcome.code
    assert outcome.err.startswith("E624 what `--token-file` gives is not UTF-8 text, at byte 0")


@pytest.mark.parametrize(
    ("expected", "claims"),
    [
        ("E450 claims must be an object", "[1]"),
        ("E400 ", '{"id": 42'),
        ("E401 ", '{"id": 42, "id": 7}'),
        ("E4", '{"id": {"a": 1}}'),
        ("E4", '{"id": [{"a": 1}]}'),
    ],
)
def test_claims_of_a_wrong_shape_are_refused(
    expected: str, claims: str, run: Run, model: Path, folder: Path
) -> None:
    outcome = run("compile", "-q", COUNT, "-c", claims)
    assert (1, "") == (outcome.code, outcome.out)
    assert expected in outcome.err
    assert_quiet(outcome, folder)


@pytest.mark.parametrize(
    "model_text",
    [
        "const f = () => f(); f();",
        "const f = (n) => `${f(n)}${f(n)}`; cube(`A`, {sql: f(1)});",
        "const a = [`x`.repeat(100000)].join(); const b = `${a}${a}`; const c = `${b}${b}${b}`;\n"
        "cube(`A`, {sql: [c,c,c,c,c,c,c,c,c,c].map(x => [c,c,c,c,c,c,c,c,c,c].map(y => `${x}${y}${c}${c}${c}`).join(``)).join(``)});",
        "for (;;) { }",
        "cube(`A`, {sql: " + "(" * 5000 + ")" * 5000 + "});",
        "cube(`A`, {sql: `" + "${`" * 500 + "`}" * 500 + "`});",
    ],
    ids=[
        "recursion",
        "recursion-in-a-template",
        "huge-string",
        "endless-loop",
        "deep-brackets",
        "deep-templates",
    ],
)
def test_a_hostile_model_is_a_diagnostic_in_little_time(
    model_text: str, run: Run, model: Path, folder: Path
) -> None:
    model.write_text(model_text)
    started = time.process_time()
    outcome = run("check")
    assert time.process_time() - started < 5
    assert 1 == outcome.code
    assert "E900" not in outcome.out + outcome.err
    assert_quiet(outcome, folder)


def test_an_escape_sequence_in_a_model_does_not_reach_the_terminal(run: Run, model: Path) -> None:
    model.write_text("cube(`A\x1b[2J`, { sql: `SELECT \x1b[31m 1`, nothing\x1b: 1 });")
    outcome = run("check")
    assert 1 == outcome.code
    assert "\x1b" not in outcome.out + outcome.err


def test_a_wrong_configuration_stops_everything(run: Run, model: Path, folder: Path) -> None:
    (folder / "cubeproof.toml").write_text('semantic = "strict"\nlimit = "many"\n')
    for command in (["check"], ["compile", "-q", COUNT], ["meta"], ["token"]):
        outcome = run(*command)
        assert (2, "") == (outcome.code, outcome.out)
        assert "E610 unknown configuration key `semantic`" in outcome.err
        assert "E611 `limit` must be a whole number" in outcome.err


def test_broken_configuration_shows_the_place(run: Run, model: Path, folder: Path) -> None:
    (folder / "cubeproof.toml").write_text("limit = \n")
    outcome = run("check")
    assert (2, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith("E612 configuration is not TOML: ")
    assert "--> cubeproof.toml:1:9" in outcome.err


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupt_is_exit_code_130_and_quiet(folder: Path, model: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "cubeproof", "compile", "--batch"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write('{"query": {"measures": ["Orders.count"]}}\n')
    process.stdin.flush()
    assert process.stdout.readline().startswith("{")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert (130, "") == (process.returncode, err.strip())
