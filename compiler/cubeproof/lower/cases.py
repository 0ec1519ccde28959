"""`case` of a dimension: conditions with labels, or a switch over another dimension. Decides on no member."""

from cubeproof.evaluate.values import Object, Slot
from cubeproof.lower import ir, schema, sql
from cubeproof.lower.names import Names
from cubeproof.lower.pieces import each, inner_sql, inside, require, sql_at
from cubeproof.lower.properties import Properties
from cubeproof.lower.stages import switch_case


def case(slot: Slot | None, what: str, names: Names) -> tuple[ir.Case | None, ir.SwitchCase | None]:
    """The `case` of a dimension, in whichever of its two forms it is written."""
    if slot is not None and isinstance(slot.value, Object) and "switch" in slot.value.slots:
        return None, switch_case(slot, names)
    found = inside(slot, "case", schema.CASE, names)
    if slot is None or found is None:
        return None, None
    require(found, "when", f"the `case` of {what}", slot.key_span, names)
    whens = tuple(when for item in _whens(found, names) if (when := _when(item, names)) is not None)
    return ir.Case(span=slot.key_span, whens=whens, otherwise=_otherwise(found, names)), None


def _otherwise(found: Properties, names: Names) -> str | sql.Sql | None:
    inner = inside(found.slots.get("else"), "else", schema.CASE["else"].within, names)
    if inner is None:
        return None
    require(inner, "label", "`else`", found.slots["else"].key_span, names)
    return _label(inner, names)


def _whens(found: Properties, names: Names) -> list[Properties]:
    slot = found.slots.get("when")
    if slot is None:
        return []
    items = [item for item, _ in each(slot, "when", schema.CASE["when"].within, names)]
    if not items:
        names.report.add("E244", "`when` has no case", slot.key_span, cube=names.cube.name)
    for item in items:
        require(item, "sql", "a case of `when`", slot.key_span, names)
        require(item, "label", "a case of `when`", slot.key_span, names)
    return items


def _when(item: Properties, names: Names) -> ir.When | None:
    condition, label = sql_at(item, "sql", names), _label(item, names)
    if condition is None or label is None:
        return None
    return ir.When(span=item.slots["sql"].key_span, condition=condition, label=label)


def _label(item: Properties, names: Names) -> str | sql.Sql | None:
    slot = item.slots.get("label")
    if slot is None:
        return None
    if isinstance(slot.value, str):
        return slot.value
    return inner_sql(item, "label", names)
