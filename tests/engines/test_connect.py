"""Opening databases: addresses, what is said when they do not open, and what is never said."""

import sys
from pathlib import Path

import pytest

from cubeproof import engines
from cubeproof.diagnostics.register import entries
from cubeproof.engines import DriverMissing, EngineError, masked
from cubeproof.engines.address import parse


def error_of(url: str, data: str | None = None) -> EngineError:
    with pytest.raises(EngineError) as caught:
        engines.connect(url, data=data, timeout=2)
    return caught.value


@pytest.mark.parametrize(
    ("url", "message", "help_"),
    [
        ("duckbd:///x.db", "no database is reached by `duckbd://`", "did you mean `duckdb://`?"),
        (
            "oracle://host/x",
            "no database is reached by `oracle://`",
            "write `duckdb:///FILE`, `sqlite:///FILE` or `postgresql://HOST/NAME`",
        ),
        (
            "shop.db",
            "`shop.db` is not a database URL",
            "write `duckdb:///FILE`, `sqlite:///FILE` or `postgresql://HOST/NAME`",
        ),
        (
            "duckdb://",
            "`duckdb://` names no file",
            "write `duckdb:///FILE`, with a fourth slash for an absolute path, or `duckdb:///:memory:`",
        ),
        (
            "sqlite:///",
            "`sqlite:///` names no file",
            "write `sqlite:///FILE`, with a fourth slash for an absolute path, or `sqlite:///:memory:`",
        ),
    ],
)
def test_an_address_that_is_not_understood_says_what_to_write(url: str, message: str, help_: str) -> None:
    error = error_of(url)
    assert ("E550", message, help_) == (error.code, error.message, error.help)


@pytest.mark.parametrize("url", ["duckdb:///none.duckdb", "sqlite:///none.db"])
def test_a_missing_file_is_named_and_not_created(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    error = error_of(url)
    assert ("E552", f"there is no file `{url.rpartition('/')[2]}`") == (error.code, error.message)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("family", ["duckdb", "sqlite"])
def test_a_file_that_is_no_database_does_not_open(
    family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("not a database at all\n" * 200)
    error = error_of(f"{family}:///notes.txt")
    assert "E552" == error.code
    assert str(tmp_path) not in error.message


def test_a_server_that_is_down_is_reported() -> None:
    error = error_of("postgresql://me:s3cr%40t@127.0.0.1:1/shop")
    assert "E552" == error.code
    assert "s3cr" not in error.message
    assert error.message.startswith("`postgresql://me:***@127.0.0.1:1/shop` does not answer: ")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:s3cret%zz@127.0.0.1:1/shop",
        "postgresql://me:s3cret@[::1/shop",
        "postgresql://me:s3cret@127.0.0.1:port/shop",
        "postgresql://127.0.0.1:1/shop?user=me&password=s3cret",
        "postgresql://127.0.0.1:1/shop?pasword=s3cret&password=s3cret",
    ],
)
def test_no_message_holds_a_password(url: str) -> None:
    error = error_of(url)
    assert "E552" == error.code
    assert "s3cret" not in error.message


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:pass@host/db", "postgresql://me:***@host/db"),
        ("postgresql://me:p@ss:w/o?rd@host/db", "postgresql://me:***@host/db"),
        ("postgresql://me@host/db", "postgresql://me@host/db"),
        ("postgresql://:pass@host/db", "postgresql://:***@host/db"),
        (
            "postgresql://host/db?user=me&password=pass&sslmode=on",
            "postgresql://host/db?user=me&password=***&sslmode=on",
        ),
        ("mysql://me:pass@host/db", "mysql://me:***@host/db"),
        ("duckdb:///:memory:", "duckdb:///:memory:"),
    ],
)
def test_a_url_is_shown_without_its_password(url: str, shown: str) -> None:
    assert shown == masked(url)


def test_data_does_not_load_into_a_file(tmp_path: Path) -> None:
    error = error_of("duckdb:///shop.duckdb", data="CREATE TABLE a (x INTEGER)")
    assert "E557" == error.code
    assert "use `duckdb:///:memory:`, or load the data yourself" == error.help


@pytest.mark.parametrize("family", ["duckdb", "sqlite"])
def test_data_that_is_wrong_says_why(family: str) -> None:
    error = error_of(
        f"{family}:///:memory:", data="CREATE TABLE public.a (x INTEGER); INSERT INTO public.b VALUES (1)"
    )
    assert "E556" == error.code
    assert error.message.startswith("the data does not load: ")


@pytest.mark.parametrize(
    ("module", "url", "extra"),
    [("duckdb", "duckdb:///:memory:", "duckdb"), ("psycopg", "postgresql://host/db", "postgres")],
)
def test_a_missing_driver_names_the_extra_to_install(
    module: str, url: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    error = error_of(url)
    assert isinstance(error, DriverMissing)
    assert f"install it with `pip install 'cubeproof[{extra}]'`" == error.help
    assert "E551" == error.diagnostic.code


def test_every_code_of_the_engines_can_be_explained() -> None:
    codes = {"E550", "E551", "E552", "E553", "E554", "E555", "E556", "E557"}
    assert codes <= set(entries())


def test_a_part_of_a_password_that_the_driver_took_for_the_host_is_hidden() -> None:
    address = parse("postgresql://me:p@ss@w@host/db")
    assert "cannot find ***@host" == address.masked("cannot find ss@w@host")
    assert "cannot find ***@host" == address.masked("cannot find w@host")
