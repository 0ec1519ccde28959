"""A regular expression as a program for the machine: Thompson's construction. Knows no text."""

from functools import lru_cache
from typing import Final

from cubeproof.evaluate.regex.nodes import (
    Assertion,
    Characters,
    Either,
    Group,
    Pattern,
    Range,
    Repeat,
    Row,
    is_nullable,
    prefers_empty,
)
from cubeproof.evaluate.regex.syntax import Reader, Unreadable

LARGEST: Final = 5000
"""Instructions of one program."""
TAKE, SPLIT, JUMP, SAVE, FORGET, ASSERT, MARK, MOVED, DONE = range(9)
Instruction = tuple[int, object, object]


class Set:
    """The characters that an instruction takes; answers are kept, since texts repeat themselves."""

    __slots__ = ("_folds", "_known", "_negated", "_ranges")

    def __init__(self, ranges: tuple[Range, ...], folds: str, *, negated: bool) -> None:
        self._ranges, self._folds, self._negated = ranges, folds, negated
        self._known: dict[str, bool] = {}

    def has(self, character: str) -> bool:
        """Whether a character is one of them."""
        known = self._known.get(character)
        if known is None:
            variants = equivalents(character, self._folds) if self._folds else (character,)
            inside = any(low <= ord(each) <= high for each in variants for low, high in self._ranges)
            known = inside != self._negated
            self._known[character] = known
        return known


class Program:
    """A compiled pattern: instructions, how many groups it has, and their names."""

    __slots__ = ("groups", "instructions", "marks", "multiline", "names")

    def __init__(
        self,
        instructions: tuple[Instruction, ...],
        groups: int,
        marks: int,
        names: dict[str, int],
        *,
        multiline: bool,
    ) -> None:
        self.instructions, self.groups, self.marks, self.names = instructions, groups, marks, names
        self.multiline = multiline


@lru_cache(64)
def compiled(pattern: str, flags: str) -> Program:
    """The program of a pattern. Raises `Unreadable`."""
    if len(pattern) > LARGEST:
        raise Unreadable("so long a pattern in a regular expression is not supported", construct=True)
    unicode = "u" in flags
    reader = Reader(pattern, unicode=unicode, dot_all="s" in flags)
    tree = reader.read()
    writer = _Writer(reader.groups, folds=("u" if unicode else "b") if "i" in flags else "")
    writer.write(tree)
    writer.add(DONE)
    return Program(tuple(writer.made), reader.groups, writer.marks, reader.names, multiline="m" in flags)


class _Writer:
    def __init__(self, groups: int, folds: str) -> None:
        self.groups, self.folds = groups, folds
        self.made: list[Instruction] = []
        self.marks = 0

    def add(self, operation: int, first: object = None, second: object = None) -> int:
        if len(self.made) >= LARGEST:
            raise Unreadable("so large a regular expression is not supported", construct=True)
        self.made.append((operation, first, second))
        return len(self.made) - 1

    def write(self, node: Pattern) -> None:
        match node:
            case Characters():
                self.add(TAKE, Set(node.ranges, self.folds, negated=node.negated).has)
            case Assertion():
                self.add(ASSERT, node.kind)
            case Group():
                self.add(SAVE, 2 * node.number)
                self.write(node.body)
                self.add(SAVE, 2 * node.number + 1)
            case Row():
                for part in node.parts:
                    self.write(part)
            case Either():
                self._either(node)
            case Repeat():
                self._repeat(node)

    def _either(self, node: Either) -> None:
        jumps = []
        for branch in node.branches[:-1]:
            split = self.add(SPLIT)
            self.write(branch)
            jumps.append(self.add(JUMP))
            self.made[split] = (SPLIT, split + 1, len(self.made))
        self.write(node.branches[-1])
        for jump in jumps:
            self.made[jump] = (JUMP, len(self.made), None)

    def _repeat(self, node: Repeat) -> None:
        for _ in range(node.least):
            self._round(node)
        if node.most is None:
            if is_nullable(node.body) and prefers_empty(node.body):
                # All ways side by side lose the order in which JavaScript would try these.
                what = "a repetition of something that may be empty and has a `?` or `|` which prefers that"
                raise Unreadable(f"{what}, in a regular expression, is not supported", construct=True)
            split = self.add(SPLIT)
            self._round(node)
            self.add(JUMP, split)
            self._aim(split, node.greedy)
            return
        splits = []
        for _ in range(node.most - node.least):
            splits.append(self.add(SPLIT))
            # A round that takes nothing counts as no round, as in JavaScript.
            mark = 2 * self.groups + self.marks
            self.marks += 1
            self.add(MARK, mark)
            self._round(node)
            self.add(MOVED, mark)
        for split in splits:
            self._aim(split, node.greedy)

    def _aim(self, split: int, greedy: bool) -> None:
        first, second = split + 1, len(self.made)
        self.made[split] = (SPLIT, first, second) if greedy else (SPLIT, second, first)

    def _round(self, node: Repeat) -> None:
        """The body once; its groups begin anew."""
        if node.last > node.first:
            self.add(FORGET, 2 * node.first, 2 * node.last)
        self.write(node.body)


def equivalents(character: str, folds: str) -> tuple[str, ...]:
    """The characters that are the same without regard to case: `b` as in JavaScript without, `u` with the flag u."""
    if character.isascii():
        if not character.isalpha():
            return (character,)
        more = {"k": "\u212a", "s": "\u017f"}.get(character.lower(), "") if folds == "u" else ""
        return (character.lower(), character.upper(), *more)
    return _table(folds).get(folded(character, folds), (character,))


def folded(character: str, folds: str) -> str:
    """A character without its case."""
    if folds == "u":
        made = character.casefold()
        made = made if len(made) == 1 else character.lower()
        return made if len(made) == 1 else character
    made = character.upper()
    return character if len(made) != 1 or (made.isascii() and not character.isascii()) else made


@lru_cache(2)
def _table(folds: str) -> dict[str, tuple[str, ...]]:
    """Characters by what they are without case, where there is more than one."""
    found: dict[str, list[str]] = {}
    for code in range(0x1E944):
        character = chr(code)
        found.setdefault(folded(character, folds), []).append(character)
    return {key: tuple(each) for key, each in found.items() if len(each) > 1}
