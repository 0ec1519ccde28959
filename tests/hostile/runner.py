"""Compiles model files, each in a process of its own with bounded memory, and says what came of it and what it took.

Run as a script: paths on standard input, a line of JSON for each on standard output. Processes are forked from one that
has everything imported, so that what is measured is the model and not the start of an interpreter.
"""

import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any

MEGABYTES = 200
"""Beyond this an allocation fails, and so does the model."""
HANGS = 20
"""Seconds after which a process that waits, and computes nothing, is ended."""


def bounded(call: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The result of a call in a process of its own, with the seconds it computed and the megabytes it had at most."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(call, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status, usage = os.wait4(child, 0)
    result = json.loads(said) if said else {"raised": f"ended with status {status}"}
    return {**result, "seconds": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}


def _work(call: Callable[[], dict[str, Any]], writing: int) -> None:
    """In the forked process: never returns."""
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(HANGS)
        with open("/proc/self/statm") as statm:
            taken = int(statm.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + (MEGABYTES << 20), resource.RLIM_INFINITY))
        result = call()
    except BaseException as error:
        result = {"raised": f"{type(error).__name__}: {error}"[:500]}
    os.write(writing, json.dumps(result).encode())
    os._exit(0)


def compiled(path: str) -> dict[str, Any]:
    """The codes of a model's errors and warnings, and the title of its cube `A`."""
    from cubeproof.pipeline import compile_model
    from cubeproof.workspace import load

    project = load([path])
    model = compile_model(project.value)
    found = (*project.diagnostics, *model.diagnostics)
    cube = model.value.model.cubes.get("A")
    return {
        "errors": sorted({d.code for d in found if d.severity == "error"}),
        "warnings": sorted({d.code for d in found if d.severity == "warning"}),
        "count": len(found),
        "title": cube.title if cube is not None else None,
        "said": [d.message for d in found][:3],
    }


def main() -> None:
    """Answer every path; the first one is compiled here, so that all stages are imported."""
    paths = sys.stdin.read().split("\n")
    compiled(paths[0])
    for path in paths:
        answer = bounded(lambda path=path: compiled(path))  # type: ignore[misc]
        sys.stdout.write(json.dumps({"path": path, **answer}) + "\n")


if __name__ == "__main__":
    main()
