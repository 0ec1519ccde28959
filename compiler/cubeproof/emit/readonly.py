"""Whether a text that makes rows only reads: one query, and nothing in it that writes.

Goes by the words that begin a statement, at the start and inside brackets, and by `INTO`, which every engine reserves for
writing rows. What is read, and by which functions, is the engine's and its permissions' business. Knows no grammar.
"""

from cubeproof.emit import scan

_QUERIES = frozenset(("SELECT", "WITH", "VALUES", "TABLE", "FROM", "PIVOT", "UNPIVOT"))
_TAKING_BRACKETS = frozenset(("COPY", "EXPLAIN"))
"""Statements that may go on with a bracket, as the call of a function does."""
_APART = ("space", "comment", "return")


@scan.kept
def writes(text: str, lexis: scan.Lexis) -> str | None:
    """The words of a text, already free of `scan.problem`s, that make it more than a query; None if it is one."""
    found = [token for token in scan.tokens(text, lexis) if token[0] not in _APART]
    words = [token.upper() if kind == "word" else token for kind, token in found]
    return _begins(found, words) or _inside(found, words)


def _begins(found: list[scan.Token], words: list[str]) -> str | None:
    """The start, brackets taken off: a query's word, or no statement at all, such as a table's name or a function."""
    at = next((at for at, word in enumerate(words) if word != "("), len(words))
    if at < len(words) and found[at][0] == "word" and words[at] not in _QUERIES:
        follows = found[at + 1][0] if at + 1 < len(words) else ""
        if follows in ("word", "name", "string", "number", "mark") or words[at] in _TAKING_BRACKETS:
            return f"{found[at][1]} {found[at + 1][1]}" if follows == "word" else found[at][1]
    return None


def _inside(found: list[scan.Token], words: list[str]) -> str | None:
    """A statement that changes rows, in brackets or behind a WITH; or rows that go elsewhere."""
    heads = words[:1]
    """The word that the text and each open bracket begin with; of a WITH, once its query has begun, that query's."""
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        following = words[at + 1] if at + 1 < len(words) else ""
        if word == "(":
            heads.append(following)
        elif word == ")" and len(heads) > 1:
            heads.pop()
        elif found[at][0] != "word" or before == ".":
            continue
        elif (
            word == "INTO"
            or (word == "DELETE" and before == "(" and following == "FROM")
            or (heads[-1] == "WITH" and before == ")" and word in ("DELETE", "UPDATE"))
        ):
            return found[at][1]
        elif heads[-1] == "WITH" and word in _QUERIES:
            heads[-1] = word
        elif word == "SET" and heads[-1] == "UPDATE":
            return "UPDATE"
    return None
