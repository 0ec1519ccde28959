"""Cube's own compiler as a process that answers line by line; its folder holds `oracle.js` and its node modules."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Ask = Callable[[dict[str, Any]], dict[str, Any]]


@contextmanager
def asking(folder: Path) -> Iterator[Ask]:
    """A function that asks and waits for the answer; for many questions without waiting see `differential.ask`."""
    with subprocess.Popen(
        ["node", folder.resolve() / "oracle.js"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as node:
        assert node.stdin is not None and node.stdout is not None  # noqa: S101, PT018 — both are pipes
        given, said = node.stdin, node.stdout

        def ask(request: dict[str, Any]) -> dict[str, Any]:
            given.write(json.dumps(request) + "\n")
            given.flush()
            answer: dict[str, Any] = json.loads(said.readline())
            return answer

        yield ask
        given.close()
