"""What a guard of the model becomes for a caller: a table of (form, semantics, kind of the claim).

Under *cube* it is what Cube runs in production, holes included; under *strict* a filter never opens.
The only place where a missing claim turns into rows or into an error.
"""

from typing import Literal, TypeAlias

import msgspec

from cubeproof.lower.sql import Kind as ArgumentKind
from cubeproof.request.context import Kind, Semantics

State: TypeAlias = Literal["bound", "open", "closed"]


class Verdict(msgspec.Struct, frozen=True):
    """`bound`: compare with the claim; `open`: all rows; `closed`: none; `call`: an empty list goes to the callback."""

    state: Literal["bound", "open", "closed", "call"]


class Refused(msgspec.Struct, frozen=True):
    """The claim cannot be used: a code and what is wrong with it."""

    code: str
    reason: str


_FALSY = ("zero", "empty", "false")
_MISSING = ("absent", "null")


def decide(kind: Kind, semantics: Semantics, *, required: bool, callback: bool) -> Verdict | Refused:
    """The outcome for a claim of this kind."""
    if isinstance(kind, tuple):
        return _decide_list(kind, semantics, callback=callback)
    if kind == "scalar-parent":
        return Refused("E453", "a step of its path is no object")
    if kind == "object":
        return Refused("E452", "it is an object")
    if kind in _MISSING:
        if semantics == "strict" or required:
            return Refused("E451", "it is null" if kind == "null" else "it is absent")
        return Verdict("open")
    if kind in _FALSY and semantics == "cube":
        if required:
            return Refused(
                "E451", {"zero": "it is 0", "empty": "it is an empty string", "false": "it is false"}[kind]
            )
        return Verdict("open")
    return Verdict("bound")


def _decide_list(kinds: tuple[Kind, ...], semantics: Semantics, *, callback: bool) -> Verdict | Refused:
    if not kinds:
        return Verdict("call") if callback and semantics == "cube" else Verdict("closed")
    if any(isinstance(kind, tuple) or kind == "object" for kind in kinds):
        return Refused("E454", "the list holds a list or an object")
    if semantics == "strict" and "null" in kinds:
        return Refused("E455", "the list holds null")
    return Verdict("bound")


def decide_policy(kind: Kind, semantics: Semantics) -> Verdict | Refused:
    """A claim among the values of an access policy: it never opens, and null is no value."""
    verdict = decide(kind, "strict", required=True, callback=False)
    missing = (isinstance(verdict, Refused) and verdict.code in ("E451", "E453", "E455")) or kind == ()
    if missing and semantics == "cube":
        return Verdict("closed")
    return Refused("E451", "it is an empty list") if kind == () else verdict


def refuse_bare(kind: Kind, semantics: Semantics) -> Refused | None:
    """Why a claim cannot be a parameter by itself, `${SECURITY_CONTEXT.id}`; 0, an empty text and false can."""
    if kind == ():
        return Refused("E451", "it is an empty list")
    if kind in _MISSING or kind == "scalar-parent":
        return Refused("E451", "it is null" if kind == "null" else "it is absent")
    if kind == "object":
        return Refused("E452", "it is an object")
    verdict = _decide_list(kind, semantics, callback=False) if isinstance(kind, tuple) else None
    return verdict if isinstance(verdict, Refused) else None


def argument(kind: Kind) -> ArgumentKind | tuple[ArgumentKind, ...]:
    """How a callback sees a claim of this kind."""
    if isinstance(kind, tuple):
        return tuple(_scalar(element) for element in kind)
    return _scalar(kind)


def _scalar(kind: Kind) -> ArgumentKind:
    match kind:
        case "number" | "zero":
            return "number"
        case "string" | "empty":
            return "string"
        case "true" | "false":
            return "boolean"
        case "null":
            return "null"
        case _:
            return "object"


_TRUE = ("true", "1=1", "(1=1)", "(true)", "1")
_FALSE = ("false", "1=0", "0=1", "(1=0)", "(false)", "0")


def constant(text: str) -> bool | None:
    """Whether a condition's text is one constant: true, false, or None for anything else."""
    bare = "".join(text.split()).lower()
    return True if bare in _TRUE else False if bare in _FALSE else None
