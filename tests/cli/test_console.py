"""What is written to stdout, and what a terminal is kept from."""

import io
import sys

import pytest

from cubeproof.cli import console

HOSTILE = "SELECT '\x1b]0;mine\x07',\t'\x9b2J' -- \u202e\nFROM a"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (Terminal(), "SELECT '\\x1b]0;mine\\x07',\t'\\x9b2J' -- \\u202e\nFROM a\n"),
        (io.StringIO(), f"{HOSTILE}\n"),
    ],
)
def test_a_terminal_is_shown_what_it_would_obey(
    stream: io.StringIO, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", stream)
    console.out(HOSTILE)
    assert expected == stream.getvalue()
