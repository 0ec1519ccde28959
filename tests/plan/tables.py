"""Tables of a test's own on an engine that the test names by parameter."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from cubeproof.engines import Engine, connect


@contextmanager
def loaded(request: pytest.FixtureRequest, data: str) -> Iterator[Engine]:
    """The engine that `request.param` names, with the tables of a script."""
    if request.param != "postgres":
        with connect(f"{request.param}:///:memory:", data=data) as engine:
            yield engine
        return
    url = request.getfixturevalue("postgres_url")
    with psycopg.connect(url) as connection:
        connection.execute(data.encode())
    with connect(url) as engine:
        yield engine
