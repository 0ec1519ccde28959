"""What stays the same of a finding when lines move and words change: its rule, its cube, and the names that it is about."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from cubeproof.diagnostics import Diagnostic

_NAMES: Final = re.compile(r"`([^`]*)`")


class Key(NamedTuple):
    """`("ACC001", "Orders", "filter id", 1)`: the first finding of that rule about these names in that cube."""

    rule: str
    cube: str
    guard: str
    number: int


def keys(findings: Iterable[Diagnostic]) -> tuple[Key, ...]:
    """The key of each finding; those that are alike are numbered in their order."""
    counted: dict[tuple[str, str, str], int] = {}
    found = []
    for finding in findings:
        names = " ".join(_NAMES.findall(finding.message))
        alike = (finding.code, finding.cube or "", names)
        counted[alike] = counted.get(alike, 0) + 1
        found.append(Key(*alike, counted[alike]))
    return tuple(found)
