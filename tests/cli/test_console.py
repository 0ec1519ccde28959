"""What is written to stdout, and what a terminal is kept from."""

import io
import sys

import pytest

from cubeproof.cli import console
from cubeproof.diagnostics import Diagnostic

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


@pytest.mark.parametrize(
    ("stream", "expected"),
    [(Terminal(), 'parameters: ["\\x9b2J\\u202e"]\n'), (io.StringIO(), 'parameters: ["\x9b2J\u202e"]\n')],
)
def test_so_is_a_line_on_stderr(stream: io.StringIO, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    console.note('parameters: ["\x9b2J\u202e"]')
    assert expected == stream.getvalue()


def test_what_we_paint_ourselves_stays_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream := Terminal())
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    console.report([Diagnostic(code="E300", message="a \x9b2J b")])
    assert "\x1b[" in stream.getvalue()
    assert "a \\x9b2J b" in stream.getvalue()
