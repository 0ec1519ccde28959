"""SQL in many shapes: what a guard does there, and what is read without one; where it restricts, DuckDB shows own rows only."""

from collections.abc import Iterator

import pytest

from cubeproof.audit import facts, unguarded
from cubeproof.engines import Engine, connect
from cubeproof.pipeline import Compiled
from models import compiled, statement

G = "${USER_CONTEXT.id.filter('owner')}"
X = "${USER_CONTEXT.id.filter('x.owner')}"
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
    (f"SELECT n.* FROM notes n JOIN tags t ON t.tag = n.tag WHERE {N}", "restricts", ("tags",)),
    (f"SELECT n.* FROM notes n LEFT JOIN tags t ON t.tag = n.tag AND t.boss > 0 WHERE {N}", "restricts", ("tags",)),
    (f"SELECT n.* FROM notes n, tags t WHERE t.tag = n.tag AND {N}", "restricts", ("tags",)),
    (f"SELECT n.* FROM notes n CROSS JOIN tags WHERE {N}", "unproven", ("tags",)),
    (f"SELECT n.* FROM notes n JOIN (SELECT * FROM tags) t ON t.tag = n.tag WHERE {N}", "restricts", ("tags",)),
    (f"SELECT n.* FROM (SELECT * FROM notes UNION ALL SELECT * FROM old_notes) n WHERE {N}", "restricts", ()),
    (f"SELECT n.* FROM (notes n JOIN tags t ON t.tag = n.tag) WHERE {N}", "restricts", ("tags",)),
    # beside WITH
    (f"WITH t AS (SELECT 1) SELECT * FROM notes WHERE {G}", "restricts", ()),
    (f"WITH n AS (SELECT * FROM notes) SELECT * FROM n WHERE {N}", "restricts", ()),
    (f"WITH a AS (SELECT * FROM notes), n AS (SELECT * FROM a) SELECT * FROM n WHERE {N}", "restricts", ()),
    # nested queries elsewhere read on their own
    (f"SELECT n.*, (SELECT max(t.name) FROM tags t) AS last FROM notes n WHERE {N}", "restricts", ("tags",)),
    (f"SELECT * FROM notes WHERE {G} AND tag IN (SELECT tag FROM tags)", "restricts", ("tags",)),
    (f"SELECT * FROM notes n WHERE {N} AND EXISTS (SELECT 1 FROM tags t WHERE t.tag = n.tag)", "restricts", ("tags",)),
    (f"SELECT n.* FROM notes n JOIN tags t ON t.tag = (SELECT max(tag) FROM archive.notes) WHERE {N}", "unproven",
     ("tags", "archive.notes")),
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
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `owner = ${v} AND tag = 1`)}", "restricts", ()),
    # a column that is none
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('1')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('1 + 0')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('coalesce(1, 2)')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('owner + 0')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('length(body)')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('CASE WHEN shared THEN 1 ELSE owner END')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('CAST(owner AS VARCHAR)')}", "restricts", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('owner::text')}", "restricts", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('CAST(owner AS BOOLEAN)')}", "unproven", ()),
    ("SELECT 1 AS mine, * FROM notes WHERE ${USER_CONTEXT.id.filter('mine')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('notes.owner')}", "restricts", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('current_user')}", "unproven", ()),
    ("SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('user')}", "unproven", ()),
    (f'WITH "Notes" AS (SELECT 1 AS owner) SELECT * FROM notes WHERE {G}', "unproven", ()),
    # one arm of several
    (f"SELECT * FROM notes WHERE {G} UNION ALL SELECT * FROM old_notes", "partial", ("old_notes",)),
    (f"SELECT * FROM notes WHERE {G} UNION SELECT * FROM archive.notes", "partial", ("archive.notes",)),
    (f"(SELECT * FROM old_notes) UNION ALL (SELECT * FROM notes WHERE {G})", "partial", ("old_notes",)),
    (f"SELECT * FROM notes WHERE {G} UNION ALL SELECT * FROM old_notes WHERE shared", "partial", ("old_notes",)),
    (f"WITH o AS (SELECT * FROM old_notes) SELECT * FROM notes WHERE {G} UNION ALL SELECT * FROM o", "partial",
     ("old_notes",)),
    # every arm
    (f"SELECT * FROM notes WHERE {G} UNION ALL SELECT * FROM old_notes WHERE {G}", "restricts restricts", ()),
    (f"SELECT * FROM notes WHERE {G} UNION ALL SELECT * FROM old_notes WHERE {G} OR shared", "partial unproven", ()),
    (f"SELECT * FROM notes WHERE {G} AND (shared OR {G})", "restricts unproven", ()),
    # nested queries in FROM
    (f"WITH mine AS (SELECT * FROM notes WHERE {G}) SELECT m.* FROM mine m JOIN tags t ON t.tag = m.tag", "restricts",
     ("tags",)),
    (f"SELECT owner, count(*) AS c FROM (SELECT * FROM notes WHERE {G}) x GROUP BY 1", "restricts", ()),
    (f"SELECT x.* FROM (SELECT owner, count(*) AS c FROM notes GROUP BY owner) x WHERE {X}", "restricts", ()),
    (f"SELECT x.* FROM (SELECT owner, count(*) AS c FROM notes GROUP BY 1) x WHERE {X}", "restricts", ()),
    (f"SELECT x.* FROM (SELECT min(owner) AS owner, count(*) AS c FROM notes GROUP BY tag) x WHERE {X}", "unproven", ()),
    (f"SELECT x.* FROM (SELECT owner, max(tag) OVER () AS m FROM notes) x WHERE {X}", "unproven", ()),
    (f"SELECT x.* FROM (SELECT CASE WHEN shared THEN 1 ELSE owner END AS owner, body FROM notes) x WHERE {X}", "unproven", ()),
    (f"SELECT x.* FROM (SELECT n.owner, o.body FROM notes n JOIN old_notes o ON true) x WHERE {X}", "unproven", ("old_notes",)),
    (f"SELECT x.* FROM (SELECT n.owner, t.name FROM notes n JOIN tags t USING (tag)) x WHERE {X}", "restricts", ("tags",)),
    (f"SELECT x.* FROM (SELECT owner, tag FROM notes UNION ALL SELECT owner, tag FROM old_notes) x WHERE {X}", "restricts", ()),
    (f"SELECT x.* FROM (SELECT owner, tag FROM notes UNION ALL SELECT 1 AS owner, owner AS tag FROM old_notes) x WHERE {X}",
     "unproven", ("old_notes",)),
    # whose column
    (f"SELECT n.owner FROM notes n JOIN (SELECT tag, name FROM tags) t ON t.tag = n.tag WHERE {G}", "restricts", ("tags",)),
    (f"SELECT n.owner FROM notes n JOIN tags t ON t.tag = n.tag WHERE {G}", "restricts", ("notes", "tags")),
    (f"SELECT n.owner FROM notes n LEFT JOIN tags t ON t.tag = n.tag WHERE {G}", "unproven", ("notes", "tags")),
    (f"SELECT n.owner FROM notes n, unnest([1, 2]) AS u(x) WHERE {N}", "restricts", ()),
    (f"SELECT o.owner FROM notes n JOIN old_notes o ON o.owner = n.owner WHERE {N}", "restricts", ("old_notes",)),
    (f"SELECT n.owner FROM notes n JOIN old_notes o ON o.tag > n.tag WHERE {N}", "unproven", ("old_notes",)),
    (f"SELECT n.owner FROM old_notes o LEFT JOIN notes n ON n.tag = o.tag WHERE {N}", "unproven", ("old_notes",)),
    (f"SELECT n.owner FROM notes n FULL JOIN old_notes o ON n.tag = o.tag WHERE {N}", "unproven", ("old_notes",)),
    (f"SELECT n.owner FROM notes n JOIN old_notes o ON o.owner = n.owner OR o.shared WHERE {N}", "unproven", ("old_notes",)),
    (f"SELECT n.owner FROM notes n JOIN tags t ON t.tag = n.tag LEFT JOIN old_notes o ON o.tag = t.tag WHERE {N}", "restricts",
     ("tags", "old_notes")),
    # where it does not hold for every row
    (f"SELECT * FROM notes WHERE {G} OR shared", "unproven", ()),
    (f"SELECT * FROM notes WHERE tag = 1 AND ({G} OR shared)", "unproven", ()),
    (f"SELECT * FROM notes WHERE NOT {G}", "unproven", ()),
    (f"SELECT * FROM notes WHERE NOT ({G})", "unproven", ()),
    (f"SELECT * FROM notes WHERE ({G}) IS NOT NULL", "unproven", ()),
    (f"SELECT * FROM notes WHERE ({G}) = shared", "unproven", ()),
    (f"SELECT * FROM notes WHERE coalesce({G}, true)", "unproven", ()),
    (f"SELECT * FROM notes WHERE CASE WHEN shared THEN true ELSE {G} END", "unproven", ()),
    (f"SELECT n.* FROM notes n LEFT JOIN tags t ON {N}", "unproven", ("tags",)),
    (f"SELECT owner, {G} AS mine FROM notes", "unproven", ()),
    (f"SELECT owner, count(*) AS c FROM notes GROUP BY 1 HAVING {G}", "unproven", ()),
    (f"SELECT owner, count(*) FILTER (WHERE {G}) AS c FROM notes GROUP BY 1", "unproven", ()),
    (f"SELECT * FROM (SELECT * FROM notes WHERE {G}) x", "restricts", ()),
    (f"SELECT x.* FROM (SELECT * FROM notes WHERE {G}) x, old_notes", "unproven", ("old_notes",)),
    (f"WITH n AS (SELECT * FROM notes WHERE {G}) SELECT o.* FROM n JOIN old_notes o ON true", "unproven", ("old_notes",)),
    (f"SELECT o.* FROM notes n JOIN old_notes o ON true WHERE {N}", "unproven", ("old_notes",)),
    (f"WITH n AS (SELECT * FROM notes WHERE {G}) SELECT n.* FROM n JOIN old_notes o ON o.tag = n.tag", "restricts",
     ("old_notes",)),
    # what no parser of SQL knows
    (f"SELECT * FROM notes WHERE {G} AND AND", "unproven", ("SELECT * FROM notes WHERE owner = … AND AND",)),
]  # fmt: skip


