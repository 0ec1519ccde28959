"""The edge of the process: whatever ends a command ends here, as an exit code and at most a short message.

0 clean, 1 something is wrong with what was given, 2 wrong use or an error of Cubeproof itself, 3 nothing was checked,
130 interrupted. Knows no command.
"""

import errno
import os
import re
import sys
from types import TracebackType
from typing import TYPE_CHECKING, Final, TextIO

import click

from cubeproof.cli import console

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cubeproof.diagnostics import Diagnostic

CLEAN: Final = 0
WRONG_INPUT: Final = 1
WRONG_USE: Final = 2
NOTHING_CHECKED: Final = 3
INTERRUPTED: Final = 130

NO_MODEL: Final = frozenset({"E605", "E630"})
"""Codes that say that there was nothing to read."""
MISUSE: Final = frozenset(
    {
        "E500",
        "E550",
        "E551",
        "E557",
        "E603",
        "E606",
        "E610",
        "E611",
        "E612",
        "E620",
        "E621",
        "E622",
        "E623",
        "E625",
        "E626",
    }
)
"""Codes that say that the command line or the configuration is wrong, or an extra is missing."""
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What an operating system says where there is no room for more output."""


class Boundary:
    """A context that lets no exception through; `code` is the exit code afterwards."""

    def __init__(self) -> None:
        self.code = CLEAN

    def __enter__(self) -> "Boundary":
        # a process may be started without any of the three
        sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")
        sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")
        sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(encoding="utf-8", errors="backslashreplace")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        try:
            self.code = _outcome(error)
            sys.stdout.flush()
            sys.stderr.flush()
        except BrokenPipeError:
            _silence()
        except OSError as full:
            self.code = _unwritten(full)
        except KeyboardInterrupt:
            self.code = INTERRUPTED
        return True


def exit_code(diagnostics: "Iterable[Diagnostic]") -> int:
    """The exit code that some diagnostics ask for: their errors decide, wrong use before wrong input."""
    codes = {d.code for d in diagnostics if d.severity == "error"}
    if not codes:
        return CLEAN
    if codes & MISUSE:
        return WRONG_USE
    return NOTHING_CHECKED if codes <= NO_MODEL else WRONG_INPUT


def _outcome(error: BaseException | None) -> int:
    """Say what has to be said about the end of a command, and give its exit code."""
    match error:
        case None:
            return CLEAN
        case console.Stop():
            return error.code
        case click.exceptions.Exit():
            return error.exit_code
        case SystemExit():
            return error.code if isinstance(error.code, int) else CLEAN if error.code is None else WRONG_USE
        case BrokenPipeError():
            _silence()
            return CLEAN
        case OSError() if error.errno in _FULL:
            return _unwritten(error)
        case KeyboardInterrupt() | click.Abort():
            return INTERRUPTED
        case click.exceptions.NoArgsIsHelpError():
            console.note(error.format_message())
            return WRONG_USE
        case click.UsageError():
            _usage(error)
            return WRONG_USE
        case _:
            return _failure(error)


def _silence(*streams: TextIO) -> None:
    """Nobody takes the output any more: what is left to write goes nowhere, without complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams or (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            continue


def _unwritten(error: OSError) -> int:
    """The disk behind stdout is full, or the like: what was to be written there is lost, and said on stderr."""
    from cubeproof.diagnostics import Diagnostic

    _silence(sys.stdout)
    reason = (error.strerror or "unknown reason").lower()
    console.report([Diagnostic(code="E625", message=f"the output cannot be written: {reason}")])
    return WRONG_USE


def _failure(error: BaseException) -> int:
    from cubeproof.diagnostics import CompileError

    if isinstance(error, CompileError):
        console.report(error.diagnostics)
        return exit_code(error.diagnostics) or WRONG_INPUT
    console.report([internal(error)])
    return WRONG_USE


def internal(error: BaseException) -> "Diagnostic":
    """The finding that an error of our own is (E900); with `CUBEPROOF_DEBUG=1` its details go to stderr."""
    from cubeproof.diagnostics import Diagnostic

    if os.environ.get("CUBEPROOF_DEBUG") == "1":
        import traceback

        console.note("".join(traceback.format_exception(error)))
    return Diagnostic(
        code="E900",
        message=f"internal error: {_place(error)}",
        help="this is a bug of Cubeproof: please report it, with the model and the command line; "
        "`CUBEPROOF_DEBUG=1` shows the details",
    )


def _place(error: BaseException) -> str:
    """Name the kind of an error and where in our own code it came from; never its text, which may hold anything."""
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__).lower()
    place = ""
    trace = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith("cubeproof."):
            place = f" in `{module}`, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{kind}{place}"


def _usage(error: click.UsageError) -> None:
    from cubeproof.diagnostics import Diagnostic

    message, advice = _said(error)
    if advice is None and error.ctx is not None:
        advice = f"see `{error.ctx.command_path} --help`"
    console.report([Diagnostic(code="E620", message=message, help=advice)])


def _said(error: click.UsageError) -> tuple[str, str | None]:
    """The message of a wrong command line in our words, and what to do next."""
    if isinstance(error, click.NoSuchOption):
        from cubeproof.diagnostics.nearest import nearest

        name = error.option_name.partition("=")[0]
        meant = nearest(name, _options(error.ctx))
        return f"no such option `{name}`", f"did you mean `{meant}`?" if meant else None
    message = error.format_message()
    if message.startswith("Got unexpected extra argument") and error.ctx is not None:
        if error.ctx.command.name == "token":
            return "unexpected argument, which is not shown: it may be a secret", None
        message = message.removeprefix("Got ").replace("(", "`").replace(")", "`")
    message = re.sub(r"(?<!\w)'([^']*)'(?!\w)", r"`\1`", message.strip())
    return message[:1].lower() + message[1:].removesuffix("."), None


def _options(context: click.Context | None) -> list[str]:
    if context is None:
        return []
    found = [name for parameter in context.command.get_params(context) for name in parameter.opts]
    return [name for name in found if name.startswith("--")]
