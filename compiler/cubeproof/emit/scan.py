"""SQL text as an engine's own lexer sees it: where strings and comments lie, and how weakly an expression binds.

Literals and comments are told apart by the dialect's lexical facts, never guessed. Knows no grammar, no plan and no
model; a placeholder is a mark, `NUL number NUL`.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import TypeAlias, TypeVar

import msgspec

LIST, OR, AND, NOT, COMPARISON, OPERATOR, ATOM = range(7)
"""How an expression binds, weakest first; `LIST` is what is no single expression, such as `a, b` or `SELECT 1`."""

Token: TypeAlias = tuple[str, str]
"""Kind and text. Kinds: space, comment, mark, word, number, string, name, foreign, cast, operator, other, open, and
the problems `unclosed` (a quote or comment without end) and `return` (a carriage return in a line comment)."""

_WORDS = {
    **dict.fromkeys(
        ("SELECT", "FROM", "WHERE", "WITH", "VALUES", "UNION", "INTERSECT", "EXCEPT", "AS"), LIST
    ),
    **dict.fromkeys(
        ("JOIN", "ON", "USING", "HAVING", "LIMIT", "OFFSET", "FETCH", "RETURNING", "QUALIFY"), LIST
    ),
    "OR": OR,
    "AND": AND,
    "NOT": NOT,
    **dict.fromkeys(
        ("IS", "ISNULL", "NOTNULL", "IN", "BETWEEN", "LIKE", "ILIKE", "SIMILAR", "GLOB"), COMPARISON
    ),
    **dict.fromkeys(("REGEXP", "MATCH", "OVERLAPS", "ESCAPE", "WHEN", "THEN", "ELSE"), COMPARISON),
    **dict.fromkeys(("AT", "COLLATE", "DIV", "MOD", "INTERVAL"), OPERATOR),
}
_ARITHMETIC = frozenset(("+", "-", "*", "/", "%", "||", "^", "**"))
_COLUMN = re.compile(r"[A-Za-z_]\w*\.[A-Za-z_]\w*", re.ASCII)
_BLANK = " \t\r\n\f\v"
_CLOSERS = {"(": ")", "[": "]", "{": "}"}


T = TypeVar("T")
KEPT = 2_000
"""Characters of a text for which an answer is kept."""


class Lexis(msgspec.Struct, frozen=True, eq=False):
    """How a dialect's text falls into tokens; there is one for each set of facts."""

    pattern: re.Pattern[str]
    nested_comments: bool


@lru_cache(maxsize=32)
def lexis(
    name_quotes: str, foreign: str, *, dollar_quotes: bool, escape_strings: bool, nested_comments: bool
) -> Lexis:
    """The lexer for these facts; `emit/dialects/base.toml` says what they are."""
    names = {'"': '"[^"]*(?:""[^"]*)*"', "`": "`[^`]*(?:``[^`]*)*`", "[": r"\[[^\]]*\]"}
    kinds = (
        ("space", r"[ \t\r\n\f\v]+"),
        ("mark", "\0\\d+\0"),
        ("escaped", r"[eE]'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'" if escape_strings else None),
        ("unclosed", r"[eE]'" if escape_strings else None),
        ("word", r"(?:[A-Za-z_]|[^\x00-\x7f])(?:[\w$]|[^\x00-\x7f])*"),
        ("number", r"\d[\w.]*"),
        ("comment", r"--[^\n]*"),
        ("block", r"/\*"),
        ("string", r"'[^']*(?:''[^']*)*'"),
        ("name", "|".join(names[quote] for quote in name_quotes)),
        ("dollar", r"\$(?:(?:[A-Za-z_]|[^\x00-\x7f])(?:\w|[^\x00-\x7f])*)?\$" if dollar_quotes else None),
        ("foreign", foreign),
        ("unclosed", "['" + "".join(re.escape(quote) for quote in name_quotes) + "]"),
        ("cast", "::"),
        ("operator", rf"(?:(?!--|/\*|{foreign})[-+*/%<>=|&^!~#@?])+"),
        ("other", r"[\s\S]"),
    )
    joined = "|".join(f"(?P<{kind}{i}>{pattern})" for i, (kind, pattern) in enumerate(kinds) if pattern)
    return Lexis(re.compile(joined), nested_comments)


def kept(answer: Callable[[str, Lexis], T]) -> Callable[[str, Lexis], T]:
    """Keep answers: the pieces of a model's SQL are read at each step that writes them, and again for each query."""
    remembered = lru_cache(maxsize=2048)(answer)

    @wraps(answer)
    def answered(text: str, lexis: Lexis) -> T:
        return remembered(text, lexis) if len(text) <= KEPT else answer(text, lexis)

    return answered


