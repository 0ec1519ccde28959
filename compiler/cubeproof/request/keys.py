"""Which key checks a token's signature, and with which algorithms: a secret, a public key, or a set of such.

The kind of a key decides, never the token: a secret goes with HMAC alone, a public key never does, since everyone
has it. Nothing is fetched. No message holds a key.
"""

import base64
import binascii
import re
from typing import Any, Final, Literal

import msgspec

from cubeproof.diagnostics import Diagnostic
from cubeproof.request.jsonplaces import shown
from cubeproof.request.jsontext import read_json

HASHES: Final = {"HS256": 32, "HS384": 48, "HS512": 64}
"""The algorithms of a secret, and how many bytes their hash has."""

_RSA: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")
_CURVES: Final = {"secp256r1": "ES256", "secp384r1": "ES384", "secp521r1": "ES512"}
_JWK_CURVES: Final = {"P-256": "secp256r1", "P-384": "secp384r1", "P-521": "secp521r1"}
ALGORITHMS: Final = (*HASHES, *_RSA, *_CURVES.values(), "EdDSA")
"""Every algorithm that can be accepted."""

_WEAK_RSA: Final = 2048


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """A key that can check signatures: bytes of a secret, or a public key."""

    kind: Literal["secret", "public"]
    material: Any
    algorithms: tuple[str, ...]
    weak: bool = False
    """Whether a public key is shorter than it should be."""


def choose(text: str | bytes, header: dict[str, Any]) -> Key | Diagnostic:
    """The key for a token: of a JWK set the one that the header's `kid` names, else the only one there is."""
    encoded = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
    if not encoded:
        return unusable("there is no key to check the token with", code="E428")
    if b"-----BEGIN" in encoded:
        return _from_pem(encoded)
    if encoded.lstrip().startswith(b"{"):
        return _from_set(encoded, header)
    if encoded.startswith((b"ssh-", b"ecdsa-sha2-")) or _is_bare_public_key(encoded):
        return unusable(
            "the key is a public key, but not in PEM form", "give it in PEM form, or as a JWK set"
        )
    return Key(kind="secret", material=encoded, algorithms=tuple(HASHES))


def unusable(message: str, advice: str | None = None, code: str = "E423") -> Diagnostic:
    """A key that cannot be used."""
    return Diagnostic(code=code, message=message, help=advice)


def _from_pem(encoded: bytes) -> Key | Diagnostic:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    if b"PRIVATE KEY-----" in encoded:
        return unusable("the key is a private key", "tokens are checked with the public one")
    if b"BEGIN CERTIFICATE" in encoded:
        return unusable(
            "the key is a certificate", "`openssl x509 -pubkey -noout` prints the public key of one"
        )
    try:
        return _public(load_pem_public_key(encoded))
    except (ValueError, UnsupportedAlgorithm):
        return unusable("the key is not a public key in PEM form")


def _public(material: object) -> Key | Diagnostic:
    from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa

    match material:
        case rsa.RSAPublicKey():
            return Key(kind="public", material=material, algorithms=_RSA, weak=material.key_size < _WEAK_RSA)
        case ec.EllipticCurvePublicKey() if material.curve.name in _CURVES:
            return Key(kind="public", material=material, algorithms=(_CURVES[material.curve.name],))
        case ed25519.Ed25519PublicKey() | ed448.Ed448PublicKey():
            return Key(kind="public", material=material, algorithms=("EdDSA",))
        case _:
            return unusable(
                "the key is of a kind that signs no tokens", "use RSA, P-256, P-384, P-521 or Ed25519"
            )


def _is_bare_public_key(encoded: bytes) -> bool:
    """Base64 of a public key, without its PEM frame: taken for a secret it would be one that everyone knows."""
    if not encoded.startswith(b"M") or len(encoded) < 50:
        return False
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    try:
        load_der_public_key(base64.b64decode(b"".join(encoded.split()), validate=True))
    except (ValueError, UnsupportedAlgorithm):
        return False
    return True


def _from_set(encoded: bytes, header: dict[str, Any]) -> Key | Diagnostic:
    read = read_json(encoded, "key")
    whole = read.value
    listed = whole.get("keys") if isinstance(whole, dict) else None
    if isinstance(whole, dict) and "kty" in whole:
        listed = [whole]
    if read.diagnostics or not isinstance(listed, list):
        return unusable("the key begins like a JWK set, but is none", 'a set is `{"keys": […]}`')
    keys = [part for part in listed if isinstance(part, dict)]
    wanted = header.get("kid")
    if wanted is None:
        if len(keys) != 1:
            return unusable("the token does not say which key of the set it was signed with (`kid`)")
        return _from_jwk(keys[0])
    named = [part for part in keys if part.get("kid") == wanted]
    if not named and len(keys) == 1 and "kid" not in keys[0]:
        named = keys
    if not named:
        return unusable(f"the set has no key `{shown(str(wanted))}`, which the token names (`kid`)")
    found = [_from_jwk(part) for part in named]
    usable = [key for key in found if isinstance(key, Key)]
    for key in usable:
        if header.get("alg") in key.algorithms:
            return key
    return usable[0] if usable else found[0]


def _from_jwk(jwk: dict[str, Any]) -> Key | Diagnostic:
    if "d" in jwk:
        return unusable("the key is a private key", "tokens are checked with the public one")
    operations = jwk.get("key_ops")
    if jwk.get("use", "sig") != "sig" or (isinstance(operations, list) and "verify" not in operations):
        return unusable("the key is not meant for signatures (`use`, `key_ops`)")
    try:
        key = _material(jwk)
    except (KeyError, TypeError, ValueError, binascii.Error):
        return unusable("the key is not a JWK that can be used")
    if isinstance(key, Key) and "alg" in jwk:
        only = tuple(name for name in key.algorithms if name == jwk["alg"])
        return Key(kind=key.kind, material=key.material, algorithms=only, weak=key.weak)
    return key


def _material(jwk: dict[str, Any]) -> Key | Diagnostic:
    if jwk["kty"] == "oct":
        secret = _bytes(jwk["k"])
        return (
            Key(kind="secret", material=secret, algorithms=tuple(HASHES))
            if secret
            else unusable("the key is empty")
        )

    from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa

    match jwk["kty"], jwk.get("crv"):
        case "RSA", _:
            return _public(rsa.RSAPublicNumbers(_number(jwk["e"]), _number(jwk["n"])).public_key())
        case "EC", ("P-256" | "P-384" | "P-521") as name:
            curves = {curve.name: curve for curve in (ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1())}
            curve = curves[_JWK_CURVES[name]]
            return _public(
                ec.EllipticCurvePublicNumbers(_number(jwk["x"]), _number(jwk["y"]), curve).public_key()
            )
        case "OKP", "Ed25519":
            return _public(ed25519.Ed25519PublicKey.from_public_bytes(_bytes(jwk["x"])))
        case "OKP", "Ed448":
            return _public(ed448.Ed448PublicKey.from_public_bytes(_bytes(jwk["x"])))
        case _:
            return _public(None)


def _bytes(text: str) -> bytes:
    if not re.fullmatch(r"[A-Za-z0-9_-]*={0,2}", text):
        raise ValueError
    return base64.urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))


def _number(text: str) -> int:
    return int.from_bytes(_bytes(text), "big")
