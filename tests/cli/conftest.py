"""A way to run the command line as a user does, in a folder of its own, without a process for each run."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cubeproof.cli import main

ORDERS = """\
cube(`Orders`, {
  sql: `SELECT * FROM public.orders WHERE ${USER_CONTEXT.id.filter('user_id')}`,

  measures: {
    count: {
      type: `count`
    }
  }
});
"""
COUNT = '{"measures": ["Orders.count"]}'
SECRET = "a-secret-of-the-tests-that-is-long-enough"  # 41 bytes: no warning
NOW = "2026-01-01T00:00:00Z"


class Outcome(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one, and an environment without anything of ours."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CUBEJS_API_SECRET", "CUBEPROOF_DEBUG", "CUBEPROOF_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CUBEPROOF_DATABASE", "CUBEPROOF_SEMANTICS", "CUBEPROOF_DIALECT", "CUBEPROOF_MODEL"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """`run("check", "schema", stdin="…")`: the exit code, stdout and stderr."""

    def run(*arguments: str, stdin: str | bytes = "", **environment: str) -> Outcome:
        content = stdin.encode() if isinstance(stdin, str) else stdin
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
            capfd.readouterr()
            code = main(arguments)
        captured = capfd.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture
def model(folder: Path) -> Path:
    """The documentation's cube, as `schema/Orders.js` of the current folder."""
    (folder / "schema").mkdir()
    file = folder / "schema" / "Orders.js"
    file.write_text(ORDERS)
    return file
