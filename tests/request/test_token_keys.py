import base64
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa, x25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from cubeproof.request.keys import Key, choose
from cubeproof.request.token import verify

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "tokens.json").read_text("utf-8"))
RSA, P256 = VECTORS["jwk"]["RSA"], VECTORS["jwk"]["P256"]
OCT = {"kty": "oct", "k": base64.urlsafe_b64encode(b"s" * 32).decode().rstrip("="), "kid": "oct"}
HMAC = ("HS256", "HS384", "HS512")


def _pem(key: Any) -> str:
    return str(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode())


def _algorithms(text: str | bytes | dict[str, Any], **header: Any) -> tuple[str, ...] | str:
    found = choose(json.dumps(text) if isinstance(text, dict) else text, header)
    return found.algorithms if isinstance(found, Key) else f"{found.code} {found.message}"


def test_the_kind_of_a_key_decides_its_algorithms() -> None:
    every_rsa = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")
    assert HMAC == _algorithms("a secret") == _algorithms(OCT)
    assert every_rsa == _algorithms(VECTORS["pem"]["RSA"]) == _algorithms(RSA)
    assert ("ES256",) == _algorithms(VECTORS["pem"]["P256"]) == _algorithms(P256)
    assert ("ES512",) == _algorithms(_pem(ec.generate_private_key(ec.SECP521R1())))
    assert ("EdDSA",) == _algorithms(_pem(ed25519.Ed25519PrivateKey.generate()))


def test_an_edwards_key_is_read_from_a_jwk() -> None:
    raw = ed25519.Ed25519PrivateKey.generate().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": base64.urlsafe_b64encode(raw).decode().rstrip("=")}
    assert ("EdDSA",) == _algorithms(jwk)


@pytest.mark.parametrize(("bits", "weak"), [(1024, True), (2048, False)])
def test_a_short_rsa_key_is_weak(bits: int, weak: bool) -> None:
    found = choose(_pem(rsa.generate_private_key(65537, bits)), {})
    assert isinstance(found, Key)
    assert weak is found.weak


def test_a_private_key_is_not_accepted() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    assert "E423 the key is a private key" == _algorithms(pem) == _algorithms({**RSA, "d": "AQAB"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            "the key is not a public key in PEM form",
        ),
        ("-----BEGIN CERTIFICATE-----\n", "the key is a certificate"),
        ("ssh-rsa AAAA", "the key is a public key, but not in PEM form"),
        ("{", "the key begins like a JWK set, but is none"),
        ('{"keys": 5}', "the key begins like a JWK set, but is none"),
        ('{"keys": [], "keys": []}', "the key begins like a JWK set, but is none"),
        ('{"keys": []}', "the token does not say which key of the set it was signed with (`kid`)"),
        ('{"kty": "RSA"}', "the key is not a JWK that can be used"),
        ('{"kty": "RSA", "n": 5, "e": 3}', "the key is not a JWK that can be used"),
        ('{"kty": "RSA", "n": "!", "e": "AQAB"}', "the key is not a JWK that can be used"),
        ('{"kty": "EC", "crv": "P-256", "x": "AQAB", "y": "AQAB"}', "the key is not a JWK that can be used"),
        (
            '{"kty": "EC", "crv": "secp256k1", "x": "AQAB", "y": "AQAB"}',
            "the key is of a kind that signs no tokens",
        ),
        ('{"kty": ["RSA"]}', "the key is of a kind that signs no tokens"),
        ('{"kty": "oct", "k": ""}', "the key is empty"),
    ],
)
def test_what_cannot_be_used_says_why(text: str, message: str) -> None:
    assert f"E423 {message}" == _algorithms(text)


def test_a_key_that_signs_no_tokens_is_refused() -> None:
    for key in (x25519.X25519PrivateKey.generate(), ec.generate_private_key(ec.SECP256K1())):
        assert "E423 the key is of a kind that signs no tokens" == _algorithms(_pem(key))


@pytest.mark.parametrize("limit", [{"use": "enc"}, {"key_ops": ["encrypt"]}, {"key_ops": []}])
def test_a_key_for_something_else_is_refused(limit: dict[str, Any]) -> None:
    assert "E423 the key is not meant for signatures (`use`, `key_ops`)" == _algorithms({**RSA, **limit})


def test_a_jwk_may_name_its_one_algorithm() -> None:
    assert ("RS256",) == _algorithms({**RSA, "alg": "RS256", "use": "sig", "key_ops": ["verify"]})
    assert () == _algorithms({**RSA, "alg": "HS256"})


def test_the_token_names_a_key_of_the_set() -> None:
    whole = {"keys": [RSA, P256, OCT, 5, {"kty": "new", "kid": "n"}]}
    assert ("ES256",) == _algorithms(whole, kid="p256", alg="ES256")
    assert HMAC == _algorithms(whole, kid="oct", alg="HS256")
    assert "E423 the set has no key `other`, which the token names (`kid`)" == _algorithms(whole, kid="other")
    assert "E423 the set has no key `5`, which the token names (`kid`)" == _algorithms(whole, kid=5)
    assert "E423 the key is of a kind that signs no tokens" == _algorithms(whole, kid="n")
    assert "E423 the token does not say which key of the set it was signed with (`kid`)" == _algorithms(whole)


def test_a_single_key_without_a_name_fits_any() -> None:
    assert ("ES256",) == _algorithms(
        {key: value for key, value in P256.items() if key != "kid"}, kid="x", alg="ES256"
    )
    assert "E423 the set has no key `x`, which the token names (`kid`)" == _algorithms(P256, kid="x")


def test_of_keys_with_one_name_the_fitting_one_is_taken() -> None:
    whole = {"keys": [{**RSA, "kid": "k"}, {**P256, "kid": "k"}]}
    assert ("ES256",) == _algorithms(whole, kid="k", alg="ES256")
    assert "RS256" == _algorithms(whole, kid="k", alg="HS256")[0]


def test_a_token_signed_with_an_edwards_key_is_genuine() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    parts = (json.dumps({"alg": "EdDSA"}).encode(), json.dumps({"id": 42}).encode())
    signed = ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)
    signature = base64.urlsafe_b64encode(key.sign(signed.encode())).decode().rstrip("=")
    now = datetime(2021, 1, 1, tzinfo=UTC)
    assert ({"id": 42}, ()) == verify(f"{signed}.{signature}", _pem(key), now)
    other = verify(f"{signed}.{signature}", _pem(ed25519.Ed25519PrivateKey.generate()), now)
    assert ["E413"] == [problem.code for problem in other.diagnostics]
