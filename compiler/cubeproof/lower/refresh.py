"""Refresh keys of cubes and pre-aggregations: when something kept is computed again. Refreshes nothing."""

import re
from typing import Final

from cubeproof.evaluate.values import Slot
from cubeproof.lower import ir, schema
from cubeproof.lower.intervals import EVERY, every, interval
from cubeproof.lower.names import Names
from cubeproof.lower.pieces import given, inside, misplaced, sql_at
from cubeproof.lower.properties import Properties
from cubeproof.lower.schema import Schema

REFRESH_KEY: Final[Schema] = {
    "sql": schema.T,
    "every": schema.TEXT,
    "timezone": schema.TEXT,
    "immutable": schema.FLAG,
    "incremental": schema.FLAG,
    "update_window": schema.TEXT,
}
_ZONE: Final = re.compile(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+)*|[+-][0-9]{2}:?[0-9]{2}", re.ASCII)


def refresh_key(slot: Slot | None, names: Names, *, stored: bool) -> ir.RefreshKey | None:
    """The refresh key of a cube, or of a pre-aggregation (`stored`), which can also be incremental."""
    found = inside(slot, "refresh_key", REFRESH_KEY, names)
    if slot is None or found is None:
        return None
    ways = ("sql", "every") if stored else ("sql", "every", "immutable")
    if found.missing(*ways):
        listed = ", ".join(f"`{way}`" for way in ways)
        names.report.add(
            "E244",
            "`refreshKey` says nothing",
            slot.key_span,
            cube=names.cube.name,
            help=f"give one of {listed}",
        )
    _together(found, names, stored=stored)
    zone = found.slots.get("timezone")
    if zone is not None and _ZONE.fullmatch(str(zone.value)) is None:
        message = f"`{zone.value}` is not the name of a time zone"
        names.report.add(
            "E246", message, zone.value_span, cube=names.cube.name, help="such as `Europe/Berlin`"
        )
    window = interval(found.slots.get("update_window"), "updateWindow", EVERY, names)
    return ir.RefreshKey(
        span=slot.key_span,
        sql=sql_at(found, "sql", names),
        every=every(found.slots.get("every"), names, cron="sql" not in found.mentioned),
        timezone=found.text("timezone"),
        **given(
            immutable=found.get("immutable"),
            incremental=found.get("incremental"),
            update_window=window and window.text,
        ),
    )


def _together(found: Properties, names: Names, *, stored: bool) -> None:
    """What goes with what, as all versions see it."""
    if stored:
        misplaced(found, "immutable", "`immutable` belongs to the refresh key of a cube", names)
    else:
        for key in ("incremental", "update_window"):
            shown = schema.camel(key)
            misplaced(found, key, f"`{shown}` belongs to the refresh key of a pre-aggregation", names)
        if "immutable" in found.mentioned:
            for key in ("sql", "every"):
                misplaced(
                    found, key, f"what is immutable is not refreshed: `{key}` beside `immutable`", names
                )
    if "sql" in found.mentioned:
        for key in ("timezone", "incremental", "update_window"):
            shown = schema.camel(key)
            if key == "timezone" or stored:
                misplaced(found, key, f"`{shown}` has no effect beside `sql`", names)
