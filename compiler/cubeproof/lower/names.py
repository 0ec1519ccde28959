"""What is known inside the templates of a cube, before any template is looked at.

Members are known by name alone here; what they compute comes later. Knows no JavaScript and no SQL.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import msgspec

from cubeproof.evaluate.values import Refusal, Value
from cubeproof.lower.report import Report
from cubeproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    ValueOf: TypeAlias = Callable[[tuple[str, ...]], Value]

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
        from cubeproof.lower import claims, symbols

        if name in claims.CONTEXTS:
            return claims.ClaimSymbol(self, name, ())
        if name in symbols.TOOLS:
            return symbols.TOOLS[name](self)
        if name in ("CUBE", "TABLE"):
            return symbols.CubeSymbol(self, (self.cube.name,))
        if name in self.outlines:
            return symbols.CubeSymbol(self, (name,))
        if name in self.bare:
            return symbols.member_symbol(self, (self.cube.name, name), self.bare[name])
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        from cubeproof.lower import claims, symbols

        return (
            name in claims.CONTEXTS
            or name in symbols.TOOLS
            or name in ("CUBE", "TABLE")
            or name in self.outlines
            or name in self.bare
        )

    def __iter__(self) -> Iterator[str]:
        from cubeproof.lower import claims, symbols

        yield from ("CUBE", "TABLE", *self.bare)
        yield from (name for name in self.outlines if name not in self.bare)
        yield from (*claims.CONTEXTS, *symbols.TOOLS)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _may_be_a_member(span: Span) -> bool:
    """Whether an unknown name stands where a member could: not before `(`, nor, as cubes are written, before `.`."""
    text = span.source.text
    following = text[span.end : span.end + 1]
    return following != "(" and not (following == "." and text[span.start].isupper())
