"""What can be wrong with files that a model imports."""

from pathlib import Path

import pytest

import cubeproof


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "project" / "schema").mkdir(parents=True)
    (tmp_path / "project" / "package.json").write_text("{}")
    (tmp_path / "secret.json").write_text('{"key": 1}')
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def codes(project: Path, text: str) -> list[str]:
    (project / "schema" / "A.js").write_text(text + "\ncube(`A`, { sql: `SELECT 1` });")
    found = cubeproof.check("schema")
    assert str(project) not in repr(found)
    return [d.code for d in found]


def test_json_and_helpers_of_the_project_are_read(project: Path) -> None:
    (project / "data.json").write_text('{"a": 1}')
    (project / "helper.js").write_text("exports.a = 1;")
    assert [] == codes(project, "const a = require('../data.json'); import { a as b } from '../helper';")


def test_json_that_is_none_is_an_error(project: Path) -> None:
    (project / "data.json").write_text("{a: 1}")
    assert ["E608"] == codes(project, "const a = require('../data.json');")


@pytest.mark.parametrize("path", ["../../secret.json", "/etc/hostname", "../schema/../../secret.json"])
def test_nothing_outside_of_the_project_is_read(project: Path, path: str) -> None:
    assert ["E231"] == codes(project, f"const a = require('{path}');")


def test_a_link_that_leaves_the_project_is_not_followed(project: Path) -> None:
    (project / "data.json").symlink_to(project.parent / "secret.json")
    found = codes(project, "const a = require('../data.json');")
    assert found in (["E231"], ["E607"])


def test_a_model_file_that_is_a_link_out_of_the_project_is_not_read(project: Path) -> None:
    (project.parent / "B.js").write_text("cube(`B`, { sql: `SELECT 1` });")
    (project / "schema" / "B.js").symlink_to(project.parent / "B.js")
    assert ["E607"] == codes(project, "")
