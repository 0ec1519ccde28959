"""The one place that reads model files: folders, encodings, limits, imports. Knows nothing of what a model means.

Shown paths are relative to the current folder, else to the project, with forward slashes; never absolute.
"""

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from cubeproof.diagnostics import Diagnostic, Result
from cubeproof.evaluate import Json, Project
from cubeproof.evaluate.built_in import BUILT_IN
from cubeproof.evaluate.imports import (
    EXTENSIONS,
    MODULE_SUFFIXES,
    leaves,
    missing,
    refused,
    specifiers,
    unread,
)  # fmt: skip
from cubeproof.parse import ast, parse
from cubeproof.parse.limits import DEFAULT_LIMITS
from cubeproof.source import Source, Span

MARKERS: Final = ("package.json", "pyproject.toml", ".git")
"""What marks the folder at which a project begins."""
OTHER_MODELS: Final = (".yml", ".yaml", ".yml.jinja", ".yaml.jinja")
SCENARIOS: Final = (".access.yaml", ".access.yml")
"""Scenario files, which often lie beside a model and are none."""
SKIPPED: Final = "node_modules"


def load(
    paths: Iterable[str], modules: Mapping[str, str] | None = None, *, shown_from: str = "."
) -> Result[Project]:
    """Read the model files below some paths (files or folders) and everything they import.

    `modules` are JSON files that stand in for what is imported under a name, whatever that name is; `shown_from` is the
    folder that shown paths are relative to.
    """
    reading = _Disk(modules or {}, shown_from)
    for path in dict.fromkeys(paths):
        reading.add(path)
    if not reading.files and not reading.failed:
        reading.report(
            "E605", "there is no model here: no `.js` file is found", help_="name a file or a folder"
        )
    reading.close()
    return reading.result()


def from_texts(files: Mapping[str, str]) -> Result[Project]:
    """A project of texts by name (`Orders.js`, `lib/units.json`); nothing outside of them can be imported."""
    reading = _Reading()
    for name in sorted(files):
        shown = name.replace("\\", "/")
        parts = shown.split("/")
        if shown.endswith(OTHER_MODELS):
            reading.other_model(shown)
        elif not shown.endswith(MODULE_SUFFIXES) or any(part in ("", ".", "..") for part in parts):
            reading.report("E606", f"`{shown[:80]}` is no name of a model file", path=shown)
        elif len(files[name].encode(errors="replace")) > DEFAULT_LIMITS.size:
            reading.too_large(shown)
        elif shown.endswith(".json"):
            reading.read_json(shown, files[name].encode(errors="replace"))
        else:
            reading.read_model(shown, Source(shown, files[name]))
    if not reading.files and not reading.failed:
        reading.report("E605", "there is no model here: no `.js` file is given")
    for path, file in reading.files.items():
        for specifier in specifiers(file):
            reading.resolve(path, specifier, _among(reading, specifier))
    return reading.result()


