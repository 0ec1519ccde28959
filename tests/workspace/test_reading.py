"""Which files a model is read from, and what is said about the others."""

from pathlib import Path

import pytest

from cubeproof.workspace import load

CUBE = "cube(`{0}`, {{ sql: `SELECT 1` }});"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "model" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "model"


def test_files_are_read_recursively_and_sorted(folder: Path) -> None:
    for name in ("b.js", "a b.js", "deep/ä.js", "deep/c.d.js"):
        (folder / name).write_text(CUBE.format("A"))
    assert ["model/a b.js", "model/b.js", "model/deep/c.d.js", "model/deep/ä.js"] == [
        f.source.path for f in load(("model",)).value.files
    ]


@pytest.mark.parametrize("hidden", ["node_modules", ".git"])
def test_installed_packages_and_dot_folders_are_skipped(folder: Path, hidden: str) -> None:
    (folder / hidden).mkdir()
    (folder / hidden / "x.js").write_text("class")
    (folder / "a.js").write_text(CUBE.format("A"))
    assert ["model/a.js"] == [f.source.path for f in load(("model",)).value.files]


def test_yaml_models_are_named(folder: Path) -> None:
    (folder / "a.js").write_text(CUBE.format("A"))
    (folder / "b.yml").write_text("cubes: []")
    (folder / "c.yaml").write_text("cubes: []")
    found = load(("model",)).diagnostics
    assert {"warning"} == {d.severity for d in found}
    assert all(any(name in f"{d.message} {d.path}" for d in found) for name in ("b.yml", "c.yaml"))


def test_a_wrong_encoding_is_an_error_at_its_place(folder: Path) -> None:
    (folder / "a.js").write_bytes(b"// caf\xe9\n")
    (problem,) = load(("model",)).diagnostics
    assert "error" == problem.severity
    assert str(folder) not in repr(problem)


def test_a_folder_without_models_is_said_to_have_none(folder: Path) -> None:
    (problem,) = load(("model",)).diagnostics
    assert "error" == problem.severity


def test_an_unreadable_path_never_raises(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    (folder / "broken.js").symlink_to(folder / "nowhere.js")
    (folder / "a.js").write_text(CUBE.format("A"))
    project = load(("model", "nowhere"))
    assert ["model/a.js"] == [f.source.path for f in project.value.files]
    assert project.diagnostics


def test_a_broken_file_does_not_hide_another(folder: Path) -> None:
    (folder / "a.js").write_text("cube(`A`, {")
    (folder / "b.js").write_text("cube(`B`, { sql: , });")
    found = {d.span.source.path for d in load(("model",)).diagnostics if d.span}
    assert {"model/a.js", "model/b.js"} == found
