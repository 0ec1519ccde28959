"""`compile --batch`: a request a line in, an answer a line out, in the same order.

A line that is wrong gets an answer that says so, and the rest go on. Knows nothing of terminals.
"""

import sys
from collections import OrderedDict
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Final

import click

from cubeproof.cli import answers, callers, console, models, queries
from cubeproof.cli.boundary import CLEAN, WRONG_INPUT, internal
from cubeproof.cli.settings import Settings
from cubeproof.diagnostics import CompileError, Diagnostic, Result, has_errors
from cubeproof.diagnostics.nearest import nearest
from cubeproof.pipeline import Compiled, Models

KEYS: Final = (
    "id", "files", "model", "query", "context", "token", "dialect", "dialects", "semantics", "aliases", "now",
    "compileContext", "env",
)  # fmt: skip
LONGEST_ID: Final = 100
"""Characters of an `id` that is answered where its line is refused."""
LONGEST: Final = 16 * 1024 * 1024
"""Characters that a line may have."""
MOST_MODELS: Final = 32
"""Models kept at a time; the least recently used goes first."""

_SHAPES: Final[dict[str, tuple[type, str]]] = {
    "files": (dict, "an object: file name to text"),
    "model": (str, "a path"),
    "context": (dict, "an object of claims"),
    "token": (str, "a token"),
    "dialect": (str, "the name of a dialect"),
    "dialects": (list, "a list of names of dialects"),
    "semantics": (str, '"cube" or "strict"'),
    "aliases": (str, '"dotted" or "underscored"'),
    "now": (str, "an instant, such as `2026-01-31T12:00:00Z`"),
    "env": (dict, "an object of texts"),
}
_EITHER: Final = (("files", "model"), ("context", "token"), ("dialect", "dialects"))


def run(settings: Settings) -> None:
    """Answer every line of stdin; ends with 1 if any answer is an error."""
    unfit = [
        name for name in ("query", "dialects", "inline", "pretty", "explain") if settings.given.get(name)
    ]
    if unfit:
        raise click.UsageError(
            f"'--batch' takes requests from stdin alone, not from '--{unfit[0].removesuffix('s')}'"
        )
    code = CLEAN
    shelf = Shelf()
    for text in _lines():
        if not text.strip():
            continue
        answer = _answer(settings, text, shelf)
        if "error" in answer or any("error" in each for each in answer.get("statements", ())):
            code = WRONG_INPUT
        console.out(answers.line(answer))
        sys.stdout.flush()
    raise console.Stop(code)


class Shelf:
    """Models that were compiled for earlier lines, by what they were made of. A folder is read once in a run."""

    def __init__(self) -> None:
        self._models: OrderedDict[bytes, Result[Models]] = OrderedDict()

    def models(self, line: dict[str, Any], settings: Settings) -> Result[Models]:
        """The models of a line; compiled once for equal files and environment."""
        from cubeproof.workspace import from_texts, load

        env = {**settings.configuration.env, **line.get("env", {})}
        files: dict[str, str] | None = line.get("files")
        paths = (line["model"],) if "model" in line else () if files is not None else settings.model
        key = _digest([list(files.items()) if files is not None else None, paths, sorted(env.items())])
        found = self._models.get(key)
        if found is None:
            project = load(paths, settings.modules) if files is None else from_texts(files)
            made = Models(project.value, env=env, limits=models.limits(settings))
            found = self._models[key] = Result(made, project.diagnostics)
            if len(self._models) > MOST_MODELS:
                self._models.popitem(last=False)
        else:
            self._models.move_to_end(key)
        return found


def _digest(parts: object) -> bytes:
    import hashlib

    import msgspec

    return hashlib.sha256(msgspec.json.encode(parts)).digest()


def _lines() -> Iterator[str]:
    console.take_standard_input("--batch")
    while line := sys.stdin.readline(LONGEST + 1):
        yield line
        if len(line) > LONGEST and not line.endswith("\n"):
            # the rest of a line that is too long belongs to the same answer
            while (rest := sys.stdin.readline(LONGEST)) and not rest.endswith("\n"):
                continue


def _answer(settings: Settings, text: str, shelf: Shelf) -> dict[str, Any]:
    read = _read(text)
    line: dict[str, Any] = read.value if isinstance(read.value, dict) else {}
    head = {"id": line["id"]} if "id" in line else _id(text)
    if has_errors(read.diagnostics):
        return {**head, **answers.error_data(read.diagnostics)}
    with Contained() as contained:
        contained.answer = _statements(settings, line, shelf)
    return {**head, **contained.answer}


def _id(text: str) -> dict[str, Any]:
    """The `id` of a line that is refused, if it can be made out: whoever asked must know which answer this is."""
    import json

    try:
        loose = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    found = loose.get("id") if isinstance(loose, dict) else None
    return {"id": found} if isinstance(found, str | int) and len(str(found)) <= LONGEST_ID else {}


