import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cubeproof.diagnostics.render import texts
from cubeproof.request.claims import Options
from cubeproof.request.token import LONGEST, inspect, sign, verify

# made with node's jsonwebtoken 8.5.1 and 9; the public keys' other halves are not kept
VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "tokens.json").read_text("utf-8"))
SECRET: str = VECTORS["secret"]
DOCUMENTED = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1Ijp7ImlkIjo0Mn0sImlhdCI6MTU1NjAyNTM1MiwiZXhwIjoxNTU4NjE3MzUyfQ."
    "_8QBL6nip6SkIrFzZzGq2nSF8URhl5BSSSGZYp7IJZ4"
)
ISSUED = 1_600_000_000
NOW = datetime.fromtimestamp(ISSUED + 60, UTC)
HASHES = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}


def _base64(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def _token(payload: str | bytes | Any, header: str | dict[str, Any] | None = None, key: str = SECRET) -> str:
    """A genuine token of any payload and header, signed with HMAC, whatever its header says."""
    head = header if isinstance(header, str) else json.dumps({"alg": "HS256", "typ": "JWT", **(header or {})})
    body = payload.encode() if isinstance(payload, str) else payload
    body = body if isinstance(body, bytes) else json.dumps(body).encode()
    signed = f"{_base64(head.encode())}.{_base64(body)}"
    alg = json.loads(head).get("alg") if head.startswith("{") else None
    digest = hmac.new(
        key.encode(), signed.encode(), HASHES.get(alg if isinstance(alg, str) else "", hashlib.sha256)
    )
    return f"{signed}.{_base64(digest.digest())}"


def _codes(token: str, key: str = SECRET, now: datetime = NOW, **options: Any) -> list[str]:
    claims, diagnostics = verify(token, key, now, Options(**options))
    assert (claims is None) == any(d.severity == "error" for d in diagnostics)
    assert SECRET not in texts(diagnostics)
    assert len(token) < 20 or token not in texts(diagnostics)
    return [d.code for d in diagnostics]


def test_the_documentation_s_token_is_genuine_in_its_time_and_its_secret_weak() -> None:
    claims, diagnostics = verify(DOCUMENTED, "secret", datetime(2019, 5, 1, tzinfo=UTC))
    assert {"u": {"id": 42}, "iat": 1556025352, "exp": 1558617352} == claims
    assert [("E427", "warning")] == [(d.code, d.severity) for d in diagnostics]


def test_the_documentation_s_token_has_expired() -> None:
    claims, diagnostics = verify(DOCUMENTED, "secret", datetime.now(UTC))
    assert None is claims
    assert "the token expired at 2019-05-23T13:15:52Z" in [d.message for d in diagnostics if d.code == "E414"]


@pytest.mark.parametrize("version", ["8", "9"])
@pytest.mark.parametrize("algorithm", ["HS256", "HS384", "HS512"])
def test_tokens_of_node_are_genuine_here_and_ours_are_the_same_bytes(version: str, algorithm: str) -> None:
    token = VECTORS[version][algorithm]
    claims = {"u": {"id": 42, "role": "admin"}, "iat": ISSUED, "exp": ISSUED + 2_592_000}
    assert (claims, ()) == verify(token, SECRET, NOW)
    issued = datetime.fromtimestamp(ISSUED + 0.9, UTC)
    assert (token, ()) == sign({"u": claims["u"]}, SECRET, 2_592_000, issued, algorithm)


@pytest.mark.parametrize("version", ["8", "9"])
def test_text_of_any_kind_is_signed_in_the_bytes_of_node(version: str) -> None:
    claims = {"u": {"name": 'Zoë ☃ "x" / \u2028'}}
    assert (VECTORS[version]["unicode"], ()) == sign(
        claims, SECRET, 5400, datetime.fromtimestamp(ISSUED, UTC)
    )
    assert (VECTORS[version]["forever"], ()) == sign(
        {"id": 42}, SECRET, None, datetime.fromtimestamp(ISSUED, UTC)
    )


KEYS = {"RS256": "RSA", "RS512": "RSA", "PS256": "RSA", "ES256": "P256", "ES384": "P384"}
CLAIMS = {"id": 42, "iat": ISSUED, "exp": ISSUED + 86_400}


@pytest.mark.parametrize(("algorithm", "kind"), KEYS.items())
def test_a_public_key_verifies_as_pem_as_jwk_and_in_a_set(algorithm: str, kind: str) -> None:
    token, pem, jwk = VECTORS[algorithm], VECTORS["pem"][kind], VECTORS["jwk"][kind]
    whole = json.dumps({"keys": list(VECTORS["jwk"].values())})
    for key in (pem, json.dumps(jwk), whole, pem.encode(), json.dumps({"keys": [jwk]})):
        assert (CLAIMS, ()) == verify(token, key, NOW)


@pytest.mark.parametrize(("algorithm", "kind"), KEYS.items())
def test_another_public_key_does_not(algorithm: str, kind: str) -> None:
    for other, pem in VECTORS["pem"].items():
        assert ([] if other == kind else ["E412"]) == _codes(VECTORS[algorithm], pem)


@pytest.mark.parametrize("kind", ["RSA", "P256"])
def test_a_public_key_is_never_taken_for_a_secret(kind: str) -> None:
    pem, jwk = VECTORS["pem"][kind], json.dumps(VECTORS["jwk"][kind])
    bare = "".join(pem.split("\n")[1:-2])
    assert ["E412"] == _codes(_token(CLAIMS, key=pem), pem)
    assert ["E412"] == _codes(_token(CLAIMS, {"kid": kind.lower()}, key=jwk), jwk)
    assert ["E423"] == _codes(_token(CLAIMS, key=bare), bare)
    assert ["E412"] == _codes(_token(CLAIMS, key=pem), pem, algorithms=("HS256",))


def test_a_token_never_chooses_the_algorithm() -> None:
    assert [] == _codes(VECTORS["9"]["HS512"], algorithms=("HS256", "HS512"))
    assert ["E412"] == _codes(VECTORS["9"]["HS512"], algorithms=("HS256",))
    assert ["E412"] == _codes(VECTORS["RS256"])
    assert ["E412"] == _codes(_token(CLAIMS, {"alg": "hs256"}))
    assert ["E412"] == _codes(VECTORS["9"]["HS256"], algorithms=("HS257",))


@pytest.mark.parametrize("name", ["none", "None", "NONE", "nOnE"])
def test_an_unsigned_token_is_never_accepted(name: str) -> None:
    head = _base64(json.dumps({"alg": name}).encode())
    body = _base64(json.dumps(CLAIMS).encode())
    for token in (f"{head}.{body}.", f"{head}.{body}.AAAA"):
        for key in (SECRET, VECTORS["pem"]["RSA"]):
            assert ["E411"] == _codes(token, key)
            assert ["E411"] == _codes(token, key, algorithms=("HS256", "RS256"))
    assert ["E411"] == _codes(VECTORS["none"])


def test_another_secret_does_not_fit() -> None:
    assert ["E413"] == _codes(VECTORS["9"]["HS256"], SECRET[:-1])
    assert ["E413"] == _codes(_token(CLAIMS, key="x" * 40))


@given(st.data())
def test_a_changed_token_is_never_accepted(data: st.DataObject) -> None:
    token: str = VECTORS["9"]["HS256"]
    index = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= "))
    changed = token[:index] + letter + token[index + 1 :]
    assert (changed == token) == (verify(changed, SECRET, NOW).value is not None)


@pytest.mark.parametrize(
    "token",
    ["", "undefined", "null", "Bearer ", "a", "a.b", "a.b.c", "a.b.c.d", "a.b.c.d.e", "..", "e30..", "!.e30.x", "é.e30.x",
     "x" * (LONGEST + 1), _base64(b"[]") + ".e30.x", _base64(b"{") + ".e30.x", _base64(b"\xff") + ".e30.x",
     _token({}, "{}"), _token({}, '{"alg": 5}'), _token({}, '{"alg": null}'), "Basic " + VECTORS["9"]["HS256"],
     VECTORS["9"]["HS256"] + "=", VECTORS["9"]["HS256"][:-1] + "p"],
)  # fmt: skip
def test_what_is_no_token_is_told_from_a_wrong_one(token: str) -> None:
    assert ["E410"] == _codes(token)


@given(
    st.text(max_size=60) | st.from_regex(r"[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*", fullmatch=True)
)
def test_any_text_is_refused_and_not_more(text: str) -> None:
    assert None is verify(text, SECRET, NOW).value
    assert None is inspect(text).value


@pytest.mark.parametrize("prefix", ["Bearer ", "bearer  ", "BEARER\t", " \n"])
def test_the_scheme_before_a_token_is_skipped(prefix: str) -> None:
    assert [] == _codes(f"{prefix}{VECTORS['9']['HS256']}\n")


@pytest.mark.parametrize(
    "extra", [{"crit": ["exp"]}, {"crit": []}, {"crit": ["b64"], "b64": False}, {"b64": False}, {"b64": "x"}]
)
def test_a_demanded_extension_is_refused(extra: dict[str, Any]) -> None:
    assert ["E422"] == _codes(_token(CLAIMS, extra))


@pytest.mark.parametrize(
    "extra", [{"b64": True}, {"jku": "https://example.com"}, {"x5c": []}, {"typ": "at+jwt"}]
)
def test_other_headers_have_no_effect(extra: dict[str, Any]) -> None:
    assert [] == _codes(_token(CLAIMS, extra))


@pytest.mark.parametrize(
    ("times", "leeway", "codes"),
    [
        ({"exp": ISSUED + 61}, 0, []),
        ({"exp": ISSUED + 60}, 0, ["E414"]),
        ({"exp": ISSUED + 60}, 1, []),
        ({"exp": ISSUED + 60.5}, 0, []),
        ({"exp": 0}, 0, ["E414"]),
        ({"exp": -1e300}, 0, ["E414"]),
        ({"exp": 1e300}, 0, []),
        ({"nbf": ISSUED + 60}, 0, []),
        ({"nbf": ISSUED + 61}, 0, ["E415"]),
        ({"nbf": ISSUED + 61}, 1, []),
        ({"nbf": 1e300}, 0, ["E415"]),
        ({"iat": ISSUED + 61}, 0, ["E416"]),
        ({"iat": ISSUED + 61}, 1, []),
        ({"exp": 1, "nbf": ISSUED + 99, "iat": ISSUED + 99}, 0, ["E414", "E415", "E416"]),
        ({"exp": "1999999999"}, 0, ["E417"]),
        ({"exp": True}, 0, ["E417"]),
        ({"exp": None}, 0, ["E417"]),
        ({"nbf": "0"}, 0, ["E417"]),
        ({"iat": []}, 0, ["E417"]),
        ({}, 0, []),
    ],
)
def test_times_are_numbers_and_compared_with_the_given_clock(
    times: dict[str, Any], leeway: float, codes: list[str]
) -> None:
    assert codes == _codes(_token({"id": 42, **times}), leeway=leeway)


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ('{"id": 1, "id": 2}', "E401"), ('{"u": {"id": 1, "id": 2}}', "E401"), ('{"exp": NaN}', "E402"),
        ('{"exp": 1e999}', "E402"), ('{"id": 12345678901234567890}', "E402"), ("[" * 101 + "]" * 101, "E403"),
        ("{", "E400"), (b"\xff", "E400"), ('{"id": "\\ud800"}', "E400"), ("", "E400"),
        ("[]", "E425"), ('"admin"', "E425"), ("42", "E425"), ("null", "E425"),
    ],
)  # fmt: skip
def test_a_payload_that_two_readers_could_take_differently_is_refused(
    payload: str | bytes, code: str
) -> None:
    token = _token(payload)
    assert [code] == _codes(token)
    assert [code] == [d.code for d in inspect(token).diagnostics]
    assert all(d.span is None for d in verify(token, SECRET, NOW).diagnostics)


