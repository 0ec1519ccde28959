"""`cubeproof token`: sign, inspect and verify tokens. The one command that prints a whole token, the one it made."""

from typing import Any

import click

from cubeproof.cli import answers, callers, console, options
from cubeproof.cli.settings import Settings, settings
from cubeproof.diagnostics import CompileError, has_errors


@click.command(
    name="token",
    epilog=options.examples(
        "cubeproof token -e 30d -p id=42 -p role=admin",
        "cubeproof token -e 2h -p 'roles=[\"audit\"]' --no-u > token.txt",
        'cubeproof token --inspect "$TOKEN"',
        "cubeproof token --verify - < token.txt",
    ),
)
@click.option(
    "-e",
    "--expiry",
    default="30 days",
    show_default=True,
    help="How long it is valid: 30d, 2h, 1.5h; 0 is for ever.",
)
@click.option(
    "-p",
    "--payload",
    metavar="KEY=VALUE",
    multiple=True,
    help="A claim; the value is JSON where it can be. May repeat.",
)
@click.option("--no-u", is_flag=True, help="Put the claims at the top level, not into `u`.")
@options.secret
@click.option("--allow-weak-secret", is_flag=True, help="Sign with a secret that is shorter than its hash.")
@click.option(
    "--inspect", metavar="TOKEN|-", help="Print header and claims of a token, without trusting them."
)
@click.option("--verify", metavar="TOKEN|-", help="Say whether a token is genuine and valid now, or why not.")
@options.clock
def command(**given: Any) -> None:
    """Sign a token for some claims; or look into one.

    The secret is CUBEJS_API_SECRET of the environment or of .env, or `--secret`; `-` reads it from stdin. The payload
    is {"u": {"id": 42}, "iat": …, "exp": …}.
    """
    chosen = settings(given)
    if given["inspect"] is not None and given["verify"] is not None:
        raise click.UsageError("Give either '--inspect' or '--verify', not both")
    if given["inspect"] is not None:
        _inspect(_token(given["inspect"], "--inspect"))
    elif given["verify"] is not None:
        _verify(chosen, _token(given["verify"], "--verify"))
    else:
        _sign(chosen)


def _token(text: str, option: str) -> str:
    return callers.secret_text("-", option) if text == "-" else text


def _inspect(token: str) -> None:
    from cubeproof.request.token import inspect

    found = inspect(token)
    if found.value is None:
        raise CompileError(found.diagnostics)
    console.out(answers.pretty({"header": found.value.header, "claims": found.value.claims}))
    console.note("not verified: anyone could have written this")


def _verify(chosen: Settings, token: str) -> None:
    found = callers.verified(chosen, token)
    if has_errors(found.diagnostics):
        raise CompileError(found.diagnostics)
    console.report(found.diagnostics)
    console.out("valid")


def _sign(chosen: Settings) -> None:
    from datetime import timedelta

    from cubeproof.request.expiry import read_expiry
    from cubeproof.request.pairs import read_pairs
    from cubeproof.request.token import sign

    given = chosen.given
    expiry, claims = read_expiry(given["expiry"]), read_pairs(given["payload"])
    problems = (*expiry.diagnostics, *claims.diagnostics)
    if has_errors(problems):
        raise CompileError(problems)
    payload = claims.value if given["no_u"] else {"u": claims.value}
    now = chosen.now
    signed = sign(payload, callers.secret(chosen), expiry.value, now, allow_weak=given["allow_weak_secret"])
    if signed.value is None:
        raise CompileError(signed.diagnostics)
    console.report(signed.diagnostics)
    console.out(signed.value)
    console.note(f"payload: {answers.line(payload)}")
    ends = "never" if expiry.value is None else f"{now + timedelta(seconds=expiry.value):%Y-%m-%dT%H:%M:%SZ}"
    console.note(f"expires: {ends}")
