"""What holds for this run: the configuration, the clock, and choices with the command line's word first.

The only module that asks for the time or reads the environment's configuration. Knows nothing of models.
"""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cubeproof.cli import console
from cubeproof.config import Aliases, Configuration, load
from cubeproof.diagnostics import CompileError, Diagnostic, has_errors
from cubeproof.request.context import Semantics

if TYPE_CHECKING:
    from datetime import datetime

EARLIEST, LATEST = 1900, 7999
"""Years that an instant may be in: far enough from the ends of the calendar to count from."""


class Settings:
    """The configuration with the command line over it; each property is one answer."""

    def __init__(self, configuration: Configuration, folder: str | None, given: Mapping[str, Any]) -> None:
        self.configuration = configuration
        self.folder = folder
        self.given = given

    @property
    def semantics(self) -> Semantics:
        """What guards do."""
        chosen: Semantics = self.given.get("semantics") or self.configuration.semantics
        return chosen

    @property
    def respect_visibility(self) -> bool:
        """Whether hidden members are refused; under *strict* semantics they always are."""
        return bool(self.given.get("respect_visibility")) or self.configuration.respect_visibility

    @property
    def aliases(self) -> Aliases:
        """How columns are called."""
        chosen: Aliases = self.given.get("aliases") or self.configuration.aliases
        return chosen

    @property
    def dialects(self) -> tuple[str, ...]:
        """The dialects asked for, each once; all of them exist. Raises `CompileError` (E500)."""
        asked = self.given.get("dialects") or (self.configuration.dialect or "postgres",)
        return known_dialects(asked)

    @property
    def model(self) -> tuple[str, ...]:
        """The model's paths: as given, else of the configuration, else `schema/`, else `model/`."""
        given: tuple[str, ...] = self.given.get("paths") or ()
        if given:
            return given
        home = os.path.relpath(self.folder) if self.folder else "."
        if self.configuration.model:
            return tuple(_joined(home, path) for path in self.configuration.model)
        for name in ("schema", "model"):
            if os.path.isdir(_joined(home, name)):
                return (_joined(home, name),)
        problem = (
            "there is no model: neither `schema/` nor `model/` is here, and the configuration names none"
        )
        advice = "give a PATH, or start one with `cubeproof init`"
        raise CompileError([Diagnostic(code="E630", message=problem, help=advice)])

    @property
    def modules(self) -> dict[str, str]:
        """The JSON files that stand in for modules, by what a model calls them."""
        home = os.path.relpath(self.folder) if self.folder else "."
        return {name: _joined(home, path) for name, path in self.configuration.modules.items()}

    @property
    def now(self) -> "datetime":
        """The time it is: `--now`, else the clock; always in UTC."""
        from datetime import UTC, datetime

        text = self.given.get("now")
        return instant(text) if text else datetime.now(UTC)


def settings(given: Mapping[str, Any]) -> Settings:
    """Read the configuration of the current folder; raises `CompileError` if it is wrong."""
    for name in ("secret", "token"):
        console.conceal(given.get(name) or "")
    found = load(".", os.environ)
    if has_errors(found.diagnostics):
        raise CompileError(found.diagnostics)
    console.report(found.diagnostics)
    return Settings(found.value.configuration, found.value.folder, given)


def known_dialects(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, each once; raises `CompileError` (E500) for one that no dialect has."""
    from cubeproof.emit import dialect

    return tuple(dict.fromkeys(dialect(name).name for name in names))


def instant(text: str) -> "datetime":
    """Read an instant, such as `2026-01-31T12:00:00Z`; without an offset it is UTC. Raises `CompileError` (E622)."""
    from datetime import UTC, datetime

    try:
        read = datetime.fromisoformat(text)
        moment = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
        if not EARLIEST <= moment.year <= LATEST:
            raise ValueError
        return moment
    except (ValueError, OverflowError):
        problem = Diagnostic(
            code="E622", message=f"`{text}` is not an instant", help="write it as `2026-01-31T12:00:00Z`"
        )
        raise CompileError([problem]) from None


def _joined(home: str, path: str) -> str:
    return os.path.normpath(os.path.join(home, path)).replace(os.sep, "/")