class Contained:
    """A context that turns whatever goes wrong with a line into its answer, our own errors too."""

    def __init__(self) -> None:
        self.answer: dict[str, Any] = {}

    def __enter__(self) -> "Contained":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        match error:
            case CompileError():
                self.answer = answers.error_data(error.diagnostics)
            case BrokenPipeError():
                return False
            case Exception():
                self.answer = answers.error_data([internal(error)])
            case _:
                return False
        return True


def _read(text: str) -> Result[Any]:
    """A line as an object whose keys are known and of the right shape; all that is wrong is reported (E640, E641)."""
    from cubeproof.request.jsontext import read_json

    if len(text) > LONGEST:
        return Result(None, (Diagnostic(code="E640", message="the line is too long"),))
    read = read_json(text, "request")
    if has_errors(read.diagnostics):
        return read
    line = read.value
    if not isinstance(line, dict):
        return Result(None, (Diagnostic(code="E640", message="a line must be an object"),))
    problems = [_unknown(key) for key in line if key not in KEYS]
    for key, (shape, expected) in _SHAPES.items():
        if key in line and not isinstance(line[key], shape):
            problems.append(Diagnostic(code="E640", message=f"`{key}` must be {expected}", path=key))
    if "query" not in line:
        problems.append(Diagnostic(code="E640", message="`query` is missing", path="query"))
    problems += (
        Diagnostic(code="E640", message=f"give `{one}` or `{other}`, not both", path=other)
        for one, other in _EITHER
        if one in line and other in line
    )
    for key in ("files", "env"):
        if isinstance(line.get(key), dict) and not all(isinstance(v, str) for v in line[key].values()):
            problems.append(Diagnostic(code="E640", message=f"`{key}` must be {_SHAPES[key][1]}", path=key))
    return Result(line, tuple(problems))


def _unknown(key: str) -> Diagnostic:
    meant = nearest(key, KEYS)
    return Diagnostic(
        code="E641",
        message=f"unknown key `{key}`",
        path=key,
        help=f"did you mean `{meant}`?" if meant else None,
    )


def _statements(settings: Settings, line: dict[str, Any], shelf: Shelf) -> dict[str, Any]:
    """The answer to a line; raises `CompileError` with what is wrong with it."""
    mine = Settings(settings.configuration, settings.folder, {**settings.given, **_given(line)})
    caller = _caller(mine, line)
    asked = queries.read(line["query"], mine)
    fixed = line["compileContext"] if "compileContext" in line else models.compile_context(settings, caller)
    shelved = shelf.models(line, settings)
    compiled = shelved.value.compiled(caller.context, compile_context=fixed)
    unnamed = models.unnamed_caller(shelved.value.project, fixed, caller)
    diagnostics = (*caller.diagnostics, *shelved.diagnostics, *compiled.diagnostics, *unnamed)
    if has_errors(diagnostics):
        raise CompileError(diagnostics)
    found = [
        _statement(compiled.value, answer, diagnostics)
        for answer in queries.answers(mine, compiled.value, asked, caller.context)
    ]
    if len(found) == 1:
        return {key: value for key, value in found[0].items() if key not in ("query_index", "range_index")}
    return {"schema_version": answers.SCHEMA_VERSION, "statements": found}


def _statement(compiled: Compiled, answer: queries.Answer, said: tuple[Diagnostic, ...]) -> dict[str, Any]:
    index = queries.place(answer.asked)
    if answer.statement is None:
        error = answers.error_data((*said, *answer.diagnostics))
        return {"dialect": answer.asked.dialect, **error, **index}
    return {**answers.statement_data(answer.statement, diagnostics=said), **index}


def _given(line: dict[str, Any]) -> dict[str, Any]:
    """A line's own choices, as the options of a command line."""
    problems: list[Diagnostic] = []
    for key, known in (("semantics", ("cube", "strict")), ("aliases", ("dotted", "underscored"))):
        if key in line and line[key] not in known:
            problems.append(Diagnostic(code="E640", message=f"`{key}` must be {_SHAPES[key][1]}", path=key))
    if problems:
        raise CompileError(problems)
    given: dict[str, Any] = {key: line[key] for key in ("semantics", "aliases", "now") if key in line}
    if "dialect" in line:
        given["dialects"] = (line["dialect"],)
    elif "dialects" in line:
        given["dialects"] = tuple(map(str, line["dialects"]))
    return given


def _caller(settings: Settings, line: dict[str, Any]) -> callers.Caller:
    if "token" in line:
        return callers.of(callers.verified(settings, line["token"]))
    if "context" in line:
        return callers.of(Result(line["context"]))
    if settings.given.get("context") is not None or callers.token_text(settings.given) is not None:
        return callers.caller(settings)
    return callers.Caller.nobody()
