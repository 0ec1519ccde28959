"""Who asks: the claims of a verified token. Knows nothing of models or SQL.

The rules are those of the security context: an object `u` among the claims is merged over the root and wins.
"""

from typing import Any, Literal, TypeAlias

import msgspec

from cubeproof.diagnostics import Diagnostic, Result

Semantics: TypeAlias = Literal["cube", "strict"]

Kind: TypeAlias = "str | tuple[Kind, ...]"
"""What a guard may know of a claim: `absent`, `null`, `true`, `false`, `zero`, `number`, `empty`, `string`, `object`,
`scalar-parent` (a step of the path leads into a scalar), or for a list the kinds of its elements."""


class _Absent:
    """Where a path leads nowhere."""


class _ScalarParent:
    """Where a path leads into a scalar."""


ABSENT = _Absent()
SCALAR_PARENT = _ScalarParent()


class SecurityContext(msgspec.Struct, frozen=True, kw_only=True):
    """Claims as a model sees them: JSON values, `u` already merged over the root. Never changed."""

    claims: dict[str, Any]

    @classmethod
    def from_claims(cls, claims: object) -> "Result[SecurityContext]":
        """The context of a payload; anything but an object is refused.

        >>> SecurityContext.from_claims({"u": {"id": 42}, "iat": 1}).value.claims
        {'iat': 1, 'id': 42}
        """
        if not isinstance(claims, dict):
            problem = Diagnostic(
                code="E450",
                message="claims must be an object",
                help='write them as JSON, such as `{"id": 42}`',
            )
            return Result(cls(claims={}), (problem,))
        user = claims.get("u")
        if not isinstance(user, dict):
            return Result(cls(claims=dict(claims)))
        root = {name: value for name, value in claims.items() if name != "u"}
        return Result(cls(claims={**root, **user}))

    def value(self, path: tuple[str, ...]) -> Any:
        """The claim at a path; `ABSENT`, or `SCALAR_PARENT` where the path leads into a scalar."""
        value: Any = self.claims
        for step in path:
            if isinstance(value, dict):
                value = value.get(step, ABSENT)
            elif isinstance(value, list):
                value = (
                    value[int(step)]
                    if step.isascii() and step.isdigit() and int(step) < len(value)
                    else ABSENT
                )
            elif value is None or value is ABSENT:
                value = ABSENT
            else:
                return SCALAR_PARENT
        return value

    def kind(self, path: tuple[str, ...]) -> Kind:
        """The kind of the claim at a path."""
        return kind_of(self.value(path))


def kind_of(value: Any) -> Kind:
    """The kind of a JSON value, `ABSENT` or `SCALAR_PARENT`."""
    match value:
        case _Absent():
            return "absent"
        case _ScalarParent():
            return "scalar-parent"
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return "number" if value else "zero"
        case str():
            return "string" if value else "empty"
        case list():
            return tuple(kind_of(element) for element in value)
        case _:
            return "object"
