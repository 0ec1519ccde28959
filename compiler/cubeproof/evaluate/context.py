"""`COMPILE_CONTEXT`: data of one caller, and a record of what a model has read of it. Knows no cube and no cache.

A model is made of what it has read, so it is the model of every caller of whom the same would be read. Two things
can be asked. What is at a path: a scalar is answered as it is, an object by being one, and a list as a whole. And
what there is at a path and below it, keys in order. Reading one key of an object asks the first; whatever else is
done with an object (its keys, `in`, a spread, JSON, a change) goes through its slots, which asks the second.
"""

from collections.abc import Hashable
from typing import TYPE_CHECKING, Final

import msgspec

from cubeproof.evaluate.objects import nowhere, put, value_of
from cubeproof.evaluate.values import Object, Slot, Value

if TYPE_CHECKING:
    from cubeproof.evaluate.project import Json

_ABSENT: Final = "absent"
_OBJECT: Final = "object"
_TWINS: Final = ("securityContext", "security_context")
"""Two names for one key, where only the first is there."""
_PLACE: Final = nowhere("COMPILE_CONTEXT")


class Read(msgspec.Struct, frozen=True):
    """What is at this path of the compile context? `below`: with everything that it holds."""

    path: tuple[str, ...]
    below: bool


class CompileContext:
    """One caller's compile context. `answers` holds what was read, in order, each question once."""

    __slots__ = ("_data", "answers")

    def __init__(self, data: "Json") -> None:
        self._data = data
        self.answers: dict[Read, Hashable] = {}

    def value(self) -> Value:
        """The value that a model sees: one for each evaluation, since a model may change it."""
        return self.read(()).value if self._data is not None else None

    def answer(self, question: Read) -> Hashable:
        """The answer to a question that another caller's model asked, without writing it down."""
        found = self._at(question.path)
        return _ABSENT if found is None else _signature(found[0], below=question.below)

    def read(self, path: tuple[str, ...]) -> Slot:
        """What is at a path that leads somewhere, written down as read."""
        question = Read(path, below=False)
        self.answers[question] = self.answer(question)
        return self.known(path)

    def known(self, path: tuple[str, ...]) -> Slot:
        """What is at a path, where all that its parent holds is written down."""
        found = self._at(path)
        data = found[0] if found is not None else None
        value = Watched(self, path) if isinstance(data, dict) else value_of(data, _PLACE)
        return Slot(value, _PLACE, _PLACE)

    def has(self, path: tuple[str, ...]) -> bool:
        """Whether a path leads somewhere; a no is written down, a yes is what `read` writes down."""
        if self._at(path) is not None:
            return True
        self.answers[Read(path, below=False)] = _ABSENT
        return False

    def keys(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """The keys of an object; all that it holds is written down."""
        question = Read(path, below=True)
        self.answers[question] = self.answer(question)
        found = self._at(path)
        keys = tuple(found[0]) if found is not None and isinstance(found[0], dict) else ()
        first, second = _TWINS
        return (*keys, second) if not path and first in keys and second not in keys else keys

    def _at(self, path: tuple[str, ...]) -> "tuple[Json] | None":
        """What is at a path, in a tuple; None where it leads nowhere."""
        at: Json = self._data
        for step, key in enumerate(path):
            if not isinstance(at, dict):
                return None
            if step == 0 and key == _TWINS[1] and key not in at:
                key = _TWINS[0]
            if key not in at:
                return None
            at = at[key]
        return (at,)


class Watched(Object):
    """An object of the compile context: a look at its slots is a look at all that it holds."""

    __slots__ = ("_all", "_context", "_path", "_read")

    def __init__(self, context: CompileContext, path: tuple[str, ...]) -> None:
        self._context, self._path = context, path
        self._read: dict[str, Slot] = {}
        """Keys that were read one by one: the same object each time."""
        self._all: dict[str, Slot] | None = None
        self.duplicates = ()
        self.broken = ()
        self.frozen = False

    def get(self, key: str) -> Slot | None:
        """One key, which is all that is written down."""
        if self._all is not None:
            return self._all.get(key)
        if key not in self._read and self._context.has((*self._path, key)):
            self._read[key] = self._context.read((*self._path, key))
        return self._read.get(key)

    @property
    def slots(self) -> dict[str, Slot]:
        """All keys, which is written down as a whole."""
        if self._all is None:
            filled = Object()
            for key in self._context.keys(self._path):
                put(filled, key, self._read.get(key) or self._context.known((*self._path, key)))
            self._all = filled.slots
        return self._all

    @slots.setter
    def slots(self, slots: dict[str, Slot]) -> None:
        self._all = slots


def _signature(data: "Json", *, below: bool) -> Hashable:
    """Tells apart what a model could tell apart, and more: `1` from `1.0` and `true`, `0` from `-0`, orders of keys."""
    if isinstance(data, dict):
        if not below:
            return _OBJECT
        return (_OBJECT, *((key, _signature(item, below=True)) for key, item in data.items()))
    if isinstance(data, list):
        return ("list", *(_signature(item, below=True) for item in data))
    return (type(data).__name__, data if isinstance(data, str) else repr(data))
