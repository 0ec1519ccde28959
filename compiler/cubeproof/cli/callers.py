"""Who asks: claims from `-c`, or from a token that is verified here. Shows neither tokens nor secrets.

Disk and environment are read here; what they mean is for `request/` to say.
"""

import os
from collections.abc import Mapping
from typing import Any

import click
import msgspec

from cubeproof.cli import console, inputs
from cubeproof.cli.settings import Settings
from cubeproof.diagnostics import CompileError, Diagnostic, Result, has_errors
from cubeproof.request.context import SecurityContext


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """A security context; `claims` is None where the command line names no caller. `diagnostics` are warnings."""

    context: SecurityContext
    claims: dict[str, Any] | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def nobody(cls) -> "Caller":
        """No caller: a context without claims."""
        return cls(context=SecurityContext(claims={}), claims=None)


def caller(settings: Settings) -> Caller:
    """The caller that the command line names, else one without claims; raises `CompileError` for a bad one."""
    given = settings.given
    token = token_text(given)
    if token is not None:
        return of(verified(settings, token))
    if given.get("context") is not None:
        from cubeproof.request.jsontext import CLAIM_CODES, read_json

        return of(read_json(inputs.json_text(given["context"], "-c"), "context", CLAIM_CODES))
    return Caller.nobody()


def of(read: Result[Any]) -> Caller:
    """The caller of some claims; raises `CompileError` for bad ones."""
    if has_errors(read.diagnostics):
        raise CompileError(read.diagnostics)
    made = SecurityContext.from_claims(read.value)
    diagnostics = (*read.diagnostics, *made.diagnostics)
    if has_errors(diagnostics):
        raise CompileError(diagnostics)
    return Caller(context=made.value, claims=made.value.claims, diagnostics=diagnostics)


def token_text(given: Mapping[str, Any]) -> str | None:
    """The token of `-t` or `--token-file`, else, without claims in `-c`, of `CUBEPROOF_TOKEN`; None without one."""
    ways = [name for name in ("context", "token", "token_file") if given.get(name) is not None]
    if len(ways) > 1:
        raise click.UsageError("Give one of '--context', '--token' and '--token-file'")
    match ways:
        case ["token"]:
            text: str = given["token"]
            return secret_text(text, "-t") if text == "-" else _hidden(text)
        case ["token_file"]:
            return secret_text(given["token_file"], "--token-file")
        case ["context"]:
            return None
        case _:
            text = os.environ.get("CUBEPROOF_TOKEN", "")
            return _hidden(text) if text else None


def secret_text(place: str, option: str) -> str:
    """A token or a secret from a file, or from stdin for `-`."""
    content = inputs.standard_input(option) if place == "-" else inputs.file(place, option)
    return _hidden(inputs.text(content, f"what `{option}` gives").strip())


def verified(settings: Settings, token: str) -> Result[Any]:
    """The claims of a token that is genuine and valid now; every reason why it is not."""
    from cubeproof.request.claims import Options
    from cubeproof.request.token import verify

    _hidden(token)
    rules = settings.configuration.token
    options = Options(
        algorithms=rules.algorithms or None,
        leeway=rules.leeway,
        audience=rules.audience,
        issuer=rules.issuer,
        subject=rules.subject,
        namespace=rules.claims_namespace,
    )
    return verify(token, _key(settings), settings.now, options)


def secret(settings: Settings) -> str:
    """The secret of `--secret`, the environment or `.env`; the empty text without one."""
    from cubeproof.request.secret import find_secret

    text, mode = _dotenv(settings)
    explicit = settings.given.get("secret")
    if explicit == "-":
        return secret_text("-", "--secret")
    found = find_secret(explicit, os.environ, text, mode)
    console.report(found.diagnostics)
    return _hidden(found.value or "")


def _key(settings: Settings) -> str:
    """What checks a token: a secret that is named for it, else the configured public key, else any secret."""
    public = settings.configuration.token.public_key
    if public is not None and settings.given.get("secret") is None:
        path = os.path.join(os.path.relpath(settings.folder) if settings.folder else ".", public)
        return inputs.text(inputs.file(path, "token.public-key"), "the public key")
    return secret(settings)


def _dotenv(settings: Settings) -> tuple[str | None, int | None]:
    """The text and the permissions of `.env`, here or beside the configuration."""
    for folder in dict.fromkeys((".", settings.folder or ".")):
        try:
            with open(os.path.join(folder, ".env"), encoding="utf-8", errors="surrogateescape") as opened:
                mode = os.fstat(opened.fileno()).st_mode & 0o777 if os.name == "posix" else None
                return opened.read(inputs.LARGEST), mode
        except OSError:
            continue
    return None, None


def _hidden(text: str) -> str:
    console.conceal(text)
    return text
