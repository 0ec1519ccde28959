"""Folders of projects: what is counted, and that nothing in them ends the tool."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import corpus

GOOD = "cube(`A`, { sql: `select 1`, measures: { count: { type: `count` } } });\n"
BAD = "cube(`B`, {\n  sql: `select 1`, colour: 1 });\n"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["corpus.py", *map(str, arguments)])
    return corpus.main()


def figures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> dict[str, Any]:
    run(monkeypatch, folder, "--json")
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    return made


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, "utf-8")


def test_files_are_counted_and_refused_ones_have_a_reason_with_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "one" / "schema" / "deep", A=GOOD, B=BAD)
    found = figures(monkeypatch, capsys, tmp_path)
    assert (1, 2, 1, 1) == tuple(found[key] for key in ("projects", "files", "accepted", "refused"))
    assert [("E242", 1, f"{tmp_path}/one/schema/deep/B.js:2")] == [
        (reason["reason"][:4], reason["files"], reason["example"]) for reason in found["reasons"]
    ]


def test_cubes_of_one_name_in_two_projects_do_not_meet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "one" / "model", A=GOOD)
    write(tmp_path / "two", A=GOOD)
    found = figures(monkeypatch, capsys, tmp_path)
    assert (2, 2) == (found["projects"], found["accepted"])


def test_other_javascript_is_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "app", index="class App {}\n")
    assert run(monkeypatch, tmp_path) == 3


def test_the_exit_code_says_whether_all_was_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "good", A=GOOD)
    write(tmp_path / "bad", B=BAD)
    assert (0, 1) == (run(monkeypatch, tmp_path / "good"), run(monkeypatch, tmp_path))
    with pytest.raises(SystemExit, match="2"):
        run(monkeypatch, tmp_path / "nowhere")


def test_a_crash_is_counted_and_does_not_end_the_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RecursionError

    write(tmp_path / "one", A=GOOD)
    monkeypatch.setattr(corpus, "compile_model", crash)
    assert run(monkeypatch, tmp_path) == 1
    assert "RecursionError in test_corpus.py" in capsys.readouterr().out
