"""What `check` reads and writes beside the model: a baseline of accepted findings, and a model's files that it mends."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cubeproof.diagnostics import CompileError, Diagnostic

if TYPE_CHECKING:
    from cubeproof.lint.baseline import Entry
    from cubeproof.lint.fixes import Edit
    from cubeproof.source import Source


def baseline(path: str, *, must_exist: bool) -> "tuple[Entry, ...]":
    """The entries of a baseline. Raises `CompileError` (E626) where there is none to be read."""
    from cubeproof.lint.baseline import read

    try:
        with open(path, "rb") as opened:
            return read(opened.read())
    except FileNotFoundError:
        if not must_exist:
            return ()
        reason = "it does not exist"
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
    except ValueError as error:
        reason = str(error)
    advice = "write one with `--update-baseline`"
    raise CompileError(
        [Diagnostic(code="E626", message=f"the baseline `{path}` cannot be read: {reason}", help=advice)]
    )


def write(path: str, text: str) -> None:
    """Write a file of ours. Raises `CompileError` (E625)."""
    try:
        with open(path, "w", encoding="utf-8", newline="") as opened:
            opened.write(text)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CompileError(
            [Diagnostic(code="E625", message=f"the file `{path}` cannot be written: {reason}")]
        ) from None


def mended(edits: "Sequence[Edit]") -> "list[tuple[Source, str]]":
    """The files that some edits change, each with its new text."""
    from cubeproof.lint.fixes import applied

    sources = {edit.span.source.path: edit.span.source for edit in edits}
    return [(source, applied(source, edits)) for source in sources.values()]


def save(files: "Sequence[tuple[Source, str]]") -> None:
    """Write mended files. Raises `CompileError` for one that is not what was read, before any is written."""
    for source, _ in files:
        if _text(source.path) != source.text:
            problem = f"the file `{source.path}` cannot be mended: it is not found from here, or has changed"
            raise CompileError(
                [Diagnostic(code="E625", message=problem, help="run `check --fix` in the project's folder")]
            )
    for source, text in files:
        write(source.path, text)


def diff(files: "Sequence[tuple[Source, str]]") -> str:
    """What would be written, as a patch."""
    from difflib import unified_diff

    lines: list[str] = []
    for source, text in files:
        before, after = source.text.splitlines(keepends=True), text.splitlines(keepends=True)
        lines += unified_diff(before, after, f"a/{source.path}", f"b/{source.path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _text(path: str) -> str | None:
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as opened:
        return opened.read().decode(errors="replace")
