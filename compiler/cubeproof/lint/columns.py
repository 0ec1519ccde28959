"""Columns that tell by their names, or by the model, whose a row is. Knows no grammar of SQL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cubeproof.lower import ir, sql

if TYPE_CHECKING:
    from cubeproof.lint.study import Study

_OWNERS: Final = (
    "tenant|org|organi[sz]ation|account|company|workspace|customer|client|user|owner|member|employee|seller|vendor|patient"
    "|merchant"
)
IDENTITY: Final = re.compile(
    rf"(?:.*_)?(?:{_OWNERS})_?(?:id|uuid|key|uid|no)|tenant|owner|created_by|owned_by|user", re.I
)
"""Columns that say whose a row is, by their names."""
_OWNER: Final = re.compile(rf"(?:{_OWNERS})", re.I)
KEYS: Final = ("id", "uuid", "key", "code", "name", "type", "status", "country", "region")
"""Columns of many tables that mean something else in each."""
SENSITIVE: Final = re.compile(
    r"(?:.*_)?(?:password|passwd|pwd|password_hash|secret|api_?key|access_token|refresh_token|ssn|social_security(?:_number|_no)?|passport(?:_no|_number)?"
    r"|iban|credit_card(?:_number|_no)?|card_number|cvv|cvc|tax_id|national_id|salary|date_of_birth|dob|birth_?date|diagnosis)",
    re.I,
)
"""Columns that nobody but their owner should see, by their names."""
_PERSONAL: Final = re.compile(r"(?:.*_)?(?:phone|mobile|e_?mail|phone_?(?:no|number)|email_?address)", re.I)
"""Columns by which one reaches a person."""
_PERSONS: Final = re.compile(
    r"(?:(?:created|updated|modified|approved|reviewed|assigned)_by|author|user|employee|person|assignee|reviewer|manager)"
    r"(?:_?(?:id|uuid|uid|no))?",
    re.I,
)
_GROUPS: Final = re.compile(
    r"(?:.*\.)?(?:tenant|org|organi[sz]ation|company|workspace|enterprise)(?:_?(?:id|uuid|uid|no))?", re.I
)
_SIMPLE: Final = re.compile(r"\s*\.?\s*[`\"\[]?(\w+)[`\"\]]?\s*")


def column_of(template: sql.Sql | None) -> str | None:
    """The column that a dimension's SQL is: `user_id`, `${CUBE}.user_id`; None for anything more."""
    if template is None:
        return None
    parts = template.parts
    if parts and isinstance(parts[0], sql.CubeRef):
        parts = parts[1:]
    found = _SIMPLE.fullmatch(parts[0]) if len(parts) == 1 and isinstance(parts[0], str) else None
    return found[1].lower() if found else None


def guarded_column(guard: sql.Guard) -> str | None:
    """The column that a guard names, without the table before it; None for anything more."""
    parts = guard.column.parts if guard.column is not None else ()
    text = parts[-1] if parts and isinstance(parts[-1], str) else ""
    found = _SIMPLE.fullmatch(text.rpartition(".")[2])
    return found[1].lower() if found else None


def columns_of(cube: ir.Cube) -> dict[str, ir.Dimension]:
    """The columns that a cube shows as they are, and the dimensions that show them."""
    found: dict[str, ir.Dimension] = {}
    for dimension in cube.dimensions.values():
        column = column_of(dimension.sql)
        if column is not None:
            found.setdefault(column, dimension)
    return found


def usual_columns(study: Study) -> dict[str, str]:
    """Column → claim: of columns that one claim guards in several cubes, or in one if the name says that it is an owner's."""
    cubes: dict[tuple[str, str], set[str]] = {}
    for guard in study.guards:
        cubes.setdefault((guard.column, guard.atom.claim), set()).add(guard.cube)
    found: dict[str, str] = {}
    for (column, claim), names in sorted(cubes.items(), key=lambda item: -len(item[1])):
        if IDENTITY.fullmatch(column) or (len(names) > 1 and column not in KEYS):
            found.setdefault(column, claim)
    return found


def is_owner(study: Study, column: str) -> bool:
    """Whether a column says whose a row is, by its name or by the model."""
    name = column.lower()
    return bool(IDENTITY.fullmatch(name) or _OWNER.fullmatch(name)) or name in study.tenant_columns


def is_personal(column: str) -> bool:
    """Whether a column tells about a person what nobody but their own people should see, by its name."""
    return bool(SENSITIVE.fullmatch(column) or _PERSONAL.fullmatch(column))


def is_of_another_kind(column: str, claim: str) -> bool:
    """Whether a column says which person it was, and a claim which group the caller is of, by their names."""
    return bool(_PERSONS.fullmatch(column) and _GROUPS.fullmatch(claim))
