"""A baseline: findings that a project has accepted, each with a reason. Knows its text, not its file.

{"schema_version": 1, "accepted": [{"rule": "ACC001", "cube": "Orders", "guard": "filter id", "number": 1, "reason": "…"}]}
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from cubeproof.diagnostics import Diagnostic, Severity
from cubeproof.lint.identity import Key, keys

VERSION: Final = 1
REASON: Final = "known when the baseline was written"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An accepted finding."""

    rule: str
    cube: str
    guard: str
    number: int
    reason: str

    @property
    def key(self) -> Key:
        """What it accepts."""
        return Key(self.rule, self.cube, self.guard, self.number)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema_version: int
    accepted: tuple[Entry, ...]


def read(text: bytes) -> tuple[Entry, ...]:
    """The entries of a baseline's text. Raises `ValueError` with what is wrong."""
    try:
        found = msgspec.json.decode(text, type=_File)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from None
    if found.schema_version != VERSION:
        raise ValueError(f"its version is {found.schema_version}, not {VERSION}")
    return found.accepted


def written(findings: Sequence[Diagnostic], before: Sequence[Entry]) -> str:
    """A baseline that accepts these findings; reasons that were given stay."""
    reasons = {entry.key: entry.reason for entry in before}
    entries = [Entry(*key, reasons.get(key) or REASON) for key in sorted(keys(findings))]
    return msgspec.json.format(msgspec.json.encode(_File(VERSION, tuple(entries))), indent=2).decode() + "\n"


def compared(
    findings: Sequence[Diagnostic], accepted: Sequence[Entry], path: str
) -> tuple[list[Diagnostic], list[tuple[Diagnostic, str]]]:
    """What is left of the findings, stale and unreasoned entries among them; and those that are accepted, with reasons."""
    known = {entry.key: entry for entry in accepted}
    left: list[Diagnostic] = []
    silenced: list[tuple[Diagnostic, str]] = []
    met: set[Key] = set()
    for finding, key in zip(findings, keys(findings), strict=True):
        entry = known.get(key)
        met.add(key)
        if entry is None or not entry.reason.strip():
            left.append(finding)
        else:
            silenced.append((finding, entry.reason))
    for entry in accepted:
        what = f"`{entry.rule}` of cube `{entry.cube}`"
        if not entry.reason.strip():
            left.append(
                _about(
                    entry, "HAR006", f"the baseline accepts {what} without a reason", "write the reason", path
                )
            )
        elif entry.key not in met:
            problem = f"the baseline accepts {what}, which is no longer found"
            left.append(
                _about(entry, "HAR007", problem, "take it out, or run with `--update-baseline`", path)
            )
    return left, silenced


def _about(entry: Entry, code: str, message: str, advice: str, path: str) -> Diagnostic:
    severity: Severity = "error" if code == "HAR006" else "warning"
    return Diagnostic(
        code=code, severity=severity, message=f"{message} ({entry.guard})", help=advice, path=path
    )
