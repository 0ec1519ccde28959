"""Members that are not to be seen: `public: false`, `shown: false`, a hidden cube or view, a primary key.

Depends on model and query alone, never on a caller; whether it is asked at all is decided elsewhere. Source of the rule:
Cube's gateway refuses hidden members of a query wherever they stand, filters and order included.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lower import ir
from cubeproof.request.query import Condition, Filter, Query


def hidden(model: ir.Model, query: Query) -> tuple[Diagnostic, ...]:
    """An error for each hidden member of the query; names that mean nothing are left to planning."""
    found: dict[str, Diagnostic] = {}
    for name, path in _named(query):
        why = _hidden(model, name)
        if why is not None:
            found.setdefault(
                name,
                Diagnostic(
                    code="E386",
                    message=f"`{name}` is hidden{why}",
                    path=path,
                    help="ask for what is public, or write `public: true`; primary keys are hidden unless they say so",
                ),
            )
    return tuple(found.values())


def _named(query: Query) -> Iterator[tuple[str, str]]:
    """Every member that the query names, and where."""
    for section in ("measures", "dimensions", "segments"):
        names: tuple[str, ...] = getattr(query, section)
        yield from ((name, f"{section}[{at}]") for at, name in enumerate(names))
    yield from ((time.member, time.path) for time in query.time_dimensions)
    for item in query.filters:
        yield from _conditions(item)
    yield from ((order.member, order.path) for order in query.order or ())


def _conditions(item: Filter) -> Iterator[tuple[str, str]]:
    if isinstance(item, Condition):
        yield item.member, item.path
        return
    for inner in item.filters:
        yield from _conditions(inner)


def _hidden(model: ir.Model, name: str) -> str | None:
    """Why a member is hidden, in words behind its name; None if it is not, or is none."""
    words = name.split(".")
    view = model.views.get(words[0])
    if view is not None:
        return None if view.public else f", as all of view `{view.name}` is"
    # a path of cubes may stand before a member, a granularity behind it
    for at in range(len(words) - 1, 0, -1):
        cube = model.cubes.get(words[at - 1])
        member = cube.member(words[at]) if cube is not None else None
        if cube is not None and member is not None:
            if not cube.public:
                return f", as all of cube `{cube.name}` is"
            return None if member.public else ""
    return None
