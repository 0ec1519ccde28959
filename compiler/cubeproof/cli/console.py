"""stdout and stderr: the result on the one, everything else on the other.

The one way out of the process for text: it decides on colours, conceals what must never be shown, and knows nothing
of what the text means.
"""

import os
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from cubeproof.diagnostics import Diagnostic

_TOKEN = re.compile(r"\b(eyJ[\w-]{2,})\.([\w-]+)\.([\w-]*)")
_concealed: list[str] = []
_readers: list[str] = []

SHORTEST_CONCEALED = 8
"""A shorter secret could be a plain word of a message; messages never quote secrets in the first place."""


class Stop(Exception):
    """Ends a command with an exit code, when all there is to say has been said."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def begin() -> None:
    """Forget an earlier command line of the same process: its secrets, and who read stdin."""
    _concealed.clear()
    _readers.clear()


def take_standard_input(option: str) -> str | None:
    """Note that an option reads stdin; the option that has read it before, if there is one."""
    _readers.append(option)
    return _readers[0] if len(_readers) > 1 else None


def conceal(secret: str) -> None:
    """Keep a secret out of whatever is written to stderr from now on, wherever it may come from."""
    if len(secret) >= SHORTEST_CONCEALED and secret not in _concealed:
        _concealed.append(secret)


def concealed(text: str) -> str:
    """A text without known secrets, and with tokens cut to their beginning."""
    for secret in _concealed:
        text = text.replace(secret, "***")
    return _TOKEN.sub(lambda found: f"{found[1][:6]}…", text)


def out(text: str, *, painted: bool = False) -> None:
    """Write a piece of the result, with a line break at its end.

    A terminal is shown control characters, those of a model's SQL for one, and never obeys them; only a text that we
    `painted` holds some of our own, and none of others.
    """
    text = text if painted else _tame(text, sys.stdout)
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def note(text: str, *, painted: bool = False) -> None:
    """Write a line for people on stderr; a terminal obeys no control characters but those that we `painted`."""
    text = concealed(text)
    sys.stderr.write(f"{text if painted else _tame(text, sys.stderr)}\n")


def _tame(text: str, stream: TextIO) -> str:
    """The text with its control characters visible if the stream is a terminal, else as it is."""
    if not is_terminal(stream):
        return text
    from cubeproof.diagnostics.render import printable

    return "\n".join("\t".join(map(printable, line.split("\t"))) for line in text.split("\n"))


def report(diagnostics: Iterable["Diagnostic"]) -> None:
    """Write diagnostics on stderr, in order of place."""
    found = tuple(diagnostics)
    if not found:
        return
    from cubeproof.diagnostics import by_place
    from cubeproof.diagnostics.render import texts

    colour = coloured(sys.stderr)
    note(texts(by_place(found), colour=colour), painted=colour)


def coloured(stream: TextIO) -> bool:
    """Whether a stream takes colours: `NO_COLOR` and `FORCE_COLOR` decide, else whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO) -> bool:
    """Whether a stream is a terminal; a closed one is not."""
    try:
        return stream.isatty()
    except ValueError:
        return False