def _among(reading: "_Reading", specifier: str) -> str | Diagnostic:
    """The key of an import among texts."""
    if specifier in BUILT_IN:
        return reading.built_in(specifier)
    if (why := refused(specifier)) is not None:
        return why
    name = os.path.normpath(specifier).replace(os.sep, "/")
    if name.startswith(".."):
        return leaves(specifier)
    for extension in EXTENSIONS:
        if name + extension in reading.files or name + extension in reading.modules:
            return name + extension
    return missing(specifier)


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.files: dict[str, ast.File] = {}
        self.modules: dict[str, ast.File | Json] = {}
        self.resolutions: dict[tuple[str, str], str] = {}
        self.unresolved: dict[tuple[str, str], Diagnostic] = {}
        self.stand_ins: set[str] = set()
        self.diagnostics: list[Diagnostic] = []
        self.failed = False

    def result(self) -> Result[Project]:
        """The project, files sorted by path."""
        files = tuple(self.files[path] for path in sorted(self.files))
        project = Project(
            files=files,
            modules=self.modules,
            resolutions=self.resolutions,
            unresolved=self.unresolved,
            stand_ins=frozenset(self.stand_ins),
        )
        return Result(project, tuple(self.diagnostics))

    def report(
        self,
        code: str,
        message: str,
        *,
        path: str | None = None,
        span: Span | None = None,
        help_: str | None = None,
    ) -> None:
        """Add an error."""
        self.failed = True
        self.diagnostics.append(Diagnostic(code=code, message=message, path=path, span=span, help=help_))

    def other_model(self, shown: str) -> None:
        """Say that a model of another kind is not part of what is checked."""
        self.diagnostics.append(
            Diagnostic(
                code="E604", severity="warning", message=f"`{shown}` is not read: YAML models are not supported yet",
                path=shown, help="its cubes are missing from this model; what refers to them fails",
            )
        )  # fmt: skip

    def too_large(self, shown: str) -> None:
        """Refuse a file by its size."""
        self.report("E602", f"`{shown}` is larger than {DEFAULT_LIMITS.size:,} bytes", path=shown)

    def read_model(self, shown: str, source: Source) -> None:
        """Parse a model file."""
        self.files[shown] = self.parsed(source)

    def parsed(self, source: Source) -> ast.File:
        """Parse a file; what is wrong with it is reported."""
        file, diagnostics = parse(source)
        self.diagnostics.extend(diagnostics)
        return file

    def read_json(self, shown: str, data: bytes) -> None:
        """Decode a JSON file."""
        import msgspec

        try:
            self.modules[shown] = msgspec.json.decode(data)
        except (msgspec.DecodeError, RecursionError):
            self.report(
                "E608", f"`{shown}` is no JSON", path=shown, help_="check it for a missing comma or quote"
            )
            self.modules[shown] = None

    def built_in(self, name: str) -> str:
        """Read a built-in module, once; returns its key, its name."""
        if name not in self.modules:
            text = (Path(__file__).parent / "built_in" / f"{name}.js").read_text("utf-8")
            self.modules[name] = self.parsed(Source(name, text))
        return name

    def resolve(self, path: str, specifier: str, target: str | Diagnostic) -> None:
        """Note what an import stands for."""
        if isinstance(target, str):
            self.resolutions[path, specifier] = target
        else:
            self.unresolved[path, specifier] = target


