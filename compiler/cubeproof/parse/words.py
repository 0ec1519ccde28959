"""What a reserved or a contextual word is where it stands: itself, a name, or the key of a property. Knows no grammar."""

import re
from typing import Final

from cubeproof.parse import brackets
from cubeproof.parse.patterns import AFTER_ASYNC, BLANK, LINE_BREAK
from cubeproof.parse.reader import Reader
from cubeproof.parse.tokens import OPERAND_END, RESERVED, STATEMENT_BEFORE, Token

_MODELS: Final = ("cube", "view")
_DECLARING: Final = ("const", "let", "var", "import", "export")
_NAME_BEHIND: Final = re.compile(r"[ \t]+[\w$*{\[]")
_OPEN: Final = ("LBRACE", "LPAR", "LARROW", "LSQB")
"""Brackets in which no statement stands."""


def read(reader: Reader, start: int, end: int, value: str) -> None:
    """Add the token of a word of `RESERVED` or `CONTEXTUAL`, and the semicolon that a line break behind it stands for."""
    if _begins_statement(reader, start, end, value):
        shown = f"`{value}(…)`" if value in _MODELS else f"`{value}`"
        brackets.close_all(reader, start, shown)
    before, around = reader.tokens[-1].type, reader.around()
    reserved = RESERVED.get(value)
    if before in ("DOT", "OPTIONAL_DOT"):
        type_ = "NAME"
    elif around.type == "LBRACE" and before in ("LBRACE", "COMMA", "ASYNC", "AS"):
        type_ = _key(reader, end, value, reserved)
    elif reserved is None:
        type_ = _contextual(reader, start, end, value, around)
    else:
        type_ = _reserved(reader, value, reserved, around)
    reader.emit(type_, start, end, value)
    if type_ in ("RETURN", "THROW", "BREAK", "CONTINUE"):
        blank = BLANK.match(reader.text, end)
        if blank and LINE_BREAK.search(blank[0]):
            reader.emit("AUTO", end, end, ";")


def _key(reader: Reader, end: int, value: str, reserved: str | None) -> str:
    if value == "function" and reader.tokens[-1].type == "ASYNC":
        return "FUNCTION"
    ahead = AFTER_ASYNC.match(reader.text, end) if value == "async" else None
    if ahead and ahead[3]:
        return "ASYNC"
    return "KEY" if reserved else "NAME"


def _reserved(reader: Reader, value: str, type_: str, around: Token) -> str:
    tokens = reader.tokens
    if value == "function":
        before = tokens[-2 if tokens[-1].type == "ASYNC" else -1].type
        return "FUNCTION_HEAD" if before in STATEMENT_BEFORE else "FUNCTION"
    if value == "in" and around.value == "for":
        head = tokens[reader.stack[-1] :]
        return type_ if any(token.type == "SEMICOLON" for token in head) else "FOR_IN"
    return type_


def _contextual(reader: Reader, start: int, end: int, value: str, around: Token) -> str:
    before = reader.tokens[-1]
    match value:
        case "of":
            return "OF" if around.value == "for" and before.type in OPERAND_END else "NAME"
        case "as":
            return "AS" if around.type == "LBRACE" and before.type in ("NAME", "KEY") else "NAME"
        case "from":
            return "FROM" if _names_of_module(reader) else "NAME"
        case "async":
            ahead = AFTER_ASYNC.match(reader.text, end)
            return "ASYNC" if ahead and (ahead[1] or ahead[2]) else "NAME"
        case _:
            return "NAME"


def _begins_statement(reader: Reader, start: int, end: int, value: str) -> bool:
    """Whether a word at the left edge begins a statement, so that what is open was not closed before it."""
    around, before = reader.around(), reader.tokens[-1].type
    if (
        around.type not in _OPEN
        or around.value == "for"
        or (start > 0 and reader.text[start - 1] not in "\n\r")
    ):
        return False
    ended = before in OPERAND_END or before == "SEMICOLON"
    if value in _MODELS:
        following = before == "COMMA" and around.type == "LBRACE"
        return (ended or following) and reader.text.startswith("(", end)
    if value == "function":
        return ended
    return value in _DECLARING and _NAME_BEHIND.match(reader.text, end) is not None


def _names_of_module(reader: Reader) -> bool:
    """Whether the last tokens are `import a`, `import {a}`, `import a, {b}` or `export {a}`."""
    tokens = reader.tokens
    if tokens[-1].type not in ("NAME", "RBRACE"):
        return False
    first = reader.closed if tokens[-1].type == "RBRACE" else len(tokens) - 1
    if tokens[first - 1].type == "COMMA":
        first -= 2
    return tokens[first - 1].type in ("IMPORT", "EXPORT")
