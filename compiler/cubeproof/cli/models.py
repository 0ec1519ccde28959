"""From paths to a compiled model, with everything that is to be said on the way. Knows no query and no caller."""

from typing import TYPE_CHECKING

from cubeproof.cli import inputs
from cubeproof.cli.progress import Progress
from cubeproof.cli.settings import Settings
from cubeproof.diagnostics import CompileError, Diagnostic, Result, has_errors

if TYPE_CHECKING:
    from cubeproof.cli.callers import Caller
    from cubeproof.evaluate import Json, Limits, Project
    from cubeproof.lower import ir
    from cubeproof.pipeline import Compiled


def project(settings: Settings) -> "Result[Project]":
    """Read the model that the settings name."""
    from cubeproof.workspace import load

    paths = settings.model
    with Progress("reading the model"):
        return load(paths, settings.modules)


def evaluated(settings: Settings, project: "Project", caller: "Caller") -> "Result[Compiled]":
    """Compile what was read, as the caller sees it."""
    from cubeproof.pipeline import Models

    fixed = compile_context(settings, caller)
    models = Models(project, env=settings.configuration.env, limits=limits(settings))
    with Progress(f"compiling {len(project.files)} files"):
        found = models.compiled(caller.context, compile_context=fixed)
    return Result(found.value, (*found.diagnostics, *unnamed_caller(project, fixed, caller)))


def unwritable(settings: Settings, model: "ir.Model") -> tuple[Diagnostic, ...]:
    """SQL of the model that no statement could hold: in the dialect of its data source, or if none is known, in any."""
    from cubeproof.emit import dialect, names, problems

    configured = settings.configuration
    default = (configured.dialect,) if configured.dialect else names()
    by_source = {source: (dialect(name),) for source, name in configured.data_sources.items()}
    every = tuple(map(dialect, default))
    return problems(model, lambda cube: by_source.get(cube.data_source, every))


def limits(settings: Settings) -> "Limits":
    """How much the model may compute: the evaluator's own limits, but for those that the configuration gives."""
    import msgspec

    from cubeproof.evaluate import Limits

    given = msgspec.structs.asdict(settings.configuration.limits)
    return Limits(**{name: value for name, value in given.items() if value is not None})


def unnamed_caller(project: "Project", fixed: "Json", caller: "Caller") -> tuple[Diagnostic, ...]:
    """Say that a model reads claims where nobody is named (E631)."""
    reads = any("COMPILE_CONTEXT" in file.source.text for file in project.files)
    if fixed is not None or caller.claims is not None or not reads:
        return ()
    problem = "the model reads `COMPILE_CONTEXT`, and no caller is named: it has no claims"
    advice = "name a caller with `-c` or `-t`, or give `--compile-context`"
    return (Diagnostic(code="E631", severity="info", message=problem, help=advice),)


def compiled(settings: Settings, caller: "Caller") -> "Result[Compiled]":
    """Read and compile a model; raises `CompileError` where anything is wrong with it."""
    read = project(settings)
    if has_errors(read.diagnostics):
        raise CompileError(
            (*caller.diagnostics, *read.diagnostics, *evaluated(settings, read.value, caller).diagnostics)
        )
    found = evaluated(settings, read.value, caller)
    diagnostics = (*caller.diagnostics, *read.diagnostics, *found.diagnostics)
    if has_errors(diagnostics):
        raise CompileError(diagnostics)
    return Result(found.value, diagnostics)


def compile_context(settings: Settings, caller: "Caller") -> "Json":
    """COMPILE_CONTEXT if it is fixed: by `--compile-context`, or without a caller by the configuration; else None."""
    given: str | None = settings.given.get("compile_context")
    if given is not None:
        from cubeproof.request.jsontext import read_json

        read = read_json(inputs.json_text(given, "--compile-context"), "compile context")
        if has_errors(read.diagnostics):
            raise CompileError(read.diagnostics)
        value: Json = read.value
        return value
    configured = settings.configuration.compile_context
    return dict(configured) if caller.claims is None and configured is not None else None