def test_a_header_with_a_key_twice_is_refused() -> None:
    assert ["E401"] == _codes(_token(CLAIMS, '{"alg": "none", "alg": "HS256"}'))


@pytest.mark.parametrize(
    ("claims", "options", "codes"),
    [
        ({"aud": "a"}, {"audience": ("a", "b")}, []),
        ({"aud": ["x", "b"]}, {"audience": ("a", "b")}, []),
        ({"aud": "x"}, {}, []),
        ({"aud": "ab"}, {"audience": ("a", "b")}, ["E418"]),
        ({"aud": []}, {"audience": ("a",)}, ["E418"]),
        ({"aud": [["a"], {}, None]}, {"audience": ("a",)}, ["E418"]),
        ({"aud": {"a": 1}}, {"audience": ("a",)}, ["E418"]),
        ({}, {"audience": ("a",)}, ["E418"]),
        ({"iss": "i"}, {"issuer": ("h", "i")}, []),
        ({"iss": "j"}, {"issuer": ("h", "i")}, ["E419"]),
        ({"iss": ["i"]}, {"issuer": ("i",)}, ["E419"]),
        ({}, {"issuer": ("i",)}, ["E419"]),
        ({"sub": "s"}, {"subject": "s"}, []),
        ({"sub": "S"}, {"subject": "s"}, ["E420"]),
        ({}, {"subject": "s"}, ["E420"]),
        (
            {"exp": 1},
            {"audience": ("a",), "issuer": ("i",), "subject": "s"},
            ["E414", "E418", "E419", "E420"],
        ),
    ],
)
def test_identities_are_checked_when_they_are_configured(
    claims: dict[str, Any], options: dict[str, Any], codes: list[str]
) -> None:
    assert codes == _codes(_token(claims), **options)


