"""Where each value of a JSON text stands. Used only to show a problem: the texts are known to be JSON.

A value has a path, `filters[2].operator`. Knows nothing of what the values mean.
"""

import json
import re
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')
"""A string, a mark, or a word of a JSON text."""

Where: TypeAlias = tuple[int, int]
"""Start and end in a text."""


class Place(NamedTuple):
    """Where a value stands in a text, and the key before it, if it has one."""

    value: Where
    key: Where | None


def step(path: str, key: str | int) -> str:
    """The path of a part: `filters[2]`, `filters[2].operator`, `order["Orders.count"]`."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    if key.isidentifier() and key.isascii():
        return f"{path}.{key}" if path else key
    return f"{path}[{json.dumps(key, ensure_ascii=False)}]"


def shown(text: str) -> str:
    """A text for a message, cut where it is long."""
    return text if len(text) <= 60 else f"{text[:60]}…"


def places(text: str) -> dict[str, Place]:
    """Where each value of a text stands, by path; the text must be JSON. Of a key given twice, the first."""
    found: dict[str, Place] = {}
    for path, place in walk(text, []):
        found.setdefault(path, place)
    return found


def walk(text: str, twice: list[tuple[str, Where, Where]]) -> Iterator[tuple[str, Place]]:
    """Every value of a JSON text with its path, a container when it ends; `twice` gets each key given again."""
    stack: list[_Frame] = []
    key: Where | None = None
    previous = ""
    for token in TOKEN.finditer(text):
        word, where = token[0], token.span()
        if word == ",":
            stack[-1].count += 1
        elif word == ":":
            name = stack[-1].key = json.loads(previous)
            before = stack[-1].keys.setdefault(name, key or where)
            if key is not None and before != key:
                twice.append((_path_in(stack), before, key))
        elif word[0] == '"' and stack and stack[-1].is_object and previous in ("{", ","):
            key = where
        elif word in "[{":
            stack.append(_Frame(_path_in(stack), where[0], key, is_object=word == "{"))
            key = None
        elif word in "]}":
            frame = stack.pop()
            yield frame.path, Place((frame.start, where[1]), frame.before)
        else:
            yield _path_in(stack), Place(where, key)
            key = None
        previous = word


class _Frame:
    """An array or object that is still open."""

    __slots__ = ("before", "count", "is_object", "key", "keys", "path", "start")

    def __init__(self, path: str, start: int, before: Where | None, *, is_object: bool) -> None:
        self.path, self.start, self.before, self.is_object = path, start, before, is_object
        self.count, self.key = 0, ""
        self.keys: dict[str, Where] = {}


def _path_in(stack: list[_Frame]) -> str:
    if not stack:
        return ""
    frame = stack[-1]
    return step(frame.path, frame.key if frame.is_object else frame.count)
