"""Snapshots: a cell as a reviewer reads it, its file, and the manifest of a suite.

Serialising and reading are syrupy's; which files there are to be is said here. A text holds no clock and no
absolute path, and of a sensitive claim no value.
"""

import difflib
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from cubeproof import __version__
from cubeproof.audit.access import access
from cubeproof.bind import Statement
from cubeproof.harness.scenario import Cell, Snapshot, Suite
from cubeproof.harness.workbench import Variant
from cubeproof.plan.nodes import ClaimOrigin, ConstantOrigin

MANIFEST: Final = "manifest.json"
OBSOLETE: Final = "HAR004"
EDITED: Final = "HAR012"
_HEAD: Final = "-- "
_WIDTH: Final = 9


class SqlExtension(SingleFileSnapshotExtension):
    """One `.sql` file a snapshot, with LF line ends."""

    _write_mode = WriteMode.TEXT
    file_extension = "sql"


# Texts


def text(suite: Suite, cell: Cell, variants: Iterable[Variant], sensitive: frozenset[str]) -> str:
    """The snapshot of a cell."""
    query = _json(suite.queries[cell.query])
    head = [_line("suite", suite.name), _line("query", query)]
    return "\n".join([*head, *(line for v in variants for line in _variant(cell, v, sensitive))]) + "\n"


def _variant(cell: Cell, variant: Variant, sensitive: frozenset[str]) -> Iterator[str]:
    claims = _masked(variant.context.claims, "", sensitive)
    yield _line("context", f"{cell.token} {_json(claims)}")
    if variant.claim is not None:
        yield _line("claim", f"{variant.claim} as {cell.state}")
    for error in variant.errors:
        if error.severity == "error":
            yield _line("refused", f"{error.code} {error.message}")
    for statement in variant.statements:
        for one in access(statement, variant.context):
            for line in one.lines:
                yield _line("access", f"{one.cube}: {line}")
        yield _hidden(statement, variant, sensitive).rstrip()
        for at, value in enumerate(statement.params):
            yield _line("params", f"${at + 1} = {_param(statement, at, value, sensitive)}")


def _line(name: str, content: str) -> str:
    # a line break in a claim or a query would end the comment
    return f"{_HEAD}{name:<{_WIDTH}}{' '.join(content.splitlines())}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _masked(value: Any, path: str, sensitive: frozenset[str]) -> Any:
    if path in sensitive:
        return f"‹claim {path}›"
    if isinstance(value, Mapping):
        return {
            key: _masked(item, f"{path}.{key}" if path else key, sensitive) for key, item in value.items()
        }
    return value


def _param(statement: Statement, at: int, value: Any, sensitive: frozenset[str]) -> str:
    match statement.prepared.params[at].origin:
        case ClaimOrigin(path=path):
            name = ".".join(map(str, path))
            return f"‹claim {name}›" if _is_sensitive(path, sensitive) else f"{_json(value)} (claim {name})"
        case ConstantOrigin():
            return f"{_json(value)} (model)"
        case origin:
            return f"{_json(value)} ({origin.label})"


def _is_sensitive(path: Iterable[str | int], sensitive: frozenset[str]) -> bool:
    steps = [str(step) for step in path]
    return any(".".join(steps[:at]) in sensitive for at in range(1, len(steps) + 1))


def _hidden(statement: Statement, variant: Variant, sensitive: frozenset[str]) -> str:
    """The SQL, without the text of sensitive claims that the model splices in."""
    sql = statement.sql
    for guard in statement.guards:
        if guard.form == "unsafeValue" and _is_sensitive(guard.claim.split("."), sensitive):
            value = variant.context.value(tuple(guard.claim.split(".")))
            if str(value):
                sql = sql.replace(str(value), f"‹claim {guard.claim}›")
    return sql


# Files


