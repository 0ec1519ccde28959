import pytest

from cubeproof.engines import Engine


@pytest.fixture(params=["duckdb_sample", "sqlite_sample", "postgres_sample"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.getfixturevalue(request.param)
