"""Model text and places in it. Knows nothing of what the text means.

Every node of every stage carries a `Span`; line and column are computed only when one is shown.
"""

import msgspec


class Source(msgspec.Struct, frozen=True, eq=False):
    """One file as read: `path` is what people see (relative, forward slashes), `text` its decoded content."""

    path: str
    text: str

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character offset, both from 1, columns in characters."""
        start = self.text.rfind("\n", 0, offset) + 1
        return self.text.count("\n", 0, offset) + 1, offset - start + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its line break."""
        return self.text.split("\n")[number - 1].rstrip("\r")


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
