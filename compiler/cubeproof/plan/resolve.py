"""Names to members: what a query asks for, found in the model. First pass of planning.

    {"measures": ["Orders.count"]}   →   Resolved(measures=(Measure Orders.count,), …)

Reports every name that is unknown, of the wrong kind, or without SQL yet.
"""

from collections.abc import Iterable

import msgspec

from cubeproof.diagnostics.nearest import nearest
from cubeproof.lower import ir
from cubeproof.lower.names import GRANULARITIES
from cubeproof.plan.filters import DATE_OPERATORS
from cubeproof.plan.members import Section, find
from cubeproof.plan.report import Report
from cubeproof.request.query import Condition, Filter, Query, TimeDimension

_ONE = {"measures": "measure", "dimensions": "dimension", "segments": "segment"}


class Resolved(msgspec.Struct, frozen=True):
    """The members of a query, in the order asked."""

    measures: tuple[ir.Measure, ...]
    dimensions: tuple[ir.Dimension, ...]
    segments: tuple[ir.Segment, ...]
    times: tuple[tuple[TimeDimension, ir.Dimension], ...]
    filtered: dict[str, ir.Measure | ir.Dimension]
    """Members of filters by full name."""
    restricting: dict[str, ir.Measure]
    """Measures whose own filters choose the rows (`measureFilter`), by full name."""
    owner: str | None = None
    """The cube whose sub-query dimension this is; its joins start from the cubes of the measure where they can."""


def resolve(model: ir.Model, query: Query, report: Report) -> Resolved:
    """Find every member of the query; what is not found is missing, and reported."""
    measures = _all(model, query.measures, "measures", report)
    dimensions = _all(model, query.dimensions, "dimensions", report)
    segments = _all(model, query.segments, "segments", report)
    times = []
    for time in query.time_dimensions:
        where = f"{time.path}.dimension" if time.path.startswith("time") else time.path
        member = _one(model, time.member, "dimensions", where, report)
        is_used = time.granularity is not None or time.date_range is not None
        if isinstance(member, ir.Dimension) and _is_time(member, time, report) and is_used:
            times.append((time, member))
    filtered: dict[str, ir.Measure | ir.Dimension] = {}
    restricting: dict[str, ir.Measure] = {}
    for item in query.filters:
        _filter(model, item, filtered, restricting, report)
    for order in query.order or ():
        _known(model, _without_granularity(model, order.member), report, order.path)
    return Resolved(
        measures=tuple(m for m in measures if isinstance(m, ir.Measure)),
        dimensions=tuple(d for d in dimensions if isinstance(d, ir.Dimension)),
        segments=tuple(s for s in segments if isinstance(s, ir.Segment)),
        times=tuple(times),
        filtered=filtered,
        restricting=restricting,
    )


def _all(model: ir.Model, names: tuple[str, ...], section: Section, report: Report) -> list[ir.Member | None]:
    return [_one(model, name, section, f"{section}[{at}]", report) for at, name in enumerate(names)]


def _one(model: ir.Model, name: str, section: Section, path: str, report: Report) -> ir.Member | None:
    found = find(model, name, section)
    if found is not None:
        return found
    if not _known(model, name, report, path):
        return None
    other: Section = next(
        s for s in ("measures", "dimensions", "segments") if find(model, name, s) is not None
    )
    message = f"`{name}` is a {_ONE[other]}, not a {_ONE[section]}"
    report.add("E352", message, path=path, help=f"ask for it under `{other}`")
    return None


def _known(model: ir.Model, name: str, report: Report, path: str) -> bool:
    """Whether some member has that name; else reported."""
    cube_name, _, member_name = name.partition(".")
    if cube_name in model.views:
        _not_in_view(model.views[cube_name], member_name.partition(".")[0], path, report)
        return False
    cube = model.cubes.get(cube_name)
    if cube is None:
        report.add(
            "E350",
            f"there is no cube `{cube_name}`",
            path=path,
            help=_meant(cube_name, (*model.cubes, *model.views)),
        )
        return False
    if cube.member(member_name) is None:
        help_ = _meant(member_name, (*cube.measures, *cube.dimensions, *cube.segments))
        report.add(
            "E351", f"cube `{cube_name}` has no member `{member_name}`", path=path, help=help_, cube=cube_name
        )
        return False
    if cube.unsupported is not None:
        report.not_yet(f"{cube.unsupported} (`{cube_name}`)", path=path, span=cube.span, cube=cube_name)
        return False
    return True


