"""Texts with holes: built piece by piece, never looked into. Knows no scope and no budget."""

import sys
from collections.abc import Iterable

from cubeproof.evaluate.values import Hole, Rope

TextLike = str | Rope

_WIDE = ("utf-16-le", "utf-32-le") if sys.byteorder == "little" else ("utf-16-be", "utf-32-be")


def text_of(pieces: Iterable[str | Hole | Rope]) -> TextLike:
    """The pieces in order as one text: a plain one if no hole is among them."""
    parts: list[str | Hole] = []
    run: list[str] = []
    for piece in pieces:
        for part in piece.pieces if isinstance(piece, Rope) else (piece,):
            if isinstance(part, str):
                run.append(part)
                continue
            if joined := "".join(run):
                parts.append(joined)
            run.clear()
            parts.append(part)
    rest = "".join(run)
    if not parts:
        return rest
    return Rope((*parts, rest) if rest else tuple(parts))


def length(text: TextLike) -> int:
    """Characters, a hole counted as one: what a text costs, not its `.length`."""
    if isinstance(text, str):
        return len(text)
    return sum(len(piece) if isinstance(piece, str) else 1 for piece in text.pieces)


def units(text: str) -> str:
    """The text with each character beyond the basic plane as its two halves: what positions count in JavaScript."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    from array import array

    halves = memoryview(text.encode(_WIDE[0], "surrogatepass")).cast("H")
    return array("I", halves).tobytes().decode(_WIDE[1], "surrogatepass")


def whole(halves: str) -> str:
    """The reverse of `units`: halves that belong together become one character again."""
    if halves.isascii():
        return halves
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
