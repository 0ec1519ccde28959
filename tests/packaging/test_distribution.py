"""What pyproject.toml says about the distribution agrees with the folders and the pins."""

import fnmatch
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from cubeproof import __version__

ROOT = Path(__file__).parent.parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FOLDERS = {
    "cubeproof": ROOT / "compiler" / "cubeproof",
    "cubeproof.grammar": ROOT / "grammar",
}
SHIPPED_BY_KIND = {".py", ".pyc"}
REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?>=(\d[\d.]*)$")


def packages() -> dict[str, Path]:
    found = dict(FOLDERS)
    for init in FOLDERS["cubeproof"].rglob("__init__.py"):
        folder = init.parent
        parts = folder.relative_to(FOLDERS["cubeproof"]).parts
        found[".".join(("cubeproof", *parts))] = folder
    return found


def requirements() -> list[str]:
    extras = PROJECT["project"]["optional-dependencies"]
    lines = [*PROJECT["project"]["dependencies"], *(line for extra in extras.values() for line in extra)]
    return [line for line in lines if not line.startswith("cubeproof[")]


def test_every_folder_of_modules_is_a_listed_package() -> None:
    assert sorted(packages()) == PROJECT["tool"]["setuptools"]["packages"]


def test_every_folder_with_modules_is_a_package() -> None:
    bare = {
        path.parent
        for path in FOLDERS["cubeproof"].rglob("*.py")
        if not (path.parent / "__init__.py").exists()
    }
    assert set() == bare


def test_every_data_file_is_shipped() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    homes = packages()
    left_out = [
        path
        for root in FOLDERS.values()
        for path in root.rglob("*")
        if path.is_file() and path.suffix not in SHIPPED_BY_KIND and not matches(path, homes, patterns)
    ]
    assert [] == left_out


def matches(path: Path, homes: dict[str, Path], patterns: list[str]) -> bool:
    """Whether some pattern, relative to the nearest package above, takes the file; `*` stays within a folder."""
    folders = set(homes.values())
    home = next(parent for parent in path.parents if parent in folders)
    inner = path.relative_to(home)
    return any(
        len(Path(pattern).parts) == len(inner.parts) and fnmatch.fnmatchcase(inner.as_posix(), pattern)
        for pattern in patterns
    )


@pytest.mark.parametrize("requirement", requirements())
def test_a_dependency_has_a_lower_bound_that_its_pin_keeps(requirement: str) -> None:
    found = REQUIREMENT.match(requirement)
    assert found is not None
    name, bound = found.groups()
    assert numbers(bound) <= numbers(pins()[normal(name)])


def test_the_version_is_the_same_everywhere() -> None:
    assert __version__ == PROJECT["project"]["version"]


def test_the_package_has_types_and_a_licence() -> None:
    assert (FOLDERS["cubeproof"] / "py.typed").exists()
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")


def pins() -> dict[str, str]:
    lines = (ROOT / "tools" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return {normal(name): version for name, _, version in (line.partition("==") for line in lines) if version}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))
