"""Actions of rules that only collect: lists grow in place and belong to one reduction. Builds no node."""

from typing import Any

from cubeproof.parse.tree import Builder


def none(_b: Builder, _c: list[Any], _start: int, _end: int) -> list[Any]:
    """Nothing yet: `()`."""
    return []


def nothing(_b: Builder, _c: list[Any], _start: int, _end: int) -> None:
    """A place that is left empty: `[a, , b]`, `for (;;)`."""


def first(_b: Builder, c: list[Any], _start: int, _end: int) -> list[Any]:
    """The first of a list, where the children are that one."""
    return c


def same(_b: Builder, c: list[Any], _start: int, _end: int) -> Any:
    """A list behind which a comma may stand."""
    return c[0]


def append(_b: Builder, c: list[Any], _start: int, _end: int) -> list[Any]:
    """One more: `list item`."""
    items: list[Any] = c[0]
    items.append(c[1])
    return items


def append_second(_b: Builder, c: list[Any], _start: int, _end: int) -> list[Any]:
    """One more behind a comma: `list , item`."""
    items: list[Any] = c[0]
    items.append(c[2])
    return items


def list_empty(_b: Builder, _c: list[Any], _start: int, _end: int) -> list[Any]:
    """`()`, `{}`."""
    return []


def list_inside(_b: Builder, c: list[Any], _start: int, _end: int) -> Any:
    """`(a, b,)`: the list between its brackets."""
    return c[1]


def comma_first(_b: Builder, c: list[Any], _start: int, _end: int) -> list[Any]:
    """`a, b`."""
    return [c[0], c[2]]


def chain_first(_b: Builder, c: list[Any], _start: int, _end: int) -> list[Any]:
    """`a + b`: operands and operators by turns."""
    return c


def chain_more(_b: Builder, c: list[Any], _start: int, _end: int) -> list[Any]:
    """`… * c`."""
    chain: list[Any] = c[0]
    chain += c[1:]
    return chain


def end(_b: Builder, _c: list[Any], _start: int, _end: int) -> None:
    """`;`, typed or not."""


def slots(found: list[Any]) -> tuple[Any, ...]:
    """The elements of `[a, , b,]`: a comma behind the last one adds none."""
    return tuple(found[:-1] if found[-1] is None else found)
