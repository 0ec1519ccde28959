"""The scenario files below some paths. Reads none of them."""

import os
from collections.abc import Iterable

import click

from cubeproof.cli import console
from cubeproof.cli.boundary import NOTHING_CHECKED
from cubeproof.diagnostics import CompileError, Diagnostic

SUFFIX = ".access.yaml"
SKIPPED = (".venv", "venv", "node_modules", "__pycache__", "build", "dist")


def scenarios(paths: Iterable[str]) -> list[str]:
    """The files, sorted; default: below the current folder. Ends the command with 3 where there is none."""
    files = sorted({file for path in tuple(paths) or (".",) for file in _below(path)})
    if not files:
        problem = f"there is no scenario here: no `*{SUFFIX}` file is found, so nothing was checked"
        console.report([Diagnostic(code="E657", message=problem, help="name a file or a folder")])
        raise console.Stop(NOTHING_CHECKED)
    return files


def _below(path: str) -> Iterable[str]:
    if os.path.isfile(path):
        if not path.endswith(SUFFIX):
            raise click.UsageError(f"'{path}' is no scenario: its name must end in '{SUFFIX}'")
        return [path]
    if not os.path.isdir(path):
        raise CompileError([Diagnostic(code="E603", message=f"`{path}` does not exist", path=path)])
    found = []
    for place, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name not in SKIPPED and not name.startswith("."))
        found += [os.path.normpath(os.path.join(place, name)) for name in names if name.endswith(SUFFIX)]
    return found
