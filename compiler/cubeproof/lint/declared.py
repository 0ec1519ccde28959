"""What a project declares for the rules: facts that no model shows. Knows no file and no rule."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from cubeproof.request.context import Semantics

ClaimType: TypeAlias = Literal["string", "number", "boolean"]


class ClaimDeclaration(msgspec.Struct, frozen=True, kw_only=True):
    """One of `claims`: `{name = "id", type = "number", optional = false, list = false}`."""

    name: str
    type: ClaimType | None = None
    optional: bool = False
    list: bool = False


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """The configuration as rules see it."""

    semantics: Semantics = "cube"
    dialect: str = "postgres"
    """Of a data source that has none of its own."""
    data_sources: Mapping[str, str] = {}
    tenant_columns: Mapping[str, str] = {}
    """Column → claim."""
    public_cubes: tuple[str, ...] = ()
    claims: tuple[ClaimDeclaration, ...] = ()
    sensitive_columns: tuple[str, ...] = ()

    today: str | None = None
    """The date, `2026-01-31`; without one no ignore is past its own."""

    def claim(self, name: str) -> ClaimDeclaration | None:
        """What is declared of a claim."""
        return next((claim for claim in self.claims if claim.name == name), None)
