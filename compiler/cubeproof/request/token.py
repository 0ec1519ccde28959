"""Tokens: signed, looked into, verified. The one place that knows PyJWT, which checks signatures and nothing else.

The text is taken apart here, strictly; the accepted algorithms come from the key and the options, never from the
token; times and identities are checked against a given clock (`claims`). No message holds a secret or a whole token.
"""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import msgspec

from cubeproof.diagnostics import Diagnostic, Result, has_errors
from cubeproof.request.claims import Options, claims_in, number_problems, problems_of
from cubeproof.request.jsonplaces import shown
from cubeproof.request.jsontext import CLAIM_CODES, read_json
from cubeproof.request.keys import ALGORITHMS, HASHES, Key, choose, unusable

LONGEST: Final = 64 * 1024
"""Characters that a token may have."""

_SEGMENTS: Final = re.compile(r"([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]*)")
_NO_OPTIONS: Final = Options()


class Inspected(msgspec.Struct, frozen=True, kw_only=True):
    """What a token says, which anyone could have written."""

    header: dict[str, Any]
    claims: dict[str, Any]


class _Parts(msgspec.Struct, frozen=True, kw_only=True):
    """A token taken apart: what was signed, and with which signature."""

    header: dict[str, Any]
    payload: bytes
    signed: bytes
    signature: bytes


def sign(
    claims: Mapping[str, Any],
    secret: str,
    expiry: int | None,
    now: datetime,
    algorithm: str = "HS256",
    *,
    allow_weak: bool = False,
) -> Result[str | None]:
    """A token for claims, as `jsonwebtoken` writes it, valid for `expiry` seconds from its `iat`, or for ever.

    `iat` and `exp` stand last, unless the claims bring them. None, with diagnostics, if there is no secret, if it is
    shorter than the hash of the algorithm (unless that is allowed: then a warning), or if JSON cannot say the claims.
    """
    if algorithm not in HASHES:
        known = ", ".join(f"`{name}`" for name in HASHES)
        message = f"tokens are not signed with `{shown(algorithm)}`"
        return Result(None, (Diagnostic(code="E412", message=message, help=f"use {known}"),))
    if not secret:
        advice = "give a secret, or set `CUBEJS_API_SECRET` in the environment or in `.env`"
        return Result(
            None, (Diagnostic(code="E428", message="there is no secret to sign with", help=advice),)
        )
    key = secret.encode("utf-8", "surrogateescape")
    weak = _weak(key, algorithm, signing=True, allowed=allow_weak)
    payload = _payload(claims, expiry, now)
    problems = (*weak, *payload.diagnostics)
    if has_errors(problems):
        return Result(None, problems)
    header = json.dumps({"alg": algorithm, "typ": "JWT"}, separators=(",", ":")).encode()
    signed = _encoded(header) + b"." + _encoded(payload.value)
    signature = _signature(key, algorithm, signed)
    if isinstance(signature, Diagnostic):
        return Result(None, (*problems, signature))
    return Result((signed + b"." + _encoded(signature)).decode(), problems)


def inspect(token: str) -> Result[Inspected | None]:
    """The header and the claims of a token, without trusting them."""
    parts = _parts(token)
    if isinstance(parts, Diagnostic):
        return Result(None, (parts,))
    payload = _object(parts.payload)
    if payload.value is None:
        return Result(None, payload.diagnostics)
    return Result(Inspected(header=parts.header, claims=payload.value))


def verify(
    token: str, key: str | bytes, now: datetime, options: Options = _NO_OPTIONS
) -> Result[dict[str, Any] | None]:
    """The claims of a token that is genuine and valid at `now`; else None, with every reason.

    `key` is a secret, a public key in PEM form, or a JWK set as text. `Bearer ` before the token is skipped. A secret
    shorter than the algorithm's hash, or an RSA key under 2048 bits, is a warning.
    """
    parts = _parts(token)
    if isinstance(parts, Diagnostic):
        return Result(None, (parts,))
    chosen = _checked_header(parts.header, options) or choose(key, parts.header)
    if isinstance(chosen, Diagnostic):
        return Result(None, (chosen,))
    algorithm: str = parts.header["alg"]
    problem = _unaccepted(algorithm, chosen, options) or _forged(parts, algorithm, chosen)
    if problem is not None:
        return Result(None, (problem,))
    payload = _object(parts.payload)
    if payload.value is None:
        return Result(None, payload.diagnostics)
    problems = [*_weakness(chosen, algorithm), *problems_of(payload.value, now, options)]
    claims = claims_in(payload.value, options)
    if isinstance(claims, Diagnostic):
        problems.append(claims)
    if isinstance(claims, Diagnostic) or has_errors(problems):
        return Result(None, tuple(problems))
    return Result(claims, tuple(problems))


def _parts(token: str) -> _Parts | Diagnostic:
    text = re.sub(r"^bearer\s+", "", token.strip(), count=1, flags=re.IGNORECASE)
    if len(text) > LONGEST:
        return _no_token(f"it is longer than {LONGEST} characters")
    match = _SEGMENTS.fullmatch(text)
    if match is None:
        if text.count(".") == 4:
            return _no_token("it has five parts, as encrypted tokens have")
        return _no_token("a token is three parts of letters, digits, `-` and `_`, with a dot between")
    decoded = [_decoded(segment) for segment in match.groups()]
    if None in decoded:
        return _no_token("a part of it is not Base64")
    header, payload, signature = (part or b"" for part in decoded)
    read = read_json(header, "token's header", CLAIM_CODES)
    if read.diagnostics or not isinstance(read.value, dict):
        twice = [problem for problem in read.diagnostics if problem.code == CLAIM_CODES.duplicate]
        return _unplaced(twice[0]) if twice else _no_token("its header is not a JSON object")
    signed = text.rpartition(".")[0].encode()
    return _Parts(header=read.value, payload=payload, signed=signed, signature=signature)