@pytest.fixture(scope="module")
def database() -> Iterator[Engine]:
    with connect("duckdb:///:memory:", data=DATA) as engine:
        yield engine


@pytest.mark.parametrize(("sql", "effect", "tables"), SHAPES)
def test_what_a_guard_does_and_what_has_none(
    sql: str, effect: str, tables: tuple[str, ...], database: Engine
) -> None:
    made = statement(_notes(sql), {"dimensions": ["Notes.owner"]}, {"id": 1}, dialect="duckdb")
    assert effect.split() == [fact.effect for fact in facts(made)]
    assert {("Notes", table) for table in tables} == set(unguarded(made))
    if set(effect.split()) == {"restricts"}:
        assert ((1,),) == database.run(made.sql, made.params).rows


@pytest.mark.parametrize(
    "sql",
    [
        f"SELECT * FROM notes WHERE tag IN (SELECT o.tag FROM old_notes o WHERE {G} AND NOT shared)",
        "SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => `tag IN (SELECT t.tag FROM tags t WHERE boss = ${v})`)}",
    ],
)
def test_a_lookup_restricts_to_what_it_finds(sql: str, database: Engine) -> None:
    made = statement(_notes(sql), {"dimensions": ["Notes.owner", "Notes.tag"]}, {"id": 1}, dialect="duckdb")
    assert ["restricts"] == [fact.effect for fact in facts(made)]
    assert ((1, 1), (2, 1)) == database.run(made.sql, made.params).rows


