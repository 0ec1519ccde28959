"""Where in a text of SQL a hole lies: in plain SQL, inside quotes, or inside a comment.

A template is written for an engine that is not known here, and engines differ in what a backslash means in a string and
in what `#` begins. A hole counts as hidden only if all readings agree; a statement is checked again when its dialect is
known. Knows no grammar of SQL.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from cubeproof.lower import sql

Place: TypeAlias = Literal["code", "string", "name", "comment"]

_OPENERS: Final = {
    # What opens, in which place one is then, and what closes it again.
    "'": ("string", re.compile(r"'"), re.compile(r"\\.|'", re.DOTALL)),
    '"': ("name", re.compile(r'"'), re.compile(r'\\.|"', re.DOTALL)),
    "`": ("name", re.compile(r"`"), re.compile(r"`")),
    "--": ("comment", re.compile(r"\n"), re.compile(r"\n")),
    "/*": ("comment", re.compile(r"\*/"), re.compile(r"\*/")),
}
_OPENING = re.compile(r"'|\"|`|--|/\*|\$(?:[A-Za-z_]\w*)?\$")
_ESCAPED_STRING = re.compile(r"(?<![\w$])[eE]$")


class _Reader:
    """Reads text piece by piece; `backslash` says whether it escapes the character after it inside a string."""

    __slots__ = ("_backslash", "_closer", "place")

    def __init__(self, *, backslash: bool) -> None:
        self._backslash = backslash
        self.place: Place = "code"
        self._closer: re.Pattern[str] | None = None

    def read(self, text: str) -> None:
        """Go through a piece of text. A doubled quote closes and opens again, which comes to the same."""
        at = 0
        while at < len(text):
            if self._closer is None:
                opening = _OPENING.search(text, at)
                if opening is None:
                    return
                self._open(opening[0], text[: opening.start()])
                at = opening.end()
                continue
            closing = self._closer.search(text, at)
            while closing is not None and closing[0].startswith("\\"):
                closing = self._closer.search(text, closing.end())
            if closing is None:
                return
            self.place, self._closer, at = "code", None, closing.end()

    def _open(self, opener: str, before: str) -> None:
        if opener.startswith("$"):
            self.place, self._closer = "string", re.compile(re.escape(opener))
            return
        place, plain, escaping = _OPENERS[opener]
        escapes = self._backslash or (opener == "'" and _ESCAPED_STRING.search(before) is not None)
        self.place, self._closer = place, escaping if escapes else plain  # type: ignore[assignment]


def hidden(parts: tuple[sql.Part, ...]) -> Iterator[tuple[sql.Part, Place]]:
    """The holes that lie inside quotes or a comment, and in which of them."""
    if len(parts) < 2 or not any(isinstance(part, str) and _OPENING.search(part) for part in parts):
        return
    readers = (_Reader(backslash=False), _Reader(backslash=True))
    for part in parts:
        if isinstance(part, str):
            for reader in readers:
                reader.read(part)
            continue
        places = {reader.place for reader in readers}
        if "code" not in places:
            yield part, readers[0].place


def ends_in_comment(text: str) -> bool:
    """Whether what is written behind a text lands in a comment."""
    reader = _Reader(backslash=False)
    reader.read(text)
    return reader.place == "comment"


def semicolon(text: str) -> bool:
    """Whether a `;` stands outside of quotes and comments."""
    for at, character in enumerate(text):
        if character == ";":
            reader = _Reader(backslash=False)
            reader.read(text[:at])
            if reader.place == "code":
                return True
    return False
