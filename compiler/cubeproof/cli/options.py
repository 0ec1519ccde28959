"""Options that several commands share, so that each is spelled and explained once. Knows nothing of their effect."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def _all(*parts: Callable[[F], F]) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        for part in reversed(parts):
            function = part(function)
        return function

    return decorate


def examples(*lines: str) -> str:
    """The end of a help text: command lines to copy, laid out as they are."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


def model(function: F) -> F:
    """`[PATH...]`: the model's files and folders."""
    return click.argument("paths", metavar="[PATH]...", nargs=-1)(function)


def caller(function: F) -> F:
    """Who asks: claims as they are, or a token to verify."""
    return _all(
        click.option("-c", "--context", metavar="JSON|FILE", help="The caller's claims, taken as true."),
        click.option("-t", "--token", metavar="JWT|-", help="The caller's token, verified; `-` reads stdin."),
        click.option("--token-file", metavar="FILE|-", help="A file that holds the token."),
        secret,
        clock,
        click.option(
            "--compile-context",
            metavar="JSON|FILE",
            help="COMPILE_CONTEXT; default: the caller as `securityContext`.",
        ),
    )(function)


def secret(function: F) -> F:
    """`--secret`."""
    return click.option(
        "-s",
        "--secret",
        metavar="SECRET",
        help="Key of tokens; better CUBEJS_API_SECRET in the environment or .env (arguments show in process lists).",
    )(function)


def clock(function: F) -> F:
    """`--now`."""
    return click.option(
        "--now",
        metavar="INSTANT",
        help="The time it is, for relative dates and expiry: 2026-01-31T12:00:00Z.",
    )(function)


def meaning(function: F) -> F:
    """How claims and names are rendered."""
    return _all(
        click.option(
            "--semantics",
            type=click.Choice(["cube", "strict"]),
            help="What a guard does without a claim: as Cube (may open), or strict (never opens).",
        ),
        click.option(
            "--aliases",
            type=click.Choice(["dotted", "underscored"]),
            help='"orders.count" or "orders__count".',
        ),
        click.option(
            "--respect-visibility",
            is_flag=True,
            help="Refuse members that are hidden (`public: false`); under --semantics strict they always are.",
        ),
    )(function)


def query(function: F) -> F:
    """`-q`."""
    return click.option(
        "-q", "--query", metavar="JSON|FILE|-", help="The query, or an array of queries; `-` reads stdin."
    )(function)


def output(text: str, formats: tuple[str, ...]) -> tuple[str, str]:
    """What `--output FORMAT=FILE` gives. Raises `click.UsageError` for anything else."""
    format_, separator, file = text.partition("=")
    if not separator or not file or format_ not in formats:
        raise click.UsageError(f"'--output' takes FORMAT=FILE, a format is one of {', '.join(formats)}")
    return format_, file
