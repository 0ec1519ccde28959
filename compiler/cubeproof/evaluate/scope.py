"""Names and what they stand for. Knows nothing of how a value is computed."""

from collections.abc import Callable
from typing import Final, Union, cast

from cubeproof.evaluate.limits import Limits
from cubeproof.evaluate.values import Known, Refusal, Value
from cubeproof.source import Span


class Missing:
    """What a name holds while it has no value: not initialised yet, or the statement that makes it has failed."""

    __slots__ = ("broken",)

    def __init__(self, *, broken: bool) -> None:
        self.broken = broken


class Live(Missing):
    """What a name holds that is imported from a file which is not done yet: looked up anew each time it is used."""

    __slots__ = ("value",)

    def __init__(self, value: Callable[[Span], Value]) -> None:
        super().__init__(broken=False)
        self.value = value


PENDING: Final = Missing(broken=False)
BROKEN: Final = Missing(broken=True)
Bound = Union[Value, Missing]
NO_THIS: Final = Missing(broken=False)
"""`this` in a function that is called by itself: whichever object a host would give it, a model is given none."""


class Largest(dict[int, int]):
    """The largest number met under each key, and the sum of them."""

    total = 0

    def raise_to(self, key: int, number: int) -> None:
        """Note a number under a key, if it is larger than what is there."""
        more = number - self.get(key, 0)
        if more > 0:
            self[key] = number
            self.total += more


class Home:
    """What all scopes of one file share: how it is shown, its lazy properties, the steps its templates took."""

    __slots__ = ("given", "helper", "lazies", "limits", "path", "spent")

    def __init__(self, path: str, lazies: frozenset[int], limits: Limits, *, helper: bool) -> None:
        self.path, self.lazies, self.limits, self.helper = path, lazies, limits, helper
        self.spent, self.given = Largest(), Largest()


class Scope:
    """A block, function call, file, or the known names of a forcing; `maker` is the interpreter that opened it."""

    __slots__ = ("fixed", "home", "maker", "parent", "variables")

    def __init__(self, parent: "Scope | None", home: Home, maker: object) -> None:
        self.parent, self.home, self.maker = parent, home, maker
        self.variables: dict[str, Bound] = {}
        self.fixed: set[str] | None = None

    def inner(self) -> "Scope":
        """A scope inside this one, of the same interpreter."""
        return Scope(self, self.home, self.maker)

    def called(self, maker: object) -> "Scope":
        """A scope inside this one, for a call that an interpreter makes."""
        return Scope(self, self.home, maker)

    def with_known(self, known: Known, maker: object) -> "Scope":
        """A scope of names that stand before this one's own; none of them can be assigned."""
        scope = Scope(self, self.home, None)
        # The mapping is only ever read: assignment asks `maker` first.
        scope.variables = cast("dict[str, Bound]", known)
        return Scope(scope, self.home, maker)

    def find(self, name: str) -> "Scope | None":
        """The nearest scope that has the name."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.variables:
                return scope
            scope = scope.parent
        return None

    def declare(self, name: str, value: Bound, span: Span, *, constant: bool = False) -> None:
        """Make a new name here; a name can be made once."""
        if name in self.variables:
            raise Refusal(f"`{name}` is declared twice", span, code="E216")
        self.variables[name] = value
        if constant:
            if self.fixed is None:
                self.fixed = set()
            self.fixed.add(name)

    def names(self) -> list[str]:
        """Every name in reach, the nearest scope first."""
        found: list[str] = []
        scope: Scope | None = self
        while scope is not None:
            found.extend(scope.variables)
            scope = scope.parent
        return found
