"""Who asks: claims from `-c`, or from a token that is verified here. Shows neither tokens nor secrets.

Disk and environment are read here; what they mean is for `request/` to say.
"""

import os
from typing import TYPE_CHECKING, Any

import click
import msgspec

from cubeproof.cli import console, inputs
from cubeproof.cli.settings import Settings
from cubeproof.diagnostics import CompileError, Diagnostic, Result, has_errors
from cubeproof.request.context import SecurityContext

if TYPE_CHECKING:
    from cubeproof.request.token import Key


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """A security context; `claims` is None where the command line names no caller."""

    context: SecurityContext
    claims: dict[str, Any] | None

    @classmethod
    def nobody(cls) -> "Caller":
        """No caller: a context without claims."""
        return cls(context=SecurityContext(claims={}), claims=None)


def caller(settings: Settings) -> Caller:
    """The caller that the command line names, else one without claims; raises `CompileError` for a bad one."""
    given = settings.given
    token = token_text(given)
    if given.get("context") is not None and token is not None:
        raise click.UsageError("Give either '--context' or a token, not both")
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
    console.report(diagnostics)
    return Caller(context=made.value, claims=made.value.claims)