def _no_token(reason: str) -> Diagnostic:
    return Diagnostic(code="E410", message=f"this is not a token: {reason}")


def _encoded(part: bytes) -> bytes:
    return base64.urlsafe_b64encode(part).rstrip(b"=")


def _decoded(segment: str) -> bytes | None:
    try:
        part = base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))
    except binascii.Error:
        return None
    # another spelling of the same bytes would be another token with the same signature
    return part if _encoded(part) == segment.encode() else None


def _object(payload: bytes) -> Result[dict[str, Any] | None]:
    """A payload as an object; problems without places, which would show the token."""
    read = read_json(payload, "token's payload", CLAIM_CODES)
    if read.diagnostics:
        return Result(None, tuple(_unplaced(problem) for problem in read.diagnostics))
    if not isinstance(read.value, dict):
        return Result(None, (Diagnostic(code="E425", message="the token's payload is not an object"),))
    return Result(read.value)


def _unplaced(problem: Diagnostic) -> Diagnostic:
    return Diagnostic(code=problem.code, message=problem.message, path=problem.path)


def _checked_header(header: dict[str, Any], options: Options) -> Diagnostic | None:
    unknown = [name for name in options.algorithms or () if name not in ALGORITHMS]
    if unknown:
        known = ", ".join(f"`{name}`" for name in ALGORITHMS)
        message = f"the configured algorithm `{shown(unknown[0])}` is unknown"
        return Diagnostic(code="E412", message=message, help=f"known are {known}")
    algorithm = header.get("alg")
    if not isinstance(algorithm, str):
        return _no_token("its header names no algorithm (`alg`)")
    if algorithm.casefold() == "none":
        return Diagnostic(code="E411", message="the token is not signed (`alg` is `none`)")
    if "crit" in header or header.get("b64", True) is not True:
        name = "crit" if "crit" in header else "b64"
        message = f"the token demands an extension that is not supported (`{name}`)"
        return Diagnostic(code="E422", message=message)
    return None


def _unaccepted(algorithm: str, key: Key, options: Options) -> Diagnostic | None:
    accepted = [name for name in key.algorithms if options.algorithms is None or name in options.algorithms]
    if algorithm in accepted:
        return None
    message = f"the token is signed with `{shown(algorithm)}`, which is not accepted here"
    fitting = ", ".join(f"`{name}`" for name in accepted)
    kind = "secret" if key.kind == "secret" else "public key"
    advice = (
        f"accepted with this {kind}: {fitting}" if accepted else f"no accepted algorithm fits this {kind}"
    )
    return Diagnostic(code="E412", message=message, help=advice)


def _forged(parts: _Parts, algorithm: str, key: Key) -> Diagnostic | None:
    import jwt

    try:
        method = jwt.PyJWS().get_algorithm_by_name(algorithm)
        genuine = method.verify(parts.signed, method.prepare_key(key.material), parts.signature)
    except jwt.InvalidKeyError:
        return unusable("the key cannot be used with the token's algorithm")
    if genuine:
        return None
    message = "the token's signature does not fit: it was signed with another key, or changed since"
    return Diagnostic(code="E413", message=message)


def _signature(key: bytes, algorithm: str, signed: bytes) -> bytes | Diagnostic:
    import jwt

    try:
        method = jwt.PyJWS().get_algorithm_by_name(algorithm)
        return method.sign(signed, method.prepare_key(key))
    except jwt.InvalidKeyError:
        return unusable("the secret looks like a public key or a certificate", "use a random text as secret")


def _weakness(key: Key, algorithm: str) -> tuple[Diagnostic, ...]:
    if key.kind == "secret":
        return _weak(key.material, algorithm, signing=False, allowed=True)
    if key.weak:
        message = "the public key has less than 2048 bits: such keys can be broken"
        return (Diagnostic(code="E427", severity="warning", message=message),)
    return ()


def _weak(secret: bytes, algorithm: str, *, signing: bool, allowed: bool) -> tuple[Diagnostic, ...]:
    needed = HASHES[algorithm]
    if len(secret) >= needed:
        return ()
    message = f"the secret is shorter than the {needed} bytes that `{algorithm}` needs: it can be guessed from any token"
    advice = "`openssl rand -hex 64` prints a good one"
    if not allowed:
        advice += "; `--allow-weak-secret` signs nevertheless"
        return (Diagnostic(code="E426", message=message, help=advice),)
    return (Diagnostic(code="E427", severity="warning", message=message, help=None if signing else advice),)


def _payload(claims: Mapping[str, Any], expiry: int | None, now: datetime) -> Result[bytes]:
    """The payload as JSON, in the bytes that a JavaScript library would write."""
    payload: dict[str, Any] = dict(claims)
    problems = tuple(number_problems(payload))
    if problems:
        return Result(b"", problems)
    issued = payload.setdefault("iat", int(now.timestamp()))
    if expiry is not None:
        if "exp" in payload:
            advice = "leave the claim out, or sign with the expiry `0`"
            message = "the claims have an `exp` already"
            return Result(b"", (Diagnostic(code="E433", message=message, path="exp", help=advice),))
        payload["exp"] = int(issued + expiry)
    try:
        text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")
    except (TypeError, ValueError, RecursionError):
        return Result(b"", (Diagnostic(code="E425", message="JSON cannot say the claims"),))
    read = _object(text)
    return Result(text, read.diagnostics)
