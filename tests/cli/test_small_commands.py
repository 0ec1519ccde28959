"""`explain`, `dialects` and `init`."""

import json
import os
import stat
from pathlib import Path

from tests.cli.conftest import ORDERS, Run

from cubeproof.config import load
from cubeproof.emit import names


def test_explain_prints_title_and_text(run: Run) -> None:
    outcome = run("explain", "e900")
    assert (0, "") == (outcome.code, outcome.err)
    assert outcome.out.startswith("E900: error of Cubeproof itself\n\nSomething went wrong")


def test_explain_without_a_code_lists_all(run: Run) -> None:
    assert "\nE900  error of Cubeproof itself\n" in run("explain").out


def test_an_unknown_code_is_exit_code_2_and_names_the_nearest(run: Run) -> None:
    outcome = run("explain", "E9000")
    assert (2, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith("E621 there is no code `E9000`\n   = help: did you mean `E900`?")


def test_dialects_lists_each_with_what_it_lacks(run: Run) -> None:
    outcome = run("dialects")
    assert (0, "") == (outcome.code, outcome.err)
    assert list(names()) == [line.split()[0] for line in outcome.out.splitlines()]
    assert "postgres  all functions but count_distinct_approx\n" in outcome.out


def test_dialects_as_json_says_the_same(run: Run) -> None:
    found = json.loads(run("dialects", "--format", "json").out)
    assert 1 == found["schema_version"]
    postgres = next(d for d in found["dialects"] if d["name"] == "postgres")
    assert postgres["functions"]["date_trunc"] is True
    assert postgres["functions"]["count_distinct_approx"] is False


def test_init_starts_a_model_that_the_configuration_finds(run: Run, folder: Path) -> None:
    outcome = run("init")
    assert (0, "") == (outcome.code, outcome.out)
    assert ORDERS == (folder / "schema" / "Orders.js").read_text()
    assert ("schema",) == load(str(folder), {}).value.configuration.model


def test_init_makes_a_fresh_secret_that_only_its_owner_reads(run: Run, folder: Path) -> None:
    run("init", "a")
    run("init", "b")
    first, second = (folder / "a" / ".env").read_text(), (folder / "b" / ".env").read_text()
    assert first != second
    assert 64 * 2 == len(first.strip().removeprefix("CUBEJS_API_SECRET="))
    assert 0o600 == stat.S_IMODE((folder / "a" / ".env").stat().st_mode)
    assert ".env\n" == (folder / "a" / ".gitignore").read_text()


def test_init_never_shows_the_secret(run: Run, folder: Path) -> None:
    outcome = run("init")
    secret = (folder / ".env").read_text().strip().removeprefix("CUBEJS_API_SECRET=")
    assert secret not in outcome.err + outcome.out


def test_init_overwrites_nothing(run: Run, folder: Path) -> None:
    before = {
        ".env": "A=1\n",
        ".gitignore": "dist",
        "pyproject.toml": '[project]\nname = "x"\n',
        "schema/Mine.js": "// mine",
    }
    (folder / "schema").mkdir()
    for name, text in before.items():
        (folder / name).write_text(text)
    outcome = run("init")
    assert 0 == outcome.code
    after = {name: (folder / name).read_text() for name in before}
    assert [] == [name for name, text in before.items() if not after[name].startswith(text)]
    assert ("A=1\n", "dist\n.env\n", "// mine") == (
        after[".env"],
        after[".gitignore"],
        after["schema/Mine.js"],
    )
    assert "\n[tool.cubeproof]\n" in after["pyproject.toml"]
    assert not (folder / "schema" / "Orders.js").exists()


def test_init_twice_changes_nothing(run: Run, folder: Path) -> None:
    run("init")
    before = {path: path.read_text() for path in folder.rglob("*") if path.is_file()}
    assert 0 == run("init").code
    assert before == {path: path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_init_does_not_follow_a_link_that_leads_elsewhere(run: Run, folder: Path) -> None:
    os.symlink(folder / "elsewhere", folder / ".env")
    run("init")
    assert not (folder / "elsewhere").exists()


def test_init_says_where_it_cannot_write(run: Run, folder: Path) -> None:
    (folder / "file").write_text("")
    outcome = run("init", "file/inner")
    assert (2, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith("E625 the folder `file/inner` cannot be written: not a directory")
