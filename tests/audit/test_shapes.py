"""SQL in many shapes: what a guard does there, and what is read without one; where it restricts, DuckDB shows own rows only."""

from collections.abc import Iterator

import pytest

from cubeproof.audit import facts, unguarded
from cubeproof.engines import Engine, connect
from models import compiled, statement

G = "${USER_CONTEXT.id.filter('owner')}"
N = "${USER_CONTEXT.id.filter('n.owner')}"
DATA = """
CREATE TABLE public.notes (owner INTEGER, tag INTEGER, body TEXT, shared BOOLEAN);
INSERT INTO public.notes VALUES (1, 1, 'a', false), (1, 2, 'b', true), (2, 1, 'c', false), (2, 2, 'd', true);
CREATE TABLE public.old_notes AS SELECT * FROM public.notes;
CREATE TABLE public.tags (tag INTEGER, boss INTEGER, name TEXT);
INSERT INTO public.tags VALUES (1, 1, 'x'), (2, 2, 'y');
CREATE SCHEMA archive;
CREATE TABLE archive.notes AS SELECT * FROM public.notes;
SET search_path = 'public';
"""
SHAPES: list[tuple[str, str, tuple[str, ...]]] = [
    # one SELECT, the guard among its conditions
    (f"SELECT * FROM notes WHERE {G}", "restricts", ()),
    (f"SELECT * FROM notes WHERE ({G})", "restricts", ()),
    (f"SELECT * FROM notes WHERE body <> 'z' AND {G} AND tag > 0", "restricts", ()),
    (f"SELECT * FROM notes WHERE (body <> 'z' AND ({G} AND (tag > 0)))", "restricts", ()),
    (f"(SELECT * FROM notes WHERE {G})", "restricts", ()),
    (f"SELECT * FROM notes n WHERE {N} -- AND more", "restricts", ()),
    (f"SELECT n.* FROM archive.notes AS n WHERE {N}", "restricts", ()),
    (f"SELECT * FROM notes WHERE {G} AND (shared OR tag = 1)", "restricts", ()),
    (f"SELECT DISTINCT owner FROM notes WHERE {G}", "restricts", ()),
    (f"SELECT owner, count(*) AS c FROM notes WHERE {G} GROUP BY 1 HAVING count(*) > 0", "restricts", ()),
    (f"SELECT * FROM notes WHERE {G} ORDER BY tag LIMIT 10", "restricts", ()),
    (f"SELECT owner, row_number() OVER (ORDER BY tag) AS r FROM notes WHERE {G}", "restricts", ()),
    # beside joined tables
    (f"SELECT n.* FROM notes n JOIN tags t ON t.tag = n.tag WHERE {N}", "restricts", ()),
    (f"SELECT n.* FROM notes n LEFT JOIN tags t ON t.tag = n.tag AND t.boss > 0 WHERE {N}", "restricts", ()),
    (f"SELECT n.* FROM notes n, tags t WHERE t.tag = n.tag AND {N}", "restricts", ()),
    (f"SELECT n.* FROM notes n CROSS JOIN tags WHERE {N}", "restricts", ()),
    (f"SELECT n.* FROM notes n JOIN (SELECT * FROM tags) t ON t.tag = n.tag WHERE {N}", "restricts", ()),
    (f"SELECT n.* FROM (SELECT * FROM notes UNION ALL SELECT * FROM old_notes) n WHERE {N}", "restricts", ()),
    (f"SELECT n.* FROM (notes n JOIN tags t ON t.tag = n.tag) WHERE {N}", "restricts", ()),
    # beside WITH
    (f"WITH t AS (SELECT 1) SELECT * FROM notes WHERE {G}", "restricts", ()),
    (f"WITH n AS (SELECT * FROM notes) SELECT * FROM n WHERE {N}", "restricts", ()),
    (f"WITH a AS (SELECT * FROM notes), n AS (SELECT * FROM a) SELECT * FROM n WHERE {N}", "restricts", ()),
    # nested queries elsewhere read on their own
    (f"SELECT n.*, (SELECT max(t.name) FROM tags t) AS last FROM notes n WHERE {N}", "restricts", ("tags",)),
    (f"SELECT * FROM notes WHERE {G} AND tag IN (SELECT tag FROM tags)", "restricts", ("tags",)),
    (f"SELECT * FROM notes n WHERE {N} AND EXISTS (SELECT 1 FROM tags t WHERE t.tag = n.tag)", "restricts", ("tags",)),
    (f"SELECT n.* FROM notes n JOIN tags t ON t.tag = (SELECT max(tag) FROM archive.notes) WHERE {N}", "restricts",
     ("archive.notes",)),
    # callbacks
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner = ${v}`)}", "restricts", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `${v} = owner`)}", "restricts", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner IN (${v})`)}", "restricts", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner IN (SELECT boss FROM tags WHERE boss = ${v})`)}",
     "restricts", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner = ${v} OR shared`)}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `${v} = ${v}`)}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner <> ${v}`)}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `1 IN (SELECT 1 FROM tags WHERE boss = ${v})`)}",
     "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner = ${v} AND tag = 1`)}", "unproven", ()),
    # a column that is none
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('1')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('1 + 0')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('coalesce(1, 2)')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('owner + 0')}", "restricts", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('notes.owner')}", "restricts", ()),
    # one arm of several
    (f"SELECT * FROM notes WHERE {G} UNION ALL SELECT * FROM old_notes", "partial", ("old_notes",)),
    (f"SELECT * FROM notes WHERE {G} UNION SELECT * FROM archive.notes", "partial", ("archive.notes",)),
    (f"(SELECT * FROM old_notes) UNION ALL (SELECT * FROM notes WHERE {G})", "partial", ("old_notes",)),
    (f"SELECT * FROM notes WHERE {G} UNION ALL SELECT * FROM old_notes WHERE shared", "partial", ("old_notes",)),
    (f"WITH o AS (SELECT * FROM old_notes) SELECT * FROM notes WHERE {G} UNION ALL SELECT * FROM o", "partial",
     ("old_notes",)),
    # where it does not hold for every row
    (f"SELECT * FROM notes WHERE {G} OR shared", "unproven", ()),
    (f"SELECT * FROM notes WHERE tag = 1 AND ({G} OR shared)", "unproven", ()),
    (f"SELECT * FROM notes WHERE NOT {G}", "unproven", ()),
    (f"SELECT * FROM notes WHERE NOT ({G})", "unproven", ()),
    (f"SELECT * FROM notes WHERE ({G}) IS NOT NULL", "unproven", ()),
    (f"SELECT * FROM notes WHERE ({G}) = shared", "unproven", ()),
    (f"SELECT * FROM notes WHERE coalesce({G}, true)", "unproven", ()),
    (f"SELECT * FROM notes WHERE CASE WHEN shared THEN true ELSE {G} END", "unproven", ()),
    (f"SELECT n.* FROM notes n LEFT JOIN tags t ON {N}", "unproven", ()),
    (f"SELECT owner, {G} AS mine FROM notes", "unproven", ()),
    (f"SELECT owner, count(*) AS c FROM notes GROUP BY 1 HAVING {G}", "unproven", ()),
    (f"SELECT owner, count(*) FILTER (WHERE {G}) AS c FROM notes GROUP BY 1", "unproven", ()),
    (f"SELECT * FROM notes WHERE tag IN (SELECT tag FROM old_notes WHERE {G})", "unproven", ()),
    (f"SELECT * FROM (SELECT * FROM notes WHERE {G}) x", "unproven", ()),
    (f"SELECT x.* FROM (SELECT * FROM notes WHERE {G}) x, old_notes", "unproven", ("old_notes",)),
    (f"WITH n AS (SELECT * FROM notes WHERE {G}) SELECT o.* FROM n JOIN old_notes o ON o.tag = n.tag", "unproven",
     ("old_notes",)),
    # what no parser of SQL knows
    (f"SELECT * FROM notes WHERE {G} AND AND", "unproven", ("SELECT * FROM notes WHERE … AND AND",)),
]  # fmt: skip


@pytest.fixture(scope="module")
def database() -> Iterator[Engine]:
    with connect("duckdb:///:memory:", data=DATA) as engine:
        yield engine


@pytest.mark.parametrize(("sql", "effect", "tables"), SHAPES)
def test_what_a_guard_does_and_what_has_none(
    sql: str, effect: str, tables: tuple[str, ...], database: Engine
) -> None:
    model = compiled(
        Notes="cube(`Notes`, {sql: `" + sql + "`, dimensions: {owner: {sql: `owner`, type: `number`}}});"
    )
    made = statement(model, {"dimensions": ["Notes.owner"]}, {"id": 1}, dialect="duckdb")
    assert [effect] == [fact.effect for fact in facts(model.model, made)]
    assert {("Notes", table) for table in tables} == set(unguarded(model.model, made))
    if effect == "restricts":
        assert ((1,),) == database.run(made.sql, made.params).rows
