"""The rules of the house that no other tool checks."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "compiler" / "cubeproof"
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.name != "compiled.py"
)  # that one is generated
NAMES = [str(path.relative_to(PACKAGE)) for path in MODULES]

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50

# a library is imported in its home only
HOMES = {
    "lark": ("parse/", "evaluate/"),
    "jwt": ("request/",),
    "cryptography": ("request/",),
    "jinja2": ("emit/",),
    "sqlparse": ("emit/layout.py",),
    "sqlglot": ("audit/", "lint/"),
    "duckdb": ("engines/duckdb.py",),
    "sqlite3": ("engines/sqlite.py",),
    "psycopg": ("engines/postgres.py",),
    "click": ("cli/",),
    "rich": ("cli/", "diagnostics/"),
    "ruamel": ("harness/",),
    "pytest": ("harness/plugin.py", "cli/command_test.py"),
    "syrupy": ("harness/",),
}


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_fits_the_house(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    name = path.relative_to(PACKAGE).as_posix()
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert [] == [node.name for node in functions(tree) if length(node) > LONGEST_FUNCTION]
    strangers = {lib for lib in imports(tree) if not name.startswith(HOMES.get(lib, (name,)))}
    assert set() == strangers


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def length(node: ast.FunctionDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_module_takes_a_short_cut(path: Path) -> None:
    forbidden = re.compile(
        r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b|\bexcept Exception\b|except:|dialect(?:\.name)? == \""
    )
    assert [] == forbidden.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_module_runs_text_as_a_program(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = {call.id for call in calls if isinstance(call, ast.Name)}
    assert set() == names & {"eval", "exec", "compile", "__import__"}


def test_the_import_contract_names_every_stage() -> None:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    (layers, *_) = [
        contract["layers"] for contract in tool["importlinter"]["contracts"] if "layers" in contract
    ]
    named = {name.strip() for layer in layers for name in re.split(r"[|:]", layer)}
    stages = {f"cubeproof.{path.parent.name}" for path in PACKAGE.glob("*/__init__.py")}
    stages |= {f"cubeproof.{path.stem}" for path in PACKAGE.glob("*.py") if not path.stem.startswith("__")}
    assert stages == named
