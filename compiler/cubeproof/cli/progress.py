"""A sign of life for what takes longer than a second, on a terminal. Knows only what to say."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from cubeproof.cli import console

if TYPE_CHECKING:
    from threading import Timer

PATIENCE = 1.0
"""Seconds before anything is said."""


class Progress:
    """A context that shows `label …` on stderr once its body takes longer than a second, and wipes it afterwards."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._timer: Timer | None = None
        self._shown = False

    def __enter__(self) -> "Progress":
        if console.is_terminal(sys.stderr):
            from threading import Timer

            self._timer = Timer(PATIENCE, self._show)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
            if self._shown:
                sys.stderr.write("\r\033[K")
                sys.stderr.flush()

    def _show(self) -> None:
        self._shown = True
        sys.stderr.write(f"{self._label} …")
        sys.stderr.flush()
