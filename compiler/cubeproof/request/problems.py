"""Collects what is wrong with a query, each problem with its path. Knows nothing of what is collected."""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic, Severity
from cubeproof.request.jsonplaces import places
from cubeproof.source import Source, Span


class Problems:
    """The diagnostics of one query, or of several beside each other."""

    __slots__ = ("_around", "_keys", "_paths", "found")

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self._paths: set[str] = set()
        self._around: set[str] = set()
        self._keys: set[str] = set()

    def add(
        self, code: str, path: str, message: str, *, help: str | None = None, severity: Severity = "error",
        on_key: bool = False,
    ) -> None:  # fmt: skip
        """Report a problem at a path; `on_key` where the key is to be shown, not its value.

        A problem with an object is not reported where one was found inside it, and the other way round: the
        second follows from the first.
        """
        if self.has_at(path):
            return
        self._paths.add(path)
        self._around.update(_steps(path))
        if on_key:
            self._keys.add(path)
        self.found.append(
            Diagnostic(code=code, message=message, path=path or None, help=help, severity=severity)
        )

    def has_at(self, path: str) -> bool:
        """Whether a problem is known at a path, around it or inside it. The root is around nothing."""
        return path in self._around or any(outer in self._paths for outer in _steps(path))

    def __bool__(self) -> bool:
        return bool(self.found)

    def placed(self, text: str, name: str) -> Iterator[Diagnostic]:
        """The diagnostics with their places in the JSON text that they are about."""
        source = Source(path=name, text=text)
        where = places(text)
        for diagnostic in self.found:
            place = where.get(diagnostic.path or "")
            if diagnostic.path is None or place is None:
                yield diagnostic
                continue
            start, end = place.key if place.key and diagnostic.path in self._keys else place.value
            span = Span(source, start, end)
            yield Diagnostic(
                code=diagnostic.code, message=diagnostic.message, severity=diagnostic.severity,
                path=diagnostic.path, help=diagnostic.help, span=span,
            )  # fmt: skip


def kind(value: object) -> str:
    """What a JSON value is, in words."""
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "text"
        case list():
            return "an array"
        case _:
            return "an object"


def _steps(path: str) -> Iterator[str]:
    """A path and those around it, but for the root: `filters[2].operator`, `filters[2]`, `filters`."""
    yield path
    for index in range(len(path) - 1, 0, -1):
        if path[index] in ".[":
            yield path[:index]
