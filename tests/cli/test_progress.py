"""A sign of life on a terminal, and nowhere else."""

import contextlib
import io
import sys
import time

import pytest

from cubeproof.cli import progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)


def shown(stream: io.StringIO, seconds: float, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress.Progress("compiling 3 files"):
        time.sleep(seconds)
    return stream.getvalue()


@pytest.mark.usefixtures("hurried")
def test_what_takes_long_is_said_and_wiped_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "compiling 3 files …\r\033[K" == shown(Terminal(), 0.2, monkeypatch)


def test_what_is_quick_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "" == shown(Terminal(), 0, monkeypatch)


@pytest.mark.usefixtures("hurried")
def test_what_is_no_terminal_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "" == shown(io.StringIO(), 0.1, monkeypatch)


@pytest.mark.usefixtures("hurried")
def test_a_failure_wipes_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with contextlib.suppress(ZeroDivisionError), progress.Progress("reading"):
        time.sleep(0.2)
        raise ZeroDivisionError
    assert stream.getvalue().endswith("\r\033[K")
