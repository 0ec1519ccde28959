"""What a verified payload must say: when it is valid, for whom, and where the claims are. Knows no signatures.

The library that checks signatures has no clock to set, and takes numbers that are written as text; so the times are
checked here.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from cubeproof.diagnostics import Diagnostic
from cubeproof.request.jsonplaces import shown


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What is demanded of a token. What is not set here is not checked."""

    algorithms: tuple[str, ...] | None = None
    """The accepted ones; None is every one that fits the key's kind."""
    leeway: float = 0
    """How many seconds clocks may differ."""
    audience: tuple[str, ...] = ()
    """One of these must be among `aud`."""
    issuer: tuple[str, ...] = ()
    """One of these must be `iss`."""
    subject: str | None = None
    namespace: str | None = None
    """The claim that holds the claims: an object."""


TIMES = ("exp", "nbf", "iat")


def problems_of(payload: dict[str, Any], now: datetime, options: Options) -> Iterator[Diagnostic]:
    """Why a payload is not acceptable now."""
    yield from _times(payload, now.timestamp(), options.leeway)
    yield from _identities(payload, options)


def number_problems(payload: dict[str, Any]) -> Iterator[Diagnostic]:
    """The times that are no numbers: text, true, null."""
    for name in TIMES:
        if name in payload and not _is_number(payload[name]):
            message = f"the claim `{name}` must be a number of seconds since 1970"
            yield Diagnostic(code="E417", message=message, path=name)


def claims_in(payload: dict[str, Any], options: Options) -> dict[str, Any] | Diagnostic:
    """The claims that a model sees: the payload, or the object in it that the options name."""
    if options.namespace is None:
        return payload
    claims = payload.get(options.namespace)
    if isinstance(claims, dict):
        return claims
    wrong = "is not an object" if options.namespace in payload else "is missing"
    message = f"the claim `{shown(options.namespace)}`, which should hold the claims, {wrong}"
    return Diagnostic(code="E421", message=message, path=options.namespace)


def _times(payload: dict[str, Any], now: float, leeway: float) -> Iterator[Diagnostic]:
    yield from number_problems(payload)
    exp, nbf, iat = (payload.get(name) if _is_number(payload.get(name)) else None for name in TIMES)
    if exp is not None and now >= exp + leeway:
        yield Diagnostic(
            code="E414", message=f"the token expired{_at(exp)}", path="exp", help="ask for a new one"
        )
    if nbf is not None and nbf > now + leeway:
        yield Diagnostic(
            code="E415", message=f"the token is not valid yet, but{_at(nbf, 'from')}", path="nbf"
        )
    if iat is not None and iat > now + leeway:
        message = f"the token says that it was issued in the future{_at(iat)}"
        yield Diagnostic(code="E416", message=message, path="iat", help="compare the clocks of both machines")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value - value == 0


def _at(seconds: float, word: str = "at") -> str:
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return ""
    return f" {word} {moment.strftime('%Y-%m-%dT%H:%M:%SZ')}"


def _identities(payload: dict[str, Any], options: Options) -> Iterator[Diagnostic]:
    if options.audience:
        meant = payload.get("aud")
        audiences = meant if isinstance(meant, list) else [meant]
        if not any(isinstance(name, str) and name in options.audience for name in audiences):
            yield _other(
                "E418", "aud", "is for another audience" if "aud" in payload else "names no audience"
            )
    issuer = payload.get("iss")
    if options.issuer and not (isinstance(issuer, str) and issuer in options.issuer):
        yield _other("E419", "iss", "is from another issuer" if "iss" in payload else "names no issuer")
    if options.subject is not None and payload.get("sub") != options.subject:
        yield _other("E420", "sub", "is about another subject" if "sub" in payload else "names no subject")


def _other(code: str, name: str, wrong: str) -> Diagnostic:
    return Diagnostic(code=code, message=f"the token {wrong} (`{name}`)", path=name)