def _not_in_view(view: ir.View, name: str, path: str, report: Report) -> None:
    """A name that stands for no member of a cube, though a view is before it."""
    if view.unsupported is not None:
        report.not_yet(f"{view.unsupported} (`{view.name}`)", path=path, span=view.span)
    elif name in view.own:
        report.not_yet(
            f"members that a view computes (`{view.name}.{name}`)", path=path, span=view.own[name].span
        )
    else:
        message = f"view `{view.name}` has no member `{name}`"
        report.add("E351", message, path=path, help=_meant(name, view.members), cube=view.name)


def _without_granularity(model: ir.Model, name: str) -> str:
    base, _, _ = name.rpartition(".")
    return base if find(model, base, "dimensions") is not None else name


def _meant(name: str, candidates: Iterable[str]) -> str | None:
    near = nearest(name, candidates)
    return None if near is None else f"did you mean `{near}`?"


def _is_time(member: ir.Dimension, time: TimeDimension, report: Report) -> bool:
    name = f"{member.cube}.{member.name}"
    if member.type != "time":
        message = f"`{name}` is of type `{member.type}`, not `time`"
        report.add(
            "E355",
            message,
            path=time.path,
            help="ask for it under `dimensions`, or filter it under `filters`",
        )
        return False
    known = (*GRANULARITIES, *member.granularities)
    if time.granularity is None or time.granularity in known:
        return True
    message = f"`{name}` has no granularity `{time.granularity}`"
    advice = _meant(time.granularity, known) or f"known are {', '.join(f'`{one}`' for one in known)}"
    report.add("E356", message, path=f"{time.path}.granularity", help=advice)
    return False


def _filter(
    model: ir.Model,
    item: Filter,
    found: dict[str, ir.Measure | ir.Dimension],
    restricting: dict[str, ir.Measure],
    report: Report,
) -> str | None:
    """Resolve the members below; which kind they are: `measure`, `dimension`, or None where that is unknown."""
    if isinstance(item, Condition):
        return _condition(model, item, found, restricting, report)
    kinds = {
        kind: None
        for kind in (_filter(model, inner, found, restricting, report) for inner in item.filters)
        if kind is not None
    }
    if len(kinds) > 1:
        message = f"`{item.kind}` mixes measures and dimensions, which are filtered at different times"
        report.add(
            "E354", message, path=item.path, help="put measures and dimensions into groups of their own"
        )
    return next(iter(kinds), None)


def _condition(
    model: ir.Model,
    item: Condition,
    found: dict[str, ir.Measure | ir.Dimension],
    restricting: dict[str, ir.Measure],
    report: Report,
) -> str | None:
    path = f"{item.path}.member"
    if not _known(model, item.member, report, path):
        return None
    member = find(model, item.member, "measures") or find(model, item.member, "dimensions")
    if isinstance(member, ir.Measure) and item.operator == "measureFilter":
        restricting[item.member] = member
        return "dimension"
    if isinstance(member, ir.Measure):
        found[item.member] = member
        return "measure"
    if not isinstance(member, ir.Dimension):
        report.add("E352", f"`{item.member}` is a segment, not a dimension or measure", path=path,
                   help="ask for it under `segments`")  # fmt: skip
        return None
    if item.operator == "measureFilter":
        message = f"`measureFilter` takes the rows that a measure counts, and `{item.member}` is a dimension"
        report.add("E352", message, path=path, help="name a measure that has `filters`")
    if item.operator in DATE_OPERATORS and member.type != "time":
        message = f"`{item.operator}` needs a time dimension, and `{item.member}` is of type `{member.type}`"
        report.add("E355", message, path=f"{item.path}.operator")
    found[item.member] = member
    return "dimension"