class _Disk(_Reading):
    """Reading from folders. Files are known by their real paths, so that each is read once."""

    def __init__(self, modules: Mapping[str, str], current: str) -> None:
        super().__init__()
        self.given = modules
        self.current = os.path.realpath(current)
        self.shown: dict[str, str] = {}
        self.taken: set[str] = set()
        self.roots: dict[str, str] = {}
        """Of each model file, by its shown path: the root its imports start at."""
        self.places: dict[str, str] = {}
        """Of each file, by its shown path: its real path."""

    def add(self, path: str) -> None:
        """Read a file, or a folder and what is below it."""
        real = os.path.realpath(path)
        if os.path.isdir(real):
            self._folder(real, real, {real})
        elif not os.path.exists(real):
            self.report(
                "E603", f"`{_relative(path)}` does not exist", help_="name a model file or a folder of them"
            )
        elif real.endswith(".js"):
            self._model(real, os.path.dirname(real))
        elif real.endswith(OTHER_MODELS):
            self.report(
                "E606",
                f"`{self._show(real)}` is a YAML model, which is not supported yet",
                path=self._show(real),
            )
        else:
            self.report(
                "E606", f"`{self._show(real)}` is no model file: those end in `.js`", path=self._show(real)
            )

    def _folder(self, folder: str, root: str, seen: set[str]) -> None:
        """Read the models of a folder, sorted; folders that were seen by another name are not entered again."""
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            self._unreadable(folder, error)
            return
        for name in names:
            path = os.path.join(folder, name)
            real = os.path.realpath(path)
            if os.path.isdir(real):
                if name == SKIPPED or name.startswith(".") or real in seen:
                    continue
                if self._stays(real, root, path):
                    seen.add(real)
                    self._folder(real, root, seen)
            elif name.endswith(".js"):
                if self._stays(real, root, path):
                    self._model(real, root)
            elif name.endswith(OTHER_MODELS) and not name.endswith(SCENARIOS):
                self.other_model(self._show(path))

    def _stays(self, real: str, root: str, path: str) -> bool:
        if _inside(real, root) or _inside(real, _project(root)):
            return True
        self.report(
            "E607", f"`{self._show(path)}` is a link that leaves the project", path=self._show(path),
            help_="copy the file, or link to one of the project",
        )  # fmt: skip
        return False

    def _model(self, real: str, root: str) -> str:
        """Read a model file, once; returns its shown path."""
        shown = self._show(real)
        if shown not in self.places:
            self.places[shown], self.roots[shown] = real, root
            source = self._source(real, shown)
            if source is not None:
                self.read_model(shown, source)
        return shown

    def _helper(self, real: str) -> str:
        """Read a file outside of the model, once; returns its key."""
        shown = self._show(real)
        if shown not in self.places:
            self.places[shown] = real
            if real.endswith(".json"):
                data = self._bytes(real, shown)
                if data is None:
                    self.modules[shown] = None
                else:
                    self.read_json(shown, data)
            else:
                source = self._source(real, shown)
                self.modules[shown] = self.parsed(source or Source(shown, ""))
        return shown

    def close(self) -> None:
        """Read what is imported, and what that imports."""
        done: set[str] = set()
        while waiting := [path for path in (*self.files, *self.modules) if path not in done]:
            for path in waiting:
                done.add(path)
                file = self.files.get(path) or self.modules.get(path)
                if isinstance(file, ast.File):
                    for specifier in specifiers(file):
                        self.resolve(path, specifier, self._find(path, specifier))

    def _find(self, path: str, specifier: str) -> str | Diagnostic:
        """The key of an import on disk, read if it is new."""
        if (stand_in := self.given.get(specifier)) is not None:
            key = self._helper(os.path.realpath(stand_in))
            self.stand_ins.add(key)
            return key if self.modules[key] is not None else unread(specifier)
        if specifier in BUILT_IN:
            return self.built_in(specifier)
        if (why := refused(specifier)) is not None:
            return why
        root = self.roots.get(path)
        base = root if root is not None else os.path.dirname(self.places[path])
        project = _project(base)
        plain = os.path.normpath(os.path.join(base, specifier))
        for candidate in (plain + extension for extension in EXTENSIONS):
            if not candidate.endswith(MODULE_SUFFIXES):
                continue
            real = os.path.realpath(candidate)
            if not _inside(real, project):
                # Whether there is such a file outside is nothing to tell.
                return leaves(specifier)
            if not os.path.isfile(real):
                continue
            if real.endswith(".js") and root is not None and _inside(real, root):
                shown = self._model(real, root)
                return shown if shown in self.files else missing(specifier)
            known = self.shown.get(real)
            return known if known is not None and known in self.files else self._helper(real)
        return leaves(specifier) if not _inside(plain, project) else missing(specifier)

    def _show(self, path: str) -> str:
        """A path for people: each file has one of its own."""
        if path in self.shown:
            return self.shown[path]
        for base in (self.current, _project(os.path.dirname(path))):
            if _inside(path, base):
                name = os.path.relpath(path, base)
                break
        else:
            name = os.path.join(os.path.basename(os.path.dirname(path)), os.path.basename(path))
        name = original = name.replace(os.sep, "/")
        number = 2
        while name in self.taken:
            name, number = f"{original} ({number})", number + 1
        self.shown[path] = name
        self.taken.add(name)
        return name

    def _source(self, real: str, shown: str) -> Source | None:
        data = self._bytes(real, shown)
        if data is None:
            return None
        try:
            return Source(shown, data.decode())
        except UnicodeDecodeError as error:
            source = Source(shown, data.decode(errors="replace"))
            place = len(data[: error.start].decode())
            self.report(
                "E601", f"`{shown}` is not UTF-8 text", span=Span(source, place, place + 1),
                help_="save the file as UTF-8",
            )  # fmt: skip
            return None

    def _bytes(self, real: str, shown: str) -> bytes | None:
        try:
            with open(real, "rb", opener=_open_without_waiting) as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    self.report("E600", f"`{shown}` is not a file that can be read", path=shown)
                    return None
                data = file.read(DEFAULT_LIMITS.size + 1)
        except OSError as error:
            self._unreadable(real, error)
            return None
        if len(data) > DEFAULT_LIMITS.size:
            self.too_large(shown)
            return None
        return data

    def _unreadable(self, path: str, error: OSError) -> None:
        why = (error.strerror or "unknown reason").lower()
        self.report("E600", f"`{self._show(path)}` cannot be read: {why}", path=self._show(path))


def _open_without_waiting(path: str, flags: int) -> int:
    """A pipe in a model folder must not make anyone wait."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _project(folder: str) -> str:
    """The nearest folder from here upward that a project begins at; this one, where there is none."""
    place = folder
    while True:
        if any(os.path.exists(os.path.join(place, marker)) for marker in MARKERS):
            return place
        above = os.path.dirname(place)
        if above == place:
            return folder
        place = above


def _relative(path: str) -> str:
    """A path that is not there, as typed, unless that is absolute."""
    shown = path.replace(os.sep, "/")
    return os.path.basename(shown.rstrip("/")) if os.path.isabs(path) else shown
