"""E55x, databases that a statement is run on."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {
    "E550": Entry(
        "the database URL is not understood",
        "A database is named by a URL: `duckdb:///FILE`, `duckdb:///:memory:`, `sqlite:///FILE`, `sqlite:///:memory:` or "
        "`postgresql://USER:PASSWORD@HOST:PORT/NAME`. Three slashes come before a relative file, four before an absolute one. "
        "Characters such as `@` in a password are written as `%40`. Passwords are masked wherever a URL is printed.",
    ),
    "E551": Entry(
        "the driver of the database is not installed",
        "DuckDB and PostgreSQL need a Python package each, which the extras `duckdb` and `postgres` bring: "
        "`pip install 'cubeproof[duckdb]'`. SQLite needs none.",
    ),
    "E552": Entry(
        "the database does not open",
        "The file is missing or is no database of that kind, or the server does not answer or refuses the user. The message is "
        "the database's own. Files are opened read-only and never created.",
    ),
    "E553": Entry(
        "the database refuses the statement",
        "The message is the database's own, and the statement is shown with it. Often a table or column of the model does not "
        "exist there, a claim does not fit the type of its column, or the statement was compiled for another dialect. SQL that "
        "writes, attaches a database or reads files of the host is refused too: sessions are read-only and locked.",
    ),
    "E554": Entry(
        "the statement took too long",
        "Each statement may run for a fixed time, after which the database is told to stop. Ask for a shorter date range or "
        "fewer rows, or raise `--timeout`.",
    ),
    "E555": Entry(
        "more or other than one SELECT",
        "A compiled query is one SELECT, perhaps with a WITH before it, and nothing else is run. The SQL of a model goes into "
        "it as it stands, so a `;` in a cube's `sql` makes two statements of it: remove the `;` and what follows.",
    ),
    "E556": Entry(
        "the data does not load",
        "The SQL that fills a database in memory failed; the message is the database's own. A schema `public` is there "
        "already, so the data must not create it.",
    ),
    "E557": Entry(
        "data only loads into memory",
        "`--data` fills a database that lives in memory and ends with the command: `duckdb:///:memory:` or `sqlite:///:memory:`. "
        "Files and servers are only ever read.",
    ),
}
