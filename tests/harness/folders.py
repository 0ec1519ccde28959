"""A project with a model and one scenario, in a folder of its own."""

from pathlib import Path

from cubeproof.harness.session import Cells, Skipped, Unusable, cells

NOTES = """
cube(`Notes`, {
  sql: `SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('owner')}`,
  measures: {count: {type: `count`}},
  dimensions: {title: {sql: `title`, type: `string`}},
});
cube(`Tags`, {sql: `SELECT * FROM tags`, measures: {count: {type: `count`}}});
cube(`Secrets`, {
  sql: `SELECT * FROM secrets WHERE ${USER_CONTEXT.ssn.requiredFilter('ssn')}`,
  measures: {count: {type: `count`}},
});
"""
ROWS = """
CREATE TABLE notes (id INTEGER, owner INTEGER, title VARCHAR);
INSERT INTO notes VALUES (1, 42, 'a'), (2, 42, 'b'), (3, 7, 'c');
CREATE TABLE tags (id INTEGER);
CREATE TABLE secrets (ssn VARCHAR);
"""
HEAD = """
suite: notes
model: ../schema
dialects: [duckdb]
tokens:
  ann: {u: {id: 42}}
  nobody: {}
queries:
  notes: {measures: [Notes.count]}
"""


def project(folder: Path, scenario: str, model: str = NOTES) -> Path:
    """The scenario's file."""
    (folder / "schema").mkdir(exist_ok=True)
    (folder / "schema" / "Notes.js").write_text(model)
    (folder / "tests").mkdir(exist_ok=True)
    (folder / "tests" / "rows.sql").write_text(ROWS)
    (folder / "cubeproof.toml").write_text('sensitive-claims = ["ssn"]\n')
    file = folder / "tests" / "notes.access.yaml"
    file.write_text(scenario)
    return file


def opened(folder: Path, expect: str, head: str = HEAD, model: str = NOTES) -> Cells:
    """The cells of a scenario with these expectations."""
    return cells(str(project(folder, head + "expect:\n" + expect, model)), str(folder))


def wrong(folder: Path, scenario: str) -> list[tuple[str, str, str]]:
    """Code, place and message of each problem of a scenario that cannot be used."""
    try:
        cells(str(project(folder, scenario)), str(folder))
    except Unusable as error:
        return [(d.code, repr(d.span) if d.span else str(d.path), d.message) for d in error.diagnostics]
    return []


def outcomes(made: Cells) -> dict[str, str]:
    """Each cell with what is wrong with it: `ok`, `skipped: …`, or problems."""
    found = {}
    for name in made.names():
        try:
            found[name] = "; ".join(made.run(name).problems) or "ok"
        except Skipped as why:
            found[name] = f"skipped: {why}"
    return found
