"""`token`: sign, inspect, verify; secrets from wherever they may come, and out of everything that is printed."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import NOW, SECRET, Run

DOCUMENTED = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1Ijp7ImlkIjo0Mn0sImlhdCI6MTU1NjAyNTM1MiwiZXhwIjoxNTU4NjE3MzUyfQ"
    "._8QBL6nip6SkIrFzZzGq2nSF8URhl5BSSSGZYp7IJZ4"
)
ISSUED = 1767225600  # NOW


def payload(token: str) -> dict[str, Any]:
    part = token.strip().split(".")[1]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        (
            {"u": {"id": 42, "role": "admin"}, "iat": ISSUED, "exp": ISSUED + 2_592_000},
            ["-p", "id=42", "-p", "role=admin"],
        ),
        ({"id": 42, "iat": ISSUED, "exp": ISSUED + 2_592_000}, ["-p", "id=42", "--no-u"]),
        ({"u": {"id": [1, 2]}, "iat": ISSUED, "exp": ISSUED + 5400}, ["-e", "1.5h", "-p", "id=[1, 2]"]),
        ({"u": {}, "iat": ISSUED}, ["-e", "0"]),
    ],
)
def test_a_signed_token_holds_what_was_asked_for(
    expected: dict[str, Any], arguments: list[str], run: Run
) -> None:
    outcome = run("token", "-s", SECRET, "--now", NOW, *arguments)
    assert 0 == outcome.code
    assert expected == payload(outcome.out)
    assert 1 == outcome.out.count("\n")


def test_what_was_signed_verifies(run: Run) -> None:
    token = run("token", "-s", SECRET, "-p", "id=42").out.strip()
    assert (0, "valid\n", "") == run("token", "-s", SECRET, "--verify", token)
    assert (0, "valid\n", "") == run("token", "--verify", "-", stdin=token + "\n", CUBEJS_API_SECRET=SECRET)


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        ("E430 the expiry `60` has no unit", ["-e", "60"]),
        ("E430 `1 month` is no expiry", ["-e", "1 month"]),
        ("E431 a claim without `=`", ["-p", "id"]),
        ("E432 the claim `id` is given twice", ["-p", "id=1", "-p", "id=2"]),
    ],
)
def test_odd_arguments_are_refused(expected: str, arguments: list[str], run: Run) -> None:
    outcome = run("token", "-s", SECRET, *arguments)
    assert (1, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith(expected)


def test_a_weak_secret_signs_only_when_allowed(run: Run) -> None:
    refused = run("token", "-s", "weak")
    assert (1, "") == (refused.code, refused.out)
    assert refused.err.startswith("E426 ")
    allowed = run("token", "-s", "weak", "--allow-weak-secret")
    assert 0 == allowed.code
    assert allowed.err.startswith("E427 warning: ")


def test_without_a_secret_nothing_is_signed_or_verified(run: Run) -> None:
    assert run("token").err.startswith("E428 there is no secret to sign with")
    outcome = run("token", "--verify", DOCUMENTED)
    assert 1 == outcome.code
    assert outcome.err.startswith("E428 there is no key to check the token with")


def test_the_documented_token_is_valid_in_its_days_and_expired_today(run: Run) -> None:
    then = run("token", "-s", "secret", "--verify", DOCUMENTED, "--now", "2019-05-01T00:00:00Z")
    assert (0, "valid\n") == (then.code, then.out)
    assert then.err.startswith("E427 warning: ")
    today = run("token", "-s", "secret", "--verify", DOCUMENTED)
    assert (1, "") == (today.code, today.out)
    assert "E414 the token expired at 2019-05-23T13:15:52Z" in today.err


@pytest.mark.parametrize(
    ("expected", "token"),
    [
        ("E410 this is not a token", "nonsense"),
        ("E411 the token is not signed", "eyJhbGciOiJub25lIn0.eyJpZCI6NDJ9."),
        ("E413 the token's signature does not fit", DOCUMENTED),
    ],
)
def test_what_is_no_valid_token_is_said_why(expected: str, token: str, run: Run) -> None:
    outcome = run("token", "-s", SECRET, "--verify", token)
    assert (1, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith(expected)
    assert token not in outcome.err


def test_inspect_shows_a_token_without_trusting_it(run: Run) -> None:
    outcome = run("token", "--inspect", DOCUMENTED)
    assert 0 == outcome.code
    expected = {
        "header": {"alg": "HS256", "typ": "JWT"},
        "claims": {"u": {"id": 42}, "iat": 1556025352, "exp": 1558617352},
    }
    assert expected == json.loads(outcome.out)
    assert "not verified: anyone could have written this\n" == outcome.err


def test_inspect_refuses_what_is_no_token(run: Run) -> None:
    outcome = run("token", "--inspect", "a.b.c")
    assert (1, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith("E410 ")


def test_inspect_and_verify_exclude_each_other(run: Run) -> None:
    assert 2 == run("token", "--inspect", DOCUMENTED, "--verify", DOCUMENTED).code


def test_the_secret_may_come_from_the_environment_a_file_or_stdin(run: Run, folder: Path) -> None:
    token = run("token", "-s", SECRET).out.strip()
    assert 0 == run("token", "--verify", token, CUBEJS_API_SECRET=SECRET).code
    assert 0 == run("token", "--verify", token, "-s", "-", stdin=f"{SECRET}\n").code
    dotenv = folder / ".env"
    dotenv.write_text(f"CUBEJS_API_SECRET={SECRET}\n")
    dotenv.chmod(0o600)
    assert (0, "valid\n", "") == run("token", "--verify", token)


def test_the_option_wins_over_the_environment_and_that_over_dotenv(run: Run, folder: Path) -> None:
    (folder / ".env").write_text("CUBEJS_API_SECRET=one-that-is-long-enough-for-the-hash-of-it\n")
    token = run("token", "-s", SECRET).out.strip()
    other = "another-secret-that-is-long-enough-too-yes"
    assert 0 == run("token", "--verify", token, CUBEJS_API_SECRET=SECRET).code
    assert 0 == run("token", "--verify", token, "-s", SECRET, CUBEJS_API_SECRET=other).code
    assert 1 == run("token", "--verify", token, CUBEJS_API_SECRET=other).code
    assert 1 == run("token", "--verify", token).code


def test_a_dotenv_that_everyone_may_read_is_a_warning(run: Run, folder: Path) -> None:
    dotenv = folder / ".env"
    dotenv.write_text(f"CUBEJS_API_SECRET={SECRET}\n")
    dotenv.chmod(0o644)
    outcome = run("token", "-p", "id=42")
    assert 0 == outcome.code
    assert (
        "E435 warning: `.env` holds `CUBEJS_API_SECRET` and everyone on this machine may read it"
        in outcome.err
    )


def test_stdin_is_read_by_one_option_only(run: Run) -> None:
    outcome = run("token", "--verify", "-", "-s", "-", stdin="x")
    assert 2 == outcome.code
    assert outcome.err.startswith("E623 `--verify` and `--secret` cannot both read stdin")


def test_configured_rules_of_tokens_are_demanded(run: Run, folder: Path) -> None:
    (folder / "cubeproof.toml").write_text('token = {audience = ["us"], algorithms = ["HS256"]}\n')
    token = run("token", "-s", SECRET, "--no-u").out.strip()
    assert run("token", "-s", SECRET, "--verify", token).err.startswith("E418 ")
    fitting = run("token", "-s", SECRET, "--no-u", "-p", "aud=us").out.strip()
    assert 0 == run("token", "-s", SECRET, "--verify", fitting).code
    (folder / "cubeproof.toml").write_text('token = {algorithms = ["HS512"]}\n')
    assert run("token", "-s", SECRET, "--verify", fitting).err.startswith("E412 ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["-p", "id=1"],
        ["-p", "id"],
        ["--verify", DOCUMENTED],
        ["--inspect", "x"],
        ["-e", SECRET],
        ["-e", "1 month"],
    ],
)
def test_no_secret_is_ever_printed(arguments: list[str], run: Run) -> None:
    outcome = run("token", "-s", SECRET, *arguments)
    assert SECRET not in outcome.out + outcome.err