@kept
def tokens(text: str, lexis: Lexis) -> tuple[Token, ...]:
    """The text's tokens; joined they are the text. After `unclosed` there is none."""
    return tuple(_tokens(text, lexis))


def _tokens(text: str, lexis: Lexis) -> Iterator[Token]:
    match = lexis.pattern.match
    at = 0
    while at < len(text):
        found = match(text, at)
        assert found is not None and found.lastgroup is not None  # noqa: S101, PT018 — the last kind takes anything
        kind, end = found.lastgroup.rstrip("0123456789"), found.end()
        if kind == "block":
            end = _comment_end(text, end, nested=lexis.nested_comments)
            kind = "comment"
        elif kind == "dollar":
            end = text.find(found[0], end) + len(found[0])
            kind = "string" if end > found.end() else "unclosed"
        elif kind == "escaped":
            kind = "string"
        elif kind == "comment" and "\r" in found[0].removesuffix("\r"):
            kind = "return"
        if kind == "unclosed" or end < 0:
            yield "unclosed", text[at:]
            return
        yield kind, text[at:end]
        at = end


def _comment_end(text: str, at: int, *, nested: bool) -> int:
    """Where the block comment ends whose text starts at `at`; -1 without an end."""
    depth = 1
    while depth:
        close = text.find("*/", at)
        if close < 0:
            return -1
        opened = text.find("/*", at, close) if nested else -1
        depth, at = (depth + 1, opened + 2) if opened >= 0 else (depth - 1, close + 2)
    return at


@kept
def level(text: str, lexis: Lexis) -> int:
    """How weakly the text binds as an expression; on the safe side where a grammar would be needed to know."""
    if _COLUMN.fullmatch(text):
        return ATOM
    weakest, before = ATOM, ""
    closers: list[str] = []
    for kind, token in tokens(text, lexis):
        if kind == "unclosed":
            return LIST
        if kind in ("space", "comment"):
            continue
        word = token.upper() if before != "." else ""
        if word == "FROM" and before.upper() == "DISTINCT":
            word = "IS"  # the end of IS [NOT] DISTINCT FROM
        if token in _CLOSERS or (kind == "word" and word == "CASE"):
            closers.append(_CLOSERS.get(token, "END"))
        elif closers:
            if closers[-1] in (token, word):
                closers.pop()
        else:
            weakest = min(weakest, _binding(kind, token, word))
        before = token
    return weakest


def _binding(kind: str, token: str, word: str) -> int:
    """How weakly a token outside all brackets makes its expression bind."""
    match kind:
        case "word":
            return _WORDS.get(word, ATOM)
        case "operator":
            return OPERATOR if token in _ARITHMETIC else COMPARISON
        case "other":
            return ATOM if token == "." else LIST
        case _:
            return ATOM


@kept
def ended(text: str, lexis: Lexis) -> str:
    """The text without final white space and semicolons, and such that nothing after it falls into a comment."""
    found = tokens(text, lexis)
    at = len(found)
    while at and (found[at - 1][0] in ("space", "comment", "return") or found[at - 1][1] == ";"):
        at -= 1
    tail = [token for token in found[at:] if token[1] != ";"]
    while tail and tail[-1][0] == "space":
        tail.pop()
    last = tail[-1] if tail else ("", "")
    line_break = "\n" if last[0] in ("comment", "return") and last[1].startswith("--") else ""
    return "".join(token for _, token in (*found[:at], *tail)).rstrip(_BLANK) + line_break


@kept
def problem(text: str, lexis: Lexis) -> tuple[str, str] | None:
    """Code and words for why a model's text, already `ended`, cannot stand in a statement; None if it can."""
    brackets: list[str] = []
    for kind, token in tokens(text, lexis):
        if kind == "unclosed":
            return "E503", "has a quote or a comment that is not closed"
        if kind == "return":
            return "E503", "has a carriage return in a comment, which engines read differently"
        if "\0" in token and kind != "mark":
            return "E504", "has a parameter inside quotes or a comment"
        if kind == "foreign":
            return "E506", f"has a placeholder of its own, `{token}`"
        if kind != "other":
            continue
        if token == ";":
            return "E505", "is more than one statement"
        if token in _CLOSERS:
            brackets.append(_CLOSERS[token])
        elif token in ")]}" and (not brackets or brackets.pop() != token):
            return "E503", f"closes a bracket, `{token}`, that it does not open"
    return ("E503", f"lacks a `{brackets[-1]}`") if brackets else None
