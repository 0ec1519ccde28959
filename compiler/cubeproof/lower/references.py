"""References to members and cubes, as in `drillMembers: [status, Users.city]`: forced, and kept by full names."""

from cubeproof.evaluate import force
from cubeproof.evaluate.values import Array, NeedsCaller, Refusal, Rope, Symbol, Value
from cubeproof.lower import sql
from cubeproof.lower.names import Names
from cubeproof.lower.symbols import MemberSymbol, Reference, Unknown
from cubeproof.lower.texts import described
from cubeproof.source import Span


def names_of(value: Value, names: Names, span: Span) -> tuple[str, ...]:
    """The full names (`Orders.status`, `Users`, `Orders.createdAt.day`) that a property refers to.

    A text is taken as it is. What is wrong is reported.
    """
    try:
        found = force(value, names, report=names.refused)
    except Refusal as refusal:
        names.refused(refusal)
        return ()
    except NeedsCaller:
        names.report.add("E256", "names cannot depend on a caller", span, cube=names.cube.name)
        return ()
    items = found.items if isinstance(found, Array) else [found]
    return tuple(name for item in items for name in _name(item, names, span))


def _name(value: Value, names: Names, span: Span) -> tuple[str, ...]:
    match value:
        case str():
            return (value,)
        case MemberSymbol():
            return (".".join((value.full_name, value.granularity)) if value.granularity else value.full_name,)
        case Unknown():
            return ()
        case Reference():
            return (".".join(value.path),)
        case Rope() if (written := _written(value)) is not None:
            return (written,)
    what = "this" if isinstance(value, Symbol) else described(value)
    names.report.add("E256", f"{what} is not the name of a member or a cube", span, cube=names.cube.name)
    return ()


def _written(rope: Rope) -> str | None:
    """A name put together as a text: `${CUBE}.status`, `${CUBE.status}`."""
    found = []
    for piece in rope.pieces:
        match piece:
            case str():
                found.append(piece)
            case sql.CubeRef():
                found.append(piece.path[-1])
            case sql.MemberRef() if piece.granularity is None:
                found.append(".".join(piece.path[-2:]))
            case _:
                return None
    return "".join(found)
