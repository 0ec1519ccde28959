"""Any folders of projects: which model files are accepted, which are refused and why, and what crashed.

    python tools/corpus.py PATH… [--json]

A project is a folder called `schema`, `model` or `models` with everything below it; a model file outside of such a
folder belongs to the folder it is in. Nothing of a project is run, and no crash of the compiler ends the tool. Exit
code 0 if everything was accepted, 1 if something was refused or crashed, 2 on wrong use, 3 without any model file.
"""

import argparse
import json
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cubeproof.diagnostics import Diagnostic
from cubeproof.evaluate import CompileContext
from cubeproof.pipeline import compile_model
from cubeproof.workspace import from_texts

MODEL_FOLDERS = ("schema", "model", "models")
SKIPPED = ("node_modules", ".git")
MODEL = ("cube(", "view(")
"""One of these stands in every file that is a model by itself; a project without any is other JavaScript."""


class Seen(NamedTuple):
    """A project: its files, and for each refused one the errors in it; or how it crashed."""

    files: tuple[str, ...]
    errors: Mapping[str, tuple[Diagnostic, ...]]
    crash: str = ""


def projects(paths: Iterable[Path]) -> dict[Path, list[Path]]:
    """The JavaScript files of each project."""
    found: dict[Path, list[Path]] = {}
    for path in paths:
        for file in sorted(set(_files(path))):
            found.setdefault(_project(file, path if path.is_dir() else path.parent), []).append(file)
    return found


def look(folder: Path, files: Iterable[Path]) -> Seen | None:
    """What becomes of a project; None if there is no model in it."""
    try:
        texts = {file.relative_to(folder).as_posix(): file.read_text("utf-8", "replace") for file in files}
    except OSError as error:
        return Seen((), {}, f"cannot be read: {error.strerror}")
    if not any(word in text for text in texts.values() for word in MODEL):
        return None
    try:
        project = from_texts(texts)
        compiled = compile_model(project.value, compile_context=CompileContext({"securityContext": {}}))
    except Exception as error:  # a crash of any kind is what this looks for
        at = traceback.extract_tb(error.__traceback__)[-1]
        return Seen(tuple(texts), {}, f"{type(error).__name__} in {Path(at.filename).name}:{at.lineno}")
    errors: dict[str, tuple[Diagnostic, ...]] = {}
    for found in (*project.diagnostics, *compiled.diagnostics):
        if found.severity == "error":
            name = found.span.source.path if found.span else found.path or ""
            errors[name] = (*errors.get(name, ()), found)
    return Seen(tuple(texts), errors)


def summary(seen: Mapping[Path, Seen], seconds: float) -> dict[str, Any]:
    """The figures, ready for JSON. A reason counts once for each file."""
    reasons: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for folder, one in seen.items():
        for name, errors in one.errors.items():
            for reason, example in {_reason(error): error for error in reversed(errors)}.items():
                reasons[reason] += 1
                line = f":{example.span.source.position(example.span.start)[0]}" if example.span else ""
                examples.setdefault(reason, f"{folder / name}{line}")
    files = sum(len(one.files) for one in seen.values())
    refused = sum(len(one.errors) for one in seen.values())
    crashed = sum(len(one.files) for one in seen.values() if one.crash)
    return {
        "projects": len(seen),
        "files": files,
        "accepted": files - refused - crashed,
        "refused": refused,
        "reasons": [
            {"reason": reason, "files": count, "example": examples[reason]}
            for reason, count in reasons.most_common()
        ],
        "crashes": [
            {"project": str(folder), "crash": one.crash} for folder, one in seen.items() if one.crash
        ],
        "seconds": round(seconds, 2),
    }


def _reason(error: Diagnostic) -> str:
    """The code and what it is about, without the names that differ from file to file."""
    parts = error.message.split("`")
    return f"{error.code} " + "`…`".join(parts[::2])


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name not in SKIPPED)
        yield from (Path(folder, name) for name in names if name.endswith(".js"))


def _project(file: Path, root: Path) -> Path:
    for folder in file.parents:
        if folder.name in MODEL_FOLDERS:
            return folder
        if folder == root:
            break
    return file.parent


def main() -> int:
    """Look at everything, print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    arguments = parser.parse_args()
    for path in arguments.paths:
        if not path.exists():
            parser.error(f"there is no {path}")
    start = time.perf_counter()
    looked = {folder: look(folder, files) for folder, files in projects(arguments.paths).items()}
    seen = {folder: one for folder, one in looked.items() if one is not None}
    figures = summary(seen, time.perf_counter() - start)
    print(json.dumps(figures, indent=2) if arguments.json else _text(figures))
    if not seen:
        return 3
    return int(bool(figures["refused"] or figures["crashes"]))


def _text(figures: Mapping[str, Any]) -> str:
    lines = [f"{one['files']:6}  {one['reason']}\n        {one['example']}" for one in figures["reasons"]]
    lines += [f" crash  {one['crash']}\n        {one['project']}" for one in figures["crashes"]]
    return "\n".join(
        (
            *lines,
            f"{figures['projects']} projects, {figures['files']} files: {figures['accepted']} accepted, "
            f"{figures['refused']} refused, {len(figures['crashes'])} crashes, {figures['seconds']} s",
        )
    )


if __name__ == "__main__":
    sys.exit(main())
