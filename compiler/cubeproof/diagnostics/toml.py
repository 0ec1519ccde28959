"""Places in TOML: where a file stops being one, and where a key of it stands. Knows no key of ours."""

import re

from cubeproof.diagnostics import Diagnostic
from cubeproof.source import Source, Span


def broken(problem: str, source: Source) -> Diagnostic:
    """Point to where a TOML file ends to be one; the reader says the place at the end of its message."""
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", problem)
    offset = len(source.text)
    if place and place[1]:
        lines = source.text.split("\n")[: int(place[1]) - 1]
        offset = sum(len(line) + 1 for line in lines) + int(place[2]) - 1
    reason = problem[: place.start()] if place else problem
    reason = reason[:1].lower() + reason[1:]
    return Diagnostic(
        code="E612",
        message=f"configuration is not TOML: {reason}",
        span=Span(source, min(offset, len(source.text)), min(offset + 1, len(source.text))),
    )


class Places:
    """Where the keys of a TOML table stand in its text: found by their lines, which is enough to point at."""

    def __init__(self, source: Source, prefix: tuple[str, ...]) -> None:
        self.source = source
        self.prefix = prefix

    def of(self, *path: str) -> Span | None:
        """Find a key below the prefix; None where it is written in a way that lines do not show."""
        wanted = (*self.prefix, *path)
        table: tuple[str, ...] = ()
        offset = 0
        for line in self.source.text.splitlines(keepends=True):
            header = re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line)
            entry = re.match(r"\s*([\w.\-\"' ]+?)\s*=", line)
            if header:
                table = _dotted(header[1])
                if table == wanted:
                    return Span(self.source, offset + header.start(1), offset + header.end(1))
            elif entry and (*table, *_dotted(entry[1])) == wanted:
                return Span(self.source, offset + entry.start(1), offset + entry.end(1))
            offset += len(line)
        return None


def _dotted(text: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in text.split("."))