@pytest.mark.parametrize(
    "sql",
    [
        f"SELECT o.* FROM notes n JOIN old_notes o ON true WHERE {N}",
        f"SELECT o.* FROM notes n JOIN old_notes o ON o.tag > n.tag WHERE {N}",
        f"SELECT o.* FROM old_notes o LEFT JOIN (SELECT * FROM notes WHERE {G}) n ON n.tag = o.tag",
        f"SELECT 1 AS x, * FROM notes WHERE {G} OR shared",
        f"SELECT x.o AS owner FROM (SELECT n.owner, o.owner AS o FROM notes n, old_notes o) x WHERE {X}",
        "SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('CASE WHEN shared THEN 1 ELSE owner END')}",
        "SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('length(body)')}",
    ],
)
def test_rows_of_others_are_never_called_the_callers_own(sql: str, database: Engine) -> None:
    made = statement(_notes(sql), {"dimensions": ["Notes.owner"]}, {"id": 1}, dialect="duckdb")
    assert ["unproven"] == [fact.effect for fact in facts(made)]
    assert (2,) in database.run(made.sql, made.params).rows


SPLICED = f"SELECT * FROM notes WHERE {G} AND tag = ${{USER_CONTEXT.tag.unsafeValue()}}"
CHOICE = f"SELECT * FROM notes WHERE {G} AND ${{USER_CONTEXT.tag.unsafeValue() === '1' ? 'tag = 1' : 'tag = 1 OR shared'}}"
LISTED = "SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter((v) => Array.isArray(v) ? `owner IN (${v}) OR shared` : `owner = ${v}`)}"
FORCED = f"SELECT * FROM notes WHERE {G} AND tag IN (${{USER_CONTEXT.tags.unsafeValue().map((t) => t + ' ').join(',')}})"


@pytest.mark.parametrize(
    ("sql", "claims", "effect"),
    [
        (SPLICED, {"id": 1, "tag": "1"}, "restricts"),
        (SPLICED, {"id": 1, "tag": "1 OR shared"}, "unproven"),
        (CHOICE, {"id": 1, "tag": "1"}, "restricts"),
        (CHOICE, {"id": 1, "tag": "2"}, "unproven"),
        (LISTED, {"id": 1}, "restricts"),
        (LISTED, {"id": [1]}, "unproven"),
        (FORCED, {"id": 1, "tags": ["1"]}, "restricts"),
        (FORCED, {"id": 1, "tags": ["1) OR (1 = 1"]}, "unproven"),
    ],
)
def test_what_counts_is_the_sql_that_the_caller_gets(
    sql: str, claims: dict[str, object], effect: str, database: Engine
) -> None:
    made = statement(_notes(sql), {"dimensions": ["Notes.owner"]}, claims, dialect="duckdb")
    assert effect in {fact.effect for fact in facts(made) if fact.guard.claim == "id"}
    rows = database.run(made.sql, made.params).rows
    assert (rows == ((1,),)) is (effect == "restricts")


def _notes(sql: str) -> Compiled:
    members = "owner: {sql: `owner`, type: `number`}, tag: {sql: `tag`, type: `number`}"
    return compiled(Notes="cube(`Notes`, {sql: `" + sql + "`, dimensions: {" + members + "}});")
