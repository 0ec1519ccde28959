"""The order of a query: an object, an array of pairs, or an array of objects with `id` and `desc`."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import UNSET

from cubeproof.diagnostics.nearest import nearest
from cubeproof.request import wire
from cubeproof.request.filters import checked_member
from cubeproof.request.jsonplaces import shown, step
from cubeproof.request.problems import Problems
from cubeproof.request.query import Order


class _Key(NamedTuple):
    path: str
    member: str
    descending: bool


def read_order(
    asked: dict[str, str] | list[list[str] | wire.OrderKey], path: str, problems: Problems
) -> tuple[Order, ...]:
    """Every sound key, each member once; a member ordered both ways is reported."""
    found: dict[str, Order] = {}
    keys = _of_object(asked, path, problems) if isinstance(asked, dict) else _of_array(asked, path, problems)
    for key in keys:
        if checked_member(key.member, key.path, problems) is None:
            continue
        before = found.setdefault(
            key.member, Order(path=key.path, member=key.member, descending=key.descending)
        )
        if before.descending != key.descending:
            problems.add("E332", key.path, f"`{key.member}` is ordered both ways", help="keep one of them")
    return tuple(found.values())


def _of_object(asked: dict[str, str], path: str, problems: Problems) -> Iterator[_Key]:
    for member, word in asked.items():
        where = step(path, member)
        if _is_direction(word, where, problems):
            yield _Key(where, member, word == "desc")


def _of_array(asked: list[list[str] | wire.OrderKey], path: str, problems: Problems) -> Iterator[_Key]:
    for index, item in enumerate(asked):
        where = step(path, index)
        if isinstance(item, wire.OrderKey):
            if item.id is UNSET:
                problems.add("E306", where, f"`{where}` has no `id`")
            else:
                yield _Key(where, item.id, item.desc)
        elif len(item) != 2:
            advice = 'write `["Orders.count", "desc"]`'
            problems.add("E332", where, f"`{where}` must be a member and a direction", help=advice)
        elif _is_direction(item[1], f"{where}[1]", problems):
            yield _Key(where, item[0], item[1] == "desc")


def _is_direction(word: str, path: str, problems: Problems) -> bool:
    if word in ("asc", "desc"):
        return True
    meant = nearest(word, ("asc", "desc"))
    advice = f"did you mean `{meant}`?" if meant else "write `asc` or `desc`"
    problems.add("E332", path, f"`{shown(word)}` is no direction", help=advice)
    return False