class Folder:
    """The snapshots of one suite on disk."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._syrupy = SqlExtension()

    def file(self, cell: Cell) -> str:
        """The path of a cell's snapshot."""
        return os.path.join(self.path, cell.file)

    def read(self, cell: Cell) -> str | None:
        """A stored snapshot; None without one."""
        found = self._syrupy.read_snapshot_data_from_location(
            snapshot_location=self.file(cell), snapshot_name="", session_id=""
        )
        return None if found is None else str(found)

    def write(self, cell: Cell, content: str) -> None:
        """Store a snapshot."""
        file = self.file(cell)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(str(self._syrupy.serialize(content)))

    def difference(self, stored: str, content: str) -> str:
        """What is no longer as it was stored, in the lines around it."""
        lines = difflib.unified_diff(
            stored.splitlines(), content.splitlines(), "stored", "now", n=1, lineterm=""
        )
        return "\n".join(lines)

    def files(self) -> set[str]:
        """Every `.sql` file of the folder, by its name in it."""
        return {
            os.path.relpath(os.path.join(place, name), self.path).replace(os.sep, "/")
            for place, _, names in os.walk(self.path)
            for name in names
            if name.endswith(".sql")
        }

    def digests(self) -> dict[str, str]:
        """The manifest's digest of each file; empty without a manifest that can be read."""
        try:
            with open(os.path.join(self.path, MANIFEST), "rb") as opened:
                return msgspec.json.decode(opened.read(), type=_Manifest).cells
        except (OSError, msgspec.DecodeError):
            return {}

    def write_manifest(self, names: Iterable[str]) -> None:
        """Write the digests of these files, a line each, in order."""
        cells = {name: digest for name in sorted(names) if (digest := self.digest(name)) is not None}
        lines = ",\n".join(f"    {_json(name)}: {_json(digest)}" for name, digest in cells.items())
        with open(os.path.join(self.path, MANIFEST), "w", encoding="utf-8", newline="\n") as opened:
            opened.write(f'{{\n  "cubeproof": {_json(__version__)},\n  "cells": {{\n{lines}\n  }}\n}}\n')

    def digest(self, name: str) -> str | None:
        """The digest of a file; None if it is not there."""
        try:
            with open(os.path.join(self.path, name), encoding="utf-8") as opened:
                return hashlib.sha256(opened.read().encode()).hexdigest()
        except (OSError, UnicodeDecodeError):
            return None


class _Manifest(msgspec.Struct):
    cells: dict[str, str]


def expected(suite: Suite) -> list[Cell]:
    """The cells that have a snapshot."""
    return [cell for cell in suite.cells() if any(isinstance(c, Snapshot) for c in suite.checks(cell))]


def findings(folder: Folder, suite: Suite, empty: Iterable[Cell] = ()) -> list[str]:
    """What is wrong with the files of a suite, whichever cells were looked at; `empty` cells have none."""
    wanted = {cell.file for cell in expected(suite)} - {cell.file for cell in empty}
    present, digests = folder.files(), folder.digests()
    problems = [f"{name} is not there" for name in sorted(wanted - present)]
    problems += [f"{OBSOLETE} {name} is obsolete: no cell has it" for name in sorted(present - wanted)]
    for name in sorted(present & wanted):
        if name not in digests:
            problems.append(f"{name} is not in the manifest")
        elif digests[name] != folder.digest(name):
            problems.append(f"{EDITED} {name} was edited by hand")
    return problems


def compare(folder: Folder, cell: Cell, content: str) -> str | None:
    """What is wrong with the snapshot of a cell."""
    stored = folder.read(cell)
    if stored is None:
        return f"it has no snapshot yet: `cubeproof test --update` writes {cell.file}"
    if "\n<<<<<<<" in f"\n{stored}":
        return f"its snapshot {cell.file} holds a merge conflict: solve it, or write it anew with `cubeproof test --update`"
    if stored == content:
        return None
    return f"it is not as in {cell.file}:\n{folder.difference(stored, content)}"


# What changed


_PLACE: Final = re.compile(r" \([^()]*:\d+:\d+\)$")
_NARROW: Final = ("own rows", "no rows")


def wider(stored: str, content: str) -> list[str]:
    """The cubes of which a new snapshot may let more be seen: a restriction is gone or another, or an open line is new.

    A cube that the stored one does not read counts where a line of it is open.
    """
    before, after = _lines(stored), _lines(content)
    found = []
    for cube, lines in after.items():
        old = before.get(cube, set())
        lost = {line for line in old if line.startswith(_NARROW)} - lines
        opened = {line for line in lines if not line.startswith(_NARROW)} - old
        if lost or opened:
            found.append(cube)
    return found


def _lines(content: str) -> dict[str, set[str]]:
    """The access lines of a snapshot by cube, without the places of guards."""
    found: dict[str, set[str]] = {}
    for line in content.splitlines():
        if line.startswith(f"{_HEAD}access"):
            cube, _, said = line[len(_HEAD) + _WIDTH :].partition(": ")
            found.setdefault(cube, set()).add(_PLACE.sub("", said))
    return found


def access_changes(stored: str, content: str) -> list[str]:
    """The access lines that came and went, `-` and `+`; a guard that only stands elsewhere is no change."""
    before, after = _lines(stored), _lines(content)
    found = []
    for cube in sorted(before.keys() | after.keys()):
        old, new = before.get(cube, set()), after.get(cube, set())
        found += [f"- {cube}: {line}" for line in sorted(old - new)]
        found += [f"+ {cube}: {line}" for line in sorted(new - old)]
    return found
