"""Diagnostics as the commands that GitHub Actions shows as annotations, the worst first. Knows no file and no rule."""

from collections.abc import Iterable
from typing import Final

from cubeproof.diagnostics import Diagnostic

_KINDS: Final = {"error": "error", "warning": "warning", "info": "notice"}
_ORDER: Final = ("error", "warning", "info")


def commands(diagnostics: Iterable[Diagnostic]) -> str:
    """A line each; GitHub shows ten of a kind."""
    ordered = sorted(diagnostics, key=lambda d: _ORDER.index(d.severity))
    return "\n".join(map(_command, ordered))


def _command(found: Diagnostic) -> str:
    places: list[tuple[str, object]] = []
    if found.span is not None:
        line, column = found.span.source.position(found.span.start)
        end_line, end_column = found.span.source.position(found.span.end)
        places += [("file", found.span.source.path), ("line", line), ("endLine", end_line)]
        if end_line == line:
            places += [("col", column), ("endColumn", end_column)]
    elif found.path is not None:
        places.append(("file", found.path))
    places.append(("title", found.code))
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in places)
    text = found.message if found.help is None else f"{found.message}\n{found.help}"
    return f"::{_KINDS[found.severity]} {shown}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
