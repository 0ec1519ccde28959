"""Hierarchies of a cube: `hierarchies: {place: {title: 'Place', levels: [country, Users.city]}}`. Shown by `meta` alone."""

from collections.abc import Mapping

from cubeproof.evaluate.values import Object
from cubeproof.lower import ir, schema
from cubeproof.lower.inherit import Part
from cubeproof.lower.names import Names, Outline
from cubeproof.lower.properties import read
from cubeproof.lower.references import names_of
from cubeproof.lower.symbols import did_you_mean


def hierarchy(name: str, part: Part, names: Names) -> ir.Hierarchy | None:
    """One hierarchy; its levels must be dimensions."""
    slot, report = part.slot, names.report
    if not isinstance(slot.value, Object):
        report.add("E243", f"hierarchy `{name}` must be an object", slot.value_span, cube=names.cube.name)
        return None
    found = read(slot.value, schema.HIERARCHY, report, names.cube.name)
    if found.missing("levels"):
        report.add("E244", f"hierarchy `{name}` has no `levels`", slot.key_span, cube=names.cube.name)
    levels = found.slots.get("levels")
    named = () if levels is None else names_of(levels.value, names, levels.value_span)
    full = tuple(level if "." in level else f"{names.cube.name}.{level}" for level in named)
    for level in full:
        if levels is not None and not _is_dimension(level, names.outlines):
            cube, _, member = level.rpartition(".")
            known = names.outlines[cube].members if cube in names.outlines else {}
            report.add(
                "E296", f"level `{level}` of hierarchy `{name}` is no dimension", levels.value_span, cube=names.cube.name,
                help=did_you_mean(member, (n for n, k in known.items() if k.kind == "dimension")), once=level,
            )  # fmt: skip
    return ir.Hierarchy(
        span=slot.key_span,
        name=name,
        title=found.text("title"),
        public=found.flag("public", default=True),
        levels=full,
    )


def _is_dimension(level: str, outlines: Mapping[str, Outline]) -> bool:
    cube, _, member = level.rpartition(".")
    outline = outlines.get(cube.rpartition(".")[2])
    if outline is None:
        return False
    known = outline.members.get(member)
    return outline.open if known is None else known.kind == "dimension"
