"""Who asks: the claims of a verified token, and the questions that planning may put to them."""

from typing import Any, Literal, TypeAlias

import msgspec

Semantics: TypeAlias = Literal["cube", "strict"]


class SecurityContext(msgspec.Struct, frozen=True, kw_only=True):
    """Claims after `u` is merged over the root (`from_claims`); JSON values, never changed."""

    claims: dict[str, Any]
