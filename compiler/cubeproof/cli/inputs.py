"""Texts that come from an argument, a file or stdin. Knows nothing of what they say.

A file that was named and cannot be read is wrong use of the tool (exit code 2).
"""

import sys
from typing import NoReturn

from cubeproof.cli import console
from cubeproof.diagnostics import CompileError, Diagnostic

LARGEST = 16 * 1024 * 1024
"""Bytes that a query, a context or a token file may have; seed data has no limit."""


def json_text(value: str, option: str) -> str | bytes:
    """The JSON text that an option gives: inline where it starts like an object or array, `-` for stdin, else a file."""
    if value == "-":
        return standard_input(option)
    if value.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        return value
    return file(
        value, option, advice='inline JSON starts with `{` or `[`, as in `{"measures": ["Orders.count"]}`'
    )


def standard_input(option: str) -> bytes:
    """All of stdin, which one option of a command line alone may read."""
    before = console.take_standard_input(option)
    if before is not None:
        _refuse(f"`{before}` and `{option}` cannot both read stdin")
    stream = getattr(sys.stdin, "buffer", None)
    content: bytes = stream.read(LARGEST + 1) if stream is not None else sys.stdin.read().encode()
    return _bounded(content, "stdin")


def file(path: str, option: str, *, advice: str | None = None, bounded: bool = True) -> bytes:
    """The content of a file that an option names."""
    try:
        with open(path, "rb") as opened:
            content = opened.read(LARGEST + 1) if bounded else opened.read()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "not a file name").lower()
        _refuse(f"the file `{_shown(path)}` of `{option}` cannot be read: {reason}", advice)
    return _bounded(content, f"the file `{_shown(path)}`") if bounded else content


def text(content: bytes, name: str) -> str:
    """Decode UTF-8; raises `CompileError` where it is something else."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Diagnostic(code="E624", message=f"{name} is not UTF-8 text, at byte {error.start}")
        raise CompileError([problem]) from None


def _bounded(content: bytes, name: str) -> bytes:
    if len(content) > LARGEST:
        _refuse(f"{name} is larger than {LARGEST // 1024 // 1024} MiB")
    return content


def _shown(path: str) -> str:
    """A path as people typed it; what is too long to be one is cut."""
    return path if len(path) <= 120 else f"{path[:60]}…"


def _refuse(problem: str, advice: str | None = None) -> NoReturn:
    raise CompileError([Diagnostic(code="E623", message=problem, help=advice)])
