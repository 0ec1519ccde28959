"""YAML as a tree of values that know their place, for formats whose errors point into the file. Knows no format.

One document of maps, lists and scalars, as JSON could say it; keys are texts, each once. Aliases are allowed.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

import msgspec

from cubeproof.diagnostics import Diagnostic, Result
from cubeproof.source import Source, Span

MOST_NODES: Final = 200_000
"""So many values a document may have, aliases written out."""
DEEPEST: Final = 40

Scalar: TypeAlias = str | int | float | bool | None


class Entry(msgspec.Struct, frozen=True):
    """A key of a map: its place, and what stands behind it."""

    span: Span
    node: "Node"


class Node(msgspec.Struct, frozen=True):
    """A value and its place."""

    value: Mapping[str, Entry] | tuple["Node", ...] | Scalar
    span: Span

    def plain(self) -> Any:
        """The value as JSON says it."""
        match self.value:
            case Mapping():
                return {key: entry.node.plain() for key, entry in self.value.items()}
            case tuple():
                return [node.plain() for node in self.value]
            case scalar:
                return scalar


class _Refused(Exception):
    def __init__(self, message: str, node: Any) -> None:
        super().__init__(message)
        self.message, self.node = message, node


def read(source: Source) -> Result[Node | None]:
    """The document; None, with a diagnostic (E650), where there is none."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        root = YAML(typ="safe", pure=True).compose(source.text)
        return (
            Result(None, (_problem("it is empty", source, 0, 0),))
            if root is None
            else _Tree(source).read(root)
        )
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = mark.index if mark is not None else 0
        return Result(
            None, (_problem(error.problem or error.context or "it cannot be read", source, at, at + 1),)
        )
    except (YAMLError, RecursionError, ValueError) as error:
        reason = (
            "it is nested too deeply"
            if isinstance(error, RecursionError)
            else "it holds what no text may hold"
        )
        return Result(None, (_problem(reason, source, 0, 0),))


def _problem(reason: str, source: Source, start: int, end: int) -> Diagnostic:
    start = min(start, len(source.text))
    span = Span(source, start, min(max(end, start), len(source.text)))
    return Diagnostic(code="E650", message=f"this is not a scenario in YAML: {reason}", span=span)


class _Tree:
    def __init__(self, source: Source) -> None:
        self.source, self.left = source, MOST_NODES

    def read(self, root: Any) -> Result[Node | None]:
        try:
            return Result(self.node(root, DEEPEST))
        except _Refused as refused:
            start, end = refused.node.start_mark.index, refused.node.end_mark.index
            return Result(None, (_problem(refused.message, self.source, start, end),))

    def node(self, found: Any, depth: int) -> Node:
        self.left -= 1
        if self.left < 0:
            raise _Refused(f"it has more than {MOST_NODES} values, aliases written out", found)
        if depth == 0:
            raise _Refused("it is nested too deeply", found)
        span = self.span(found)
        match found.id:
            case "mapping" | "sequence" if _tag(found) not in ("map", "seq"):
                raise _Refused(f"the tag `{_tag(found)}` is not allowed", found)
            case "mapping":
                return Node(self.entries(found, depth), span)
            case "sequence":
                return Node(tuple(self.node(item, depth - 1) for item in found.value), span)
            case _:
                return Node(_scalar(found), span)

    def entries(self, found: Any, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for key, value in found.value:
            if key.id != "scalar" or key.value == "<<":
                raise _Refused("a key must be a plain text", key)
            if key.value in entries:
                raise _Refused(f"the key `{key.value}` is here twice", key)
            entries[key.value] = Entry(self.span(key), self.node(value, depth - 1))
        return entries

    def span(self, found: Any) -> Span:
        start, end = found.start_mark.index, found.end_mark.index
        text = self.source.text[start:end].rstrip()
        return Span(self.source, start, start + len(text))


def _tag(found: Any) -> str:
    return str(found.tag).removeprefix("tag:yaml.org,2002:")


def _scalar(found: Any) -> Scalar:
    text: str = found.value
    match _tag(found):
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return int(
                text.replace("_", ""), 0 if text.lstrip("+-").lower().startswith(("0x", "0o", "0b")) else 10
            )
        case "float":
            number = float(
                text.replace("_", "").replace(".inf", "inf").replace(".nan", "nan").replace(".Inf", "inf")
            )
            if number != number or abs(number) == float("inf"):
                raise _Refused("a number must be finite", found)
            return number
        case "str" | "timestamp":
            return text
        case other:
            raise _Refused(f"the tag `{other}` is not allowed", found)
