"""The collection of models through Cube's own compilers and through ours: who accepts what, and what `meta` says.

    python tools/meta_differential.py --oracle DIR [--store] [--only TEXT]

`DIR` holds `oracle.js` and its node modules. A project is a folder of `tests/collection`; `--store` keeps Cube's
answers in `answers.json` there, with which the tests compare ours without Node. Exit code 1 on a mismatch.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from cubeproof.diagnostics import has_errors
from cubeproof.evaluate import CompileContext
from cubeproof.lower.meta import meta
from cubeproof.pipeline import compile_model
from cubeproof.workspace import from_texts
from differential import ask

COLLECTION = Path(__file__).parent.parent / "tests" / "collection"
ANSWERS = COLLECTION / "answers.json"
VERSIONS = ("0.35", "1.7")
CLAIMS = {"tenant": "north", "role": "manager", "regions": ["eu", "us"]}
"""What `COMPILE_CONTEXT.securityContext` is in every project."""

CUBE_FIELDS = ("title", "description", "public", "isVisible", "connectedComponent", "meta")
MEMBER_FIELDS = (
    "type", "title", "shortTitle", "description", "aggType", "format", "public", "isVisible", "primaryKey", "cumulative",
    "suggestFilterValues", "meta", "drillMembers", "drillMembersGrouped", "currency",
)  # fmt: skip
KINDS = ("measures", "dimensions", "segments")

Facts = dict[str, Any]
"""What a model says about itself, by place: `Orders.count aggType` to its value."""


def projects() -> dict[str, dict[str, str]]:
    """The texts of each project, by its name and their own."""
    folders = sorted(folder for folder in COLLECTION.iterdir() if folder.is_dir())
    return {
        folder.name: {
            path.relative_to(folder).as_posix(): path.read_bytes().decode()
            for path in sorted(folder.rglob("*.js"))
        }
        for folder in folders
    }


def ours(texts: Mapping[str, str]) -> Facts | None:
    """What we make of a project; None if it is refused."""
    project = from_texts(texts)
    compiled = compile_model(project.value, compile_context=CompileContext({"securityContext": CLAIMS}))
    if has_errors((*project.diagnostics, *compiled.diagnostics)):
        return None
    return facts(meta(compiled.value.model)["cubes"])


def facts(cubes: list[dict[str, Any]]) -> Facts:
    """The comparable part of `meta`."""
    found: Facts = {"cubes": sorted(cube["name"] for cube in cubes)}
    for cube in cubes:
        name = cube["name"]
        found |= {f"{name} {field}": cube[field] for field in CUBE_FIELDS if field in cube}
        for kind in KINDS:
            found[f"{name} {kind}"] = [member["name"] for member in cube[kind]]
            for member in cube[kind]:
                found |= {
                    f"{member['name']} {field}": member[field] for field in MEMBER_FIELDS if field in member
                }
    return found


def differences(own: Facts | None, cube: Mapping[str, Facts | None]) -> Iterator[str]:
    """Where we say something that no version of Cube says, by place."""
    accepted = [answer for answer in cube.values() if answer is not None]
    if own is None or not accepted:
        if accepted:
            yield "refused by us"
        elif own is not None:
            yield "refused by Cube"
        return
    for place in sorted({place for facts_ in (own, *accepted) for place in facts_}):
        if all(own.get(place) != answer.get(place) for answer in accepted):
            yield place


def unlisted(found: Mapping[str, list[str]], listed: Mapping[str, str]) -> list[str]:
    """Differences that no pattern `project: place` of the table names, and patterns that no difference needs."""
    places = [f"{project}: {place}" for project, differing in found.items() for place in differing]
    wrong = [place for place in places if not any(fnmatchcase(place, pattern) for pattern in listed)]
    stale = [pattern for pattern in listed if not any(fnmatchcase(place, pattern) for place in places)]
    return wrong + [f"{pattern} (listed, and no difference any more)" for pattern in stale]


def asked(folder: Path, texts: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, Facts | None]]:
    """What Cube says of each project, by version."""
    lines = [
        json.dumps({"files": files, "meta": True, "version": version, "context": CLAIMS})
        for files in texts.values()
        for version in VERSIONS
    ]
    answers = iter(ask(folder, lines))
    return {name: {version: _facts_of(next(answers)) for version in VERSIONS} for name in texts}


def stored() -> dict[str, dict[str, Facts | None]]:
    """Cube's answers as they were when they were last asked for."""
    answers: dict[str, dict[str, Facts | None]] = json.loads(ANSWERS.read_text("utf-8"))
    return answers


def listed() -> dict[str, str]:
    """Deliberate differences: patterns of `project: place`, and why."""
    table: dict[str, str] = json.loads((COLLECTION / "differences.json").read_text("utf-8"))
    return table


def _facts_of(answer: dict[str, Any]) -> Facts | None:
    return facts(answer["cubes"]) if "cubes" in answer else None


def main() -> int:
    """Ask, compare, report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    oracle = os.environ.get("CUBEPROOF_ORACLE")
    parser.add_argument("--oracle", metavar="DIR", default=oracle, required=oracle is None)
    parser.add_argument("--only", metavar="TEXT", default="", help="projects whose name contains it")
    parser.add_argument("--store", action="store_true", help="keep Cube's answers for the tests")
    arguments = parser.parse_args()
    texts = {name: files for name, files in projects().items() if arguments.only in name}
    cube = asked(Path(arguments.oracle), texts)
    if arguments.store and not arguments.only:
        lines = ",\n".join(
            f"{json.dumps(name)}: {json.dumps(answer, sort_keys=True)}" for name, answer in cube.items()
        )
        ANSWERS.write_text(f"{{\n{lines}\n}}\n", "utf-8")
    found = {name: list(differences(ours(files), cube[name])) for name, files in texts.items()}
    wrong = unlisted(found, {} if arguments.only else listed())
    for place in wrong:
        print(place)
    refused = sum(all(answer is None for answer in answers.values()) for answers in cube.values())
    files = sum(map(len, texts.values()))
    print(
        f"{len(texts)} projects, {files} files, {refused} projects refused by Cube, {len(wrong)} mismatches"
    )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
