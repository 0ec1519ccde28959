"""What changed since a commit, as git has it: for showing the findings that a change touches."""

import subprocess

import click

from cubeproof.diagnostics import Diagnostic


def since(reference: str) -> frozenset[str]:
    """The files that differ from a commit, untracked ones too, relative to the current folder.

    Raises `click.UsageError` where git does not know the commit, or is not there.
    """
    if reference.startswith("-"):
        raise click.UsageError("'--changed-since' takes a commit, a branch or a tag")
    asked = (
        ["diff", "--name-only", "-z", "--relative", reference, "--"],
        ["ls-files", "--others", "-z", "--exclude-standard"],
    )
    found: set[str] = set()
    for arguments in asked:
        try:
            done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)  # noqa: S603, S607
        except OSError:
            raise click.UsageError("'--changed-since' needs git, which is not installed") from None
        if done.returncode:
            said = (done.stderr.strip().splitlines() or ["it failed"])[0].removeprefix("fatal: ")
            raise click.UsageError(f"'--changed-since {reference}': git says: {said}")
        found.update(filter(None, done.stdout.split("\0")))
    return frozenset(found)


def touched(found: tuple[Diagnostic, ...], files: frozenset[str]) -> tuple[Diagnostic, ...]:
    """The findings that stand in these files, or name a place in them; those without a place too."""
    return tuple(one for one in found if not (places := _places(one)) or places & files)


def _places(one: Diagnostic) -> set[str]:
    spans = [one.span, *(related.span for related in one.related)]
    paths = {span.source.path for span in spans if span is not None}
    return paths or ({one.path} if one.path is not None else set())
