"""Which properties are templates: a table of paths, and where those paths stand in a file.

Laziness is lexical. A property is lazy by its place in the source below the last argument of `cube(…)`,
`view(…)` or `context(…)`, also inside function literals and call arguments there, whatever is evaluated later.
Knows the shape of source; does not know what any property means.

Source of the table: the newest versions of Cube (`transpiledFieldsPatterns`), camelCase and snake_case alike,
and `extends`, whose value names cubes.
"""

from typing import Final

import msgspec

from cubeproof.parse import ast

CALLS: Final = ("cube", "view", "context", "view_group", "viewGroup")

PATTERNS: Final[tuple[str, ...]] = (
    # `**` is any path, `*` any one key, `N` a position in an array literal, `a|b` either.
    "**.sql",
    "**.sqlTable",
    "extends",
    "contextMembers",
    "views",
    "viewGroup|viewGroups",
    "includes",
    "excludes",
    "hierarchies.N.levels",
    "hierarchies.*.levels",
    "cubes.N.joinPath",
    "folders.N.includes.N.joinPath",
    "measures.*.drillMembers|drillMemberReferences",
    "measures|dimensions.*.reduceBy|groupBy|addGroupBy",
    "measures.*.timeShift.N.timeDimension",
    "measures|dimensions.*.filter.exclude|keepOnly",
    "measures.*.grain.include|exclude|keepOnly",
    "measures|dimensions.*.case.switch",
    "dimensions.*.key",
    "dimensions.*.links.N.url",
    "dimensions.*.links.N.params.N.value",
    "preAggregations.*.indexes.*.columns",
    "preAggregations.*.timeDimension|timeDimensionReference|measures|measureReferences|dimensions",
    "preAggregations.*.dimensionReferences|segments|segmentReferences|rollups|rollupReferences",
    "preAggregations.*.timeDimensions.N.dimension",
    "preAggregations.*.outputColumnTypes.N.member",
    "accessPolicy.N.rowLevel.filters.**.member|values",
    "accessPolicy.N.conditions.N.if",
    "defaultFilters.**.member|values|unless",
)

_ANY = ""
"""The key of a computed property: matches `*` alone."""


def camel_case(key: str) -> str:
    """`drill_members` as `drillMembers`; a leading underscore stays."""
    if "_" not in key:
        return key
    head, *rest = key.split("_")
    if not head:
        return key
    return head + "".join(part[:1].upper() + part[1:] for part in rest)


def is_lazy(path: tuple[str, ...]) -> bool:
    """Whether the property at a path (keys in camelCase, positions as digits) is a template."""
    patterns = _BY_LAST.get(path[-1])
    return patterns is not None and any(_matches(pattern, path) for pattern in patterns)


def _matches(pattern: tuple[frozenset[str] | str, ...], path: tuple[str, ...]) -> bool:
    """Pattern and path, from the left; `**` takes any number of segments."""
    if not pattern:
        return not path
    first, rest = pattern[0], pattern[1:]
    if first == "**":
        return (len(rest) == 1 and _fits(rest[0], path[-1])) or any(
            _matches(rest, path[taken:]) for taken in range(len(path) + 1)
        )
    if not path or not _fits(first, path[0]):
        return False
    return _matches(rest, path[1:])


def _fits(expected: frozenset[str] | str, segment: str) -> bool:
    match expected:
        case "*":
            return not segment.isdigit()
        case "N":
            return segment.isdigit()
        case _:
            return segment in expected


def _compiled() -> dict[str, list[tuple[frozenset[str] | str, ...]]]:
    """The table by last segment: a path whose last key is in no pattern is refused by one look-up."""
    table: dict[str, list[tuple[frozenset[str] | str, ...]]] = {}
    for pattern in PATTERNS:
        segments = tuple(
            segment if segment in ("*", "**", "N") else frozenset(segment.split("|"))
            for segment in pattern.split(".")
        )
        for last in segments[-1]:
            table.setdefault(last, []).append(segments)
    return table


_BY_LAST = _compiled()


class Scan:
    """One walk over a file: the identities of its lazy properties, and its calls of `cube`, `view`, `context`."""

    __slots__ = ("calls", "lazies")

    def __init__(self) -> None:
        self.lazies: set[int] = set()
        self.calls: dict[int, ast.Call] = {}
        """By the offset at which the call begins."""


Place = tuple[str, ...] | None
"""Where a node stands below the argument of a call: None outside of any."""
Todo = list[tuple[ast.Node, Place]]
_LEAVES: Final = frozenset({ast.Name, ast.Text, ast.Number, ast.Boolean, ast.Null})
"""What holds no other node."""


def scan(file: ast.File) -> Scan:
    """Find the lazy properties of a file. No recursion: nesting costs no stack."""
    found = Scan()
    todo: Todo = [(statement, None) for statement in file.body]
    while todo:
        node, place = todo.pop()
        if type(node) in _LEAVES:
            continue
        match node:
            case ast.Property():
                _property(node, place, todo, found)
            case ast.Object():
                todo.extend([(item, place) for item in node.properties])
            case ast.Template():
                _interpolated(node, place, todo)
            case ast.Array() if place is not None:
                for index, element in enumerate(node.elements):
                    if element is not None:
                        todo.append((element, (*place, str(index))))
            case ast.Call(callee=ast.Name(id=name)) if name in CALLS and node.arguments:
                found.calls[node.span.start] = node
                todo.extend((argument, place) for argument in node.arguments[:-1])
                todo.append((node.arguments[-1], ()))
            case _:
                _descend(node, place, todo)
    return found


def _property(node: ast.Property, place: Place, todo: Todo, found: Scan) -> None:
    if place is not None:
        key = camel_case(node.key.value) if isinstance(node.key, ast.Text) and not node.computed else _ANY
        place = (*place, key)
        if is_lazy(place):
            found.lazies.add(id(node))
    if node.computed:
        todo.append((node.key, place))
    value = node.value
    if isinstance(value, ast.Template):
        _interpolated(value, place, todo)
    elif type(value) not in _LEAVES:
        todo.append((value, place))


def _interpolated(node: ast.Template, place: Place, todo: Todo) -> None:
    todo += [(part.expression, place) for part in node.parts if isinstance(part, ast.Interpolation)]


def _descend(node: ast.Node, place: Place, todo: Todo) -> None:
    """Queue whatever nodes a node holds, whichever its kind."""
    for field in msgspec.structs.astuple(node):
        if isinstance(field, ast.Node):
            todo.append((field, place))
        elif isinstance(field, tuple):
            todo.extend((item, place) for item in field if isinstance(item, ast.Node))
