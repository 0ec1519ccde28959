"""Model text and places in it. Knows nothing of what the text means.

Every node of every stage carries a `Span`; line and column are computed only when one is shown.
"""

from bisect import bisect_right
from functools import lru_cache

import msgspec


class Source(msgspec.Struct, frozen=True, eq=False):
    """One file as read: `path` is what people see (relative, forward slashes), `text` its decoded content."""

    path: str
    text: str

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character offset, both from 1, columns in characters."""
        starts = _line_starts(self.text)
        number = bisect_right(starts, offset)
        return number, offset - starts[number - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its line break."""
        starts = _line_starts(self.text)
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r")


@lru_cache(maxsize=16)
def _line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line begins: many places of one text are asked for."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


class Span(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A half-open range of characters in a source; equal to every other span, so places never decide equality."""

    source: Source
    start: int
    end: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span)

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        line, column = self.source.position(self.start)
        return f"{self.source.path}:{line}:{column}"
