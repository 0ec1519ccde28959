"""The rules of `check`: which of them run, how severe each is here, and what the configuration declares for them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from cubeproof.cli.settings import Settings
from cubeproof.diagnostics import CompileError, Diagnostic, Severity

if TYPE_CHECKING:
    from cubeproof.lint import Declared, Findings
    from cubeproof.lower import ir


def findings(chosen: Settings, model: "ir.Model") -> "Findings":
    """What the chosen rules find in a model, each as severe as the configuration says."""
    from cubeproof.lint import Findings, lint

    found = lint(model, declared(chosen), _codes(chosen))
    return Findings(tuple(_weighed(chosen, d) for d in found.found), found.silenced)


def declared(chosen: Settings) -> "Declared":
    """What the project declares for the rules."""
    from cubeproof.lint.declared import ClaimDeclaration, Declared

    configured = chosen.configuration
    claims = (
        ClaimDeclaration(name=name, **msgspec.structs.asdict(claim))
        for name, claim in configured.claims.items()
    )
    return Declared(
        semantics=chosen.semantics,
        dialect=configured.dialect or "postgres",
        data_sources=configured.data_sources,
        tenant_columns=configured.tenant_columns,
        public_cubes=configured.public_cubes,
        claims=tuple(claims),
        sensitive_columns=configured.sensitive_columns,
        today=chosen.now.date().isoformat(),
    )


def _codes(chosen: Settings) -> frozenset[str]:
    """The rules that run: those selected, or all, without those ignored or switched off."""
    from cubeproof.lint import catalogue

    known = catalogue.codes()
    _check_keys(chosen, known)
    selected = _named(chosen.given.get("select") or (), known)
    ignored = _named(
        (*(chosen.given.get("ignore") or ()), *chosen.configuration.lint.get("ignore", ())), known
    )
    return frozenset(
        code
        for code in known
        if (code in selected if chosen.given.get("select") else _level(chosen, code) != "off")
        and code not in ignored
    )


def _check_keys(chosen: Settings, known: tuple[str, ...]) -> None:
    """Raises `CompileError` (E610) for a key under `lint` that is no rule and no family."""
    from cubeproof.diagnostics.nearest import nearest

    problems = []
    for name in chosen.configuration.lint:
        if name != "ignore" and not any(code.startswith(name.upper()) for code in known):
            meant = nearest(name.upper(), known)
            advice = f"did you mean `{meant}`?" if meant else "`cubeproof explain` lists all rules"
            problems.append(
                Diagnostic(code="E610", message=f"unknown configuration key `lint.{name}`", help=advice)
            )
    if problems:
        raise CompileError(problems)


def _named(given: Iterable[str], known: tuple[str, ...]) -> frozenset[str]:
    """The codes that some codes or families mean. Raises `click.UsageError` for one that means nothing."""
    import click

    found: set[str] = set()
    for text in (part.strip().upper() for each in given for part in each.split(",")):
        meant = [code for code in known if text and code.startswith(text)]
        if not meant:
            from cubeproof.diagnostics.nearest import nearest

            near = nearest(text, known)
            raise click.UsageError(
                f"there is no rule '{text}'" + (f", did you mean '{near}'?" if near else "")
            )
        found.update(meant)
    return frozenset(found)


def _level(chosen: Settings, code: str) -> str | None:
    """What the configuration says of a rule, or of its family."""
    levels = {name.upper(): level for name, level in chosen.configuration.lint.items() if name != "ignore"}
    level: str | None = levels.get(code, levels.get(code[:3]))
    return level


def _weighed(chosen: Settings, finding: Diagnostic) -> Diagnostic:
    level = _level(chosen, finding.code)
    severity: Severity | None = next((s for s in ("error", "warning", "info") if s == level), None)
    return finding if severity is None else msgspec.structs.replace(finding, severity=severity)
