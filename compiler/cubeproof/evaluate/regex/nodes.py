"""What a regular expression says, as a tree. Knows neither how it is written nor how it is matched."""

from collections.abc import Iterable
from typing import Final, TypeAlias, Union, dataclass_transform

import msgspec

Range: TypeAlias = tuple[int, int]
"""Characters from one code to another, both included."""
LAST: Final = 0x10FFFF


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a pattern."""


class Characters(Node):
    r"""`a`, `.`, `[^a-z]`, `\d`: one character of some ranges, or outside of all of them."""

    ranges: tuple[Range, ...]
    negated: bool = False


class Assertion(Node):
    r"""`^`, `$`, `\b` (`b`), `\B` (`B`): a condition on a place."""

    kind: str


class Group(Node):
    """`(body)`, `(?<name>body)`: what it matches is remembered under its number."""

    number: int
    body: "Pattern"


class Repeat(Node):
    """`body{least,most}`; `most` is None without a bound. Holds the groups from `first` up to `last`, not included."""

    body: "Pattern"
    least: int
    most: int | None
    greedy: bool
    first: int
    last: int


class Row(Node):
    """Parts one after the other."""

    parts: tuple["Pattern", ...]


class Either(Node):
    """`a|b|c`: the first that leads to a match."""

    branches: tuple["Pattern", ...]


Pattern: TypeAlias = Union[Characters, Assertion, Group, Repeat, Row, Either]

DIGITS: Final[tuple[Range, ...]] = ((48, 57),)
WORD: Final[tuple[Range, ...]] = ((48, 57), (65, 90), (95, 95), (97, 122))
SPACE: Final[tuple[Range, ...]] = (
    (9, 13), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F),
    (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF),
)  # fmt: skip
LINE_BREAKS: Final[tuple[Range, ...]] = ((10, 10), (13, 13), (0x2028, 0x2029))


def without(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """All characters but these."""
    made: list[Range] = []
    start = 0
    for low, high in sorted(ranges):
        if low > start:
            made.append((start, low - 1))
        start = max(start, high + 1)
    if start <= LAST:
        made.append((start, LAST))
    return tuple(made)


def is_nullable(node: Pattern) -> bool:
    """Whether a pattern can match the empty text."""
    match node:
        case Characters():
            return False
        case Assertion():
            return True
        case Group():
            return is_nullable(node.body)
        case Repeat():
            return node.least == 0 or is_nullable(node.body)
        case Row():
            return all(is_nullable(part) for part in node.parts)
        case Either():
            return any(is_nullable(branch) for branch in node.branches)


def prefers_empty(node: Pattern) -> bool:
    """Whether some part tries the empty text before a longer one."""
    match node:
        case Characters() | Assertion():
            return False
        case Group():
            return prefers_empty(node.body)
        case Repeat():
            return (not node.greedy and node.least != node.most) or prefers_empty(node.body)
        case Row():
            return any(prefers_empty(part) for part in node.parts)
        case Either():
            return any(is_nullable(branch) for branch in node.branches[:-1]) or any(
                map(prefers_empty, node.branches)
            )
