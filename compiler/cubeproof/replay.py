"""What was made for one caller is found again by asking a later caller the same questions. Knows no stage.

Whoever makes something for a caller asks, and the questions and answers are written down in the order in which they
were asked. What is asked next depends on nothing but the answers so far, so the records are the paths of a tree. Who
gives the same answers all the way down is given what hangs there; who does not is given nothing.
"""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from typing import Generic, Protocol, TypeVar

Q = TypeVar("Q", bound=Hashable)
T = TypeVar("T")


class Asked(Protocol[Q]):
    """Someone who can be asked. Answers of two callers are equal only if nothing made of them can differ."""

    @property
    def answers(self) -> Mapping[Q, Hashable]:
        """What was asked, in order, each question once."""

    def answer(self, question: Q) -> Hashable:
        """The answer to a question that another caller was asked, without writing it down."""


class Kept(Generic[Q, T]):
    """A bounded tree of questions; the leaf that was asked for least recently goes first."""

    __slots__ = ("_leaves", "_most", "_root")

    def __init__(self, most: int) -> None:
        self._most = most
        self._root: _Ask[Q, T] | _Leaf[Q, T] | None = None
        self._leaves: OrderedDict[int, _Leaf[Q, T]] = OrderedDict()

    def __len__(self) -> int:
        """How many things are kept."""
        return len(self._leaves)

    def find(self, caller: Asked[Q]) -> T | None:
        """What was made for a caller who gave the same answers as this one gives."""
        at = self._root
        while isinstance(at, _Ask):
            at = at.following.get(caller.answer(at.question))
        if at is None:
            return None
        self._leaves.move_to_end(id(at))
        return at.value

    def keep(self, caller: Asked[Q], value: T) -> None:
        """Remember what was made for a caller that `find` had nothing for, under the answers that led to it."""
        steps = list(caller.answers.items())
        asks: list[_Ask[Q, T]] = []
        at = self._root
        for question, answer in steps:
            if not isinstance(at, _Ask):
                at = _Ask(question)
                if asks:
                    asks[-1].following[steps[len(asks) - 1][1]] = at
                else:
                    self._root = at
            # INVARIANT: what is asked next depends on the answers so far alone
            assert at.question == question  # noqa: S101
            asks.append(at)
            at = at.following.get(answer)
        leaf = _Leaf(value, tuple(zip(asks, (answer for _, answer in steps), strict=True)))
        if asks:
            asks[-1].following[steps[-1][1]] = leaf
        else:
            self._root = leaf
        self._leaves[id(leaf)] = leaf
        if len(self._leaves) > self._most:
            self._forget(self._leaves.popitem(last=False)[1])

    def _forget(self, leaf: "_Leaf[Q, T]") -> None:
        for ask, answer in reversed(leaf.path):
            del ask.following[answer]
            if ask.following:
                return
        self._root = None


class _Leaf(Generic[Q, T]):
    """What was made, and the answers on the way to it."""

    __slots__ = ("path", "value")

    def __init__(self, value: T, path: "tuple[tuple[_Ask[Q, T], Hashable], ...]") -> None:
        self.value, self.path = value, path


class _Ask(Generic[Q, T]):
    """A question, and where each answer met so far leads."""

    __slots__ = ("following", "question")

    def __init__(self, question: Q) -> None:
        self.question = question
        self.following: dict[Hashable, _Ask[Q, T] | _Leaf[Q, T]] = {}
