"""Running a program over a text: all ways of matching side by side (Pike), so time is text times program, never more.

Ways are kept in order of preference, which makes the result the one that trying them one after the other finds.
"""

from collections.abc import Callable
from typing import Any, Final

from cubeproof.evaluate.regex.program import (
    ASSERT,
    DONE,
    FORGET,
    JUMP,
    MARK,
    MOVED,
    SAVE,
    SPLIT,
    TAKE,
    Program,
)

Places = tuple[int, ...]
"""Where each group begins and ends, two for each, -1 for a group that took no part; marks of repetitions behind."""
Spend = Callable[[int], None]
_BREAKS: Final = "\n\r\u2028\u2029"
_WORD: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def search(program: Program, text: str, start: int, spend: Spend, *, sticky: bool = False) -> Places | None:
    """The first match at or (unless sticky) after a place. `spend` is told of the work, and may raise."""
    machine = _Machine(program, text)
    size = 2 * program.groups + program.marks
    fresh: Places = (-1,) * size
    dear = 1 + size // 8
    found: Places | None = None
    ways: list[tuple[int, Places]] = []
    place = start
    while place <= len(text):
        if found is None and (place == start or not sticky):
            machine.follow(ways, place, 0, (place, *fresh[1:]))
        if not ways and (found is not None or sticky):
            break
        spend(dear * machine.work)
        machine.work = 1
        character = text[place] if place < len(text) else None
        following: list[tuple[int, Places]] = []
        for at, places in ways:
            operation, taken, _ = program.instructions[at]
            if operation == DONE:
                found = (places[0], place, *places[2:])
                break
            if character is not None and taken(character):  # type: ignore[operator]
                machine.follow(following, place + 1, at + 1, places)
        ways = following
        place += 1
    return found


class _Machine:
    __slots__ = ("_program", "_seen", "_text", "work")

    def __init__(self, program: Program, text: str) -> None:
        self._program, self._text = program, text
        self._seen = [-1] * len(program.instructions)
        self.work = 1

    def follow(self, ways: list[tuple[int, Places]], place: int, at: int, places: Places) -> None:
        """Add every instruction that is reached without taking a character."""
        seen, instructions = self._seen, self._program.instructions
        todo = [(at, places)]
        while todo:
            at, places = todo.pop()
            if seen[at] == place:
                continue
            seen[at] = place
            self.work += 1
            operation, first, second = instructions[at]
            number: Any = first
            if operation in (TAKE, DONE):
                ways.append((at, places))
            elif operation == SPLIT:
                todo += ((second, places), (number, places))  # type: ignore[arg-type]
            elif operation == JUMP:
                todo.append((number, places))
            elif operation == FORGET:
                end: Any = second
                todo.append((at + 1, places[:number] + (-1,) * (end - number) + places[end:]))
            elif operation in (SAVE, MARK):
                todo.append((at + 1, (*places[:number], place, *places[number + 1 :])))
            elif operation == MOVED:
                if places[number] != place:
                    todo.append((at + 1, places))
            elif operation == ASSERT and self._holds(number, place):
                todo.append((at + 1, places))

    def _holds(self, kind: str, place: int) -> bool:
        text = self._text
        before = text[place - 1] if place > 0 else None
        after = text[place] if place < len(text) else None
        if kind == "^":
            return before is None or (self._program.multiline and before in _BREAKS)
        if kind == "$":
            return after is None or (self._program.multiline and after in _BREAKS)
        return ((before in _WORD) != (after in _WORD)) == (kind == "b")
