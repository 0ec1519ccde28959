"""Whole texts for people: sqlparse's one home, imported when asked. Knows no plan.

sqlparse guesses; what it re-lays is compared with the original, token by token, before anyone sees it.
"""

from cubeproof.emit import scan
from cubeproof.emit.registry import Dialect


def pretty(sql: str, dialect: Dialect) -> str:
    """The statement laid out anew, or as it is where a new layout would change a token of it."""
    import sqlparse
    from sqlparse.exceptions import SQLParseError

    try:
        text: str = sqlparse.format(sql, reindent=True)
    except (SQLParseError, RecursionError):
        return sql
    return text if _substance(text, dialect) == _substance(sql, dialect) else sql


def _substance(sql: str, dialect: Dialect) -> list[str]:
    """The tokens without white space; that between the pieces of a line comment and what follows is a line break."""
    return [token for kind, token in scan.tokens(sql, dialect.lexis) if kind != "space"]
