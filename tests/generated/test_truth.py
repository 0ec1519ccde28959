"""Questions to generated models: the rows of each engine are those worked out by hand, row by row, without SQL."""

import itertools
from collections import Counter
from collections.abc import Iterator

import psycopg
import pytest

import generated
import lenses
import truth
import worlds
from cubeproof.engines import connect

CASES = 400
FIRST = 1
NUMBERS = range(FIRST, FIRST + CASES // generated.PER_WORLD)


def verdicts(number: int, url: str, dialect: str, data: str | None) -> Iterator[generated.Case]:
    world = worlds.world(number)
    model = generated.compiled(world)
    with connect(url, data=data) as engine:
        for asked in lenses.seen(world, generated.PER_WORLD):
            ours = generated.our_answer(engine, model, asked, dialect)
            yield generated.judge(world, asked, ours, None)


def wrong(cases: Iterator[generated.Case]) -> list[tuple[object, str, str]]:
    return [(case.asked, case.why, case.ours.sql) for case in cases if case.verdict == "mismatch"]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    ("url", "dialect"), [("duckdb:///:memory:", "duckdb"), ("sqlite:///:memory:", "sqlite")]
)
def test_embedded_engines_give_the_true_rows(number: int, url: str, dialect: str) -> None:
    assert [] == wrong(verdicts(number, url, dialect, worlds.script(worlds.world(number))))


@pytest.fixture(scope="module")
def worlds_in_postgres(postgres_url: str) -> str:
    with psycopg.connect(postgres_url) as connection:
        for number in NUMBERS:
            connection.execute(worlds.script(worlds.world(number)).encode())
    return postgres_url


@pytest.mark.parametrize("number", NUMBERS)
def test_postgres_gives_the_true_rows(number: int, worlds_in_postgres: str) -> None:
    assert [] == wrong(verdicts(number, worlds_in_postgres, "postgres", None))


def test_the_questions_reach_far() -> None:
    """Most have rows, many join cubes, some are refused for want of a path: none of that may vanish unseen."""
    asked = [(worlds.world(n), q) for n in NUMBERS for q in lenses.seen(worlds.world(n), generated.PER_WORLD)]
    answers = [truth.rows(world, question) for world, question in asked]
    seen = Counter("refused" if rows is None else "some" if rows else "none" for rows in answers)
    assert seen["some"] > CASES / 2
    assert seen["none"] > 0
    assert seen["refused"] > 0
    assert sum(question.root is not None for _, question in asked) > CASES / 20
    keys = set(itertools.chain.from_iterable(question.query for _, question in asked))
    assert keys == {"measures", "dimensions", "timeDimensions", "segments", "filters", "timezone"}


def test_a_world_is_always_the_same() -> None:
    assert generated.files(worlds.world(7)) == generated.files(worlds.world(7))
    assert lenses.seen(worlds.world(7), 25) == lenses.seen(worlds.world(7), 25)
