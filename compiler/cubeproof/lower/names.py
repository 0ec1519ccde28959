"""What is known inside the templates of a cube, before any template is looked at.

Members are known by name alone here; what they compute comes later. Knows no JavaScript and no SQL.
"""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import msgspec

from cubeproof.evaluate.values import Refusal, Value
from cubeproof.lower.report import Report
from cubeproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    ValueOf: TypeAlias = Callable[[tuple[str, ...]], Value]
    MakeCube: TypeAlias = Callable[["Names", tuple[str, ...]], Value]
    MakeMember: TypeAlias = Callable[["Names", tuple[str, ...], "Known"], Value]

GRANULARITIES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
"""Those that every time dimension has."""

Kind: TypeAlias = Literal["measure", "dimension", "segment", "pre-aggregation"]


UNKNOWN_NAME: Final = "E200"


class Known(msgspec.Struct, frozen=True):
    """A member as far as a reference needs to know it."""

    kind: Kind
    granularities: tuple[str, ...] = ()
    """For a time dimension, all it can be asked by."""


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """A cube or view as others see it."""

    name: str
    span: Span
    members: Mapping[str, Known]
    open: bool
    """Members may be missing here (its `extends` or part of its body failed, or it is a view): none is called unknown."""


class Names(Mapping[str, Value]):
    """The names of one cube's templates: context variables, then cubes, then the cube's own members.

    `bare` holds the members that are known without a cube before them: those of the cube whose text is forced, if its
    name was a literal. `value_of` is there only while a template is forced for a caller at hand.
    """

    __slots__ = ("bare", "cube", "outlines", "report", "value_of")

    def __init__(
        self,
        cube: Outline,
        outlines: Mapping[str, Outline],
        bare: Mapping[str, Known],
        report: Report,
        value_of: "ValueOf | None" = None,
    ) -> None:
        self.cube, self.outlines, self.bare, self.report, self.value_of = (
            cube,
            outlines,
            bare,
            report,
            value_of,
        )

    def for_caller(self, value_of: "ValueOf", report: Report) -> "Names":
        """The same names, with a caller's claims as plain values."""
        return Names(self.cube, self.outlines, self.bare, report, value_of)

    def refused(self, refusal: Refusal) -> None:
        """Report what a template could not do, except for a name that may be of a member that could not be read."""
        if refusal.code != UNKNOWN_NAME or not self.cube.open or not _may_be_a_member(refusal.span):
            self.report.refused(refusal, self.cube.name)

    def __getitem__(self, name: str) -> Value:
        make = _tools().get(name)
        if make is not None:
            return make(self)
        cube, member = _symbols()
        if name in ("CUBE", "TABLE"):
            return cube(self, (self.cube.name,))
        if name in self.outlines:
            return cube(self, (name,))
        if name in self.bare:
            return member(self, (self.cube.name, name), self.bare[name])
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return name in self.bare or name in ("CUBE", "TABLE") or name in self.outlines or name in _tools()

    def __iter__(self) -> Iterator[str]:
        yield from ("CUBE", "TABLE", *self.bare)
        yield from (name for name in self.outlines if name not in self.bare)
        yield from _tools()

    def __len__(self) -> int:
        return sum(1 for _ in self)


# Symbols know `Names`: they are looked up when the first template is read


@cache
def _tools() -> "Mapping[str, Callable[[Names], Value]]":
    """What stands for the names that every template knows: claims, and tools such as `FILTER_PARAMS`."""
    from cubeproof.lower import claims, symbols

    contexts = {name: partial(_context, claims.ClaimSymbol, name) for name in claims.CONTEXTS}
    return {**contexts, **symbols.TOOLS}


def _context(symbol: "Callable[[Names, str, tuple[str, ...]], Value]", name: str, names: "Names") -> Value:
    return symbol(names, name, ())


@cache
def _symbols() -> "tuple[MakeCube, MakeMember]":
    """What stands for a cube, and for a member."""
    from cubeproof.lower import symbols

    return symbols.CubeSymbol, symbols.member_symbol


def _may_be_a_member(span: Span) -> bool:
    """Whether an unknown name stands where a member could: not before `(`, nor, as cubes are written, before `.`."""
    text = span.source.text
    following = text[span.end : span.end + 1]
    return following != "(" and not (following == "." and text[span.start].isupper())