@pytest.mark.parametrize(
    ("payload", "claims"),
    [
        ({"n": {"id": 42}, "id": 1}, {"id": 42}),
        ({"id": 1}, None),
        ({"n": "x"}, None),
        ({"n": None}, None),
        ({"n": []}, None),
    ],
)
def test_a_missing_namespace_never_means_no_claims(
    payload: dict[str, Any], claims: dict[str, Any] | None
) -> None:
    token = _token({**payload, "exp": ISSUED + 99})
    assert claims == verify(token, SECRET, NOW, Options(namespace="n")).value
    assert ([] if claims else ["E421"]) == _codes(token, namespace="n")


@pytest.mark.parametrize(("algorithm", "length"), [("HS256", 32), ("HS384", 48), ("HS512", 64)])
def test_a_secret_shorter_than_its_hash_signs_only_if_that_is_allowed(algorithm: str, length: int) -> None:
    short = "s" * (length - 1)
    assert (None, ["E426"]) == _signed(short, algorithm)
    token, codes = _signed(short, algorithm, allow_weak=True)
    assert (True, ["E427"]) == (token is not None, codes)
    assert ["E427"] == _codes(token or "", short)
    assert [] == _signed("s" * length, algorithm)[1]
    assert [] == _signed("ß" * (length // 2), algorithm)[1]


def _signed(secret: str, algorithm: str = "HS256", **options: Any) -> tuple[str | None, list[str]]:
    token, diagnostics = sign({"id": 42}, secret, 60, NOW, algorithm, **options)
    assert all(secret == "" or secret not in d.message for d in diagnostics)
    return token, [d.code for d in diagnostics]


@pytest.mark.parametrize("algorithm", ["none", "RS256", "HS257", ""])
def test_only_hmac_signs(algorithm: str) -> None:
    assert (None, ["E412"]) == _signed(SECRET, algorithm)


def test_without_a_secret_nothing_is_signed_or_verified() -> None:
    assert (None, ["E428"]) == _signed("")
    assert ["E428"] == _codes(VECTORS["9"]["HS256"], "")


@pytest.mark.parametrize(
    ("claims", "expiry", "code"),
    [({"exp": 1}, 60, "E433"), ({"exp": "x"}, None, "E417"), ({"iat": True}, 60, "E417"), ({"a": float("nan")}, 60, "E425"),
     ({"a": "\ud800"}, 60, "E425"), ({"a": {1}}, 60, "E425"), ({"a": 2**63}, 60, "E402"), ({"nbf": None}, 60, "E417")],
)  # fmt: skip
def test_claims_that_would_not_be_read_back_are_not_signed(
    claims: dict[str, Any], expiry: int | None, code: str
) -> None:
    token, diagnostics = sign(claims, SECRET, expiry, NOW)
    assert (None, [code]) == (token, [d.code for d in diagnostics])


def test_given_times_are_kept() -> None:
    token = sign({"iat": 5, "exp": 2 * ISSUED}, SECRET, None, NOW).value or ""
    assert {"iat": 5, "exp": 2 * ISSUED} == verify(token, SECRET, NOW).value
    token = sign({"iat": ISSUED}, SECRET, 3600, NOW).value or ""
    assert {"iat": ISSUED, "exp": ISSUED + 3600} == verify(token, SECRET, NOW).value


def test_a_secret_that_looks_like_a_public_key_does_not_sign() -> None:
    assert (None, ["E423"]) == _signed(VECTORS["pem"]["RSA"])


def test_a_token_can_be_looked_into_without_trust() -> None:
    found = inspect("Bearer " + VECTORS["none"]).value
    assert found is not None
    assert ({"alg": "none", "typ": "JWT"}, {"id": 42, "iat": ISSUED}) == (found.header, found.claims)


CLAIM = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), part, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(CLAIM)
def test_what_is_signed_is_what_is_verified(claim: Any) -> None:
    token = sign({"u": claim}, SECRET, 60, NOW).value or ""
    assert {"u": claim, "iat": ISSUED + 60, "exp": ISSUED + 120} == verify(token, SECRET, NOW).value
