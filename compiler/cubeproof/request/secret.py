"""Where the secret that signs tokens comes from: an option, the environment, a `.env` file. Reads no disk itself.

No message holds any part of a secret or of a line of `.env`.
"""

import re
from collections.abc import Mapping
from typing import Final

from cubeproof.diagnostics import Diagnostic, Result

VARIABLE: Final = "CUBEJS_API_SECRET"

_QUOTED: Final = re.compile(
    r"(?:(\"(?:\\\"|[^\"])*\")|('(?:\\'|[^'])*')|(`(?:\\`|[^`])*`))[^\S\n]*(?:#[^\n]*)?(?=\n|\Z)"
)
_ASSIGNMENT: Final = re.compile(r"[^\S\n]*(?:export[^\S\n]+)?([\w.-]+)[^\S\n]*=[^\S\n]*", re.ASCII)
_WORLD_READABLE: Final = 0o004


def find_secret(
    explicit: str | None, environment: Mapping[str, str], dotenv: str | None = None, mode: int | None = None
) -> Result[str | None]:
    """The first of: the option, `CUBEJS_API_SECRET` in the environment, in the text of `.env`; None without any.

    An empty one counts as missing. `mode` are the permission bits of `.env`, where the system has them: a file that
    everyone may read is a warning, if the secret comes from it.
    """
    secret = explicit or environment.get(VARIABLE)
    if secret:
        return Result(secret)
    if dotenv is None:
        return Result(None)
    read = read_dotenv(dotenv)
    secret = read.value.get(VARIABLE)
    if not secret:
        return Result(None, read.diagnostics)
    if mode is not None and mode & _WORLD_READABLE:
        message = f"`.env` holds `{VARIABLE}` and everyone on this machine may read it"
        return Result(secret, (_warning("E435", message, "run `chmod 600 .env`"),))
    return Result(secret)


def read_dotenv(text: str) -> Result[dict[str, str]]:
    r"""The variables of a `.env` file; a warning for each line that is none.

    As node's dotenv reads it: `export` before a name, comments after `#`, single, double or back quotes, which may
    span lines; in double quotes `\n` and `\r` are line breaks. Of a name given twice, the last counts.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    variables: dict[str, str] = {}
    problems: list[Diagnostic] = []
    offset = 0
    while offset < len(text):
        end = text.find("\n", offset)
        end = len(text) if end < 0 else end
        line = text[offset:end].strip()
        match = _ASSIGNMENT.match(text, offset, end)
        if match is not None:
            value, end = _value(text, match.end(), end)
            variables[match[1]] = value
        elif line and not line.startswith("#"):
            number = text.count("\n", 0, offset) + 1
            problems.append(_warning("E434", f"line {number} of `.env` is not `NAME=VALUE`", None))
        offset = end + 1
    return Result(variables, tuple(problems))


def _value(text: str, start: int, end: int) -> tuple[str, int]:
    """A value, and where it ends."""
    quoted = _QUOTED.match(text, start)
    if quoted is None or text[start:end].strip() == "":
        return text[start:end].partition("#")[0].strip(), end
    if quoted[1]:
        return quoted[1][1:-1].replace("\\n", "\n").replace("\\r", "\r"), quoted.end()
    return (quoted[2] or quoted[3])[1:-1], quoted.end()


def _warning(code: str, message: str, advice: str | None) -> Diagnostic:
    return Diagnostic(code=code, severity="warning", message=message, help=advice)
