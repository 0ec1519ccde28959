"""The regular expressions of the lexer, ECMAScript chapter 12. One match is one token and the blanks before it."""

import re
from typing import Final

from cubeproof.parse.tokens import PUNCTUATION

_SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_WIDE = "\x80-\U0010ffff"
_MARKS = "|".join(re.escape(mark) for mark in sorted(PUNCTUATION, key=len, reverse=True) if mark != "?.")
_SKIP = rf"(?:[{_SPACE}]++|//[^\n\r\u2028\u2029]*+|/\*(?s:.*?)\*/)*+"

GROUPS: Final = {
    "name": rf"[A-Za-z_$][\w$]*+(?![\\{_WIDE}])",
    "template": r"`[^`\\$\r]*+`",
    "quoted": r"'[^'\\\n\r]*+'|\"[^\"\\\n\r]*+\"",
    "bracket": r"[(){}\[\]]",
    "arrow": r"=>",
    "step": r"\+\+|--",
    "number": r"0[xXoObB][\w$]*|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]*)?[\w$]*",
    "mark": rf"\?\.(?![0-9])|{_MARKS}",
    "open_template": r"`",
    "open_text": r"['\"]",
    "open_comment": r"/\*",
    "slash": r"/=?",
    "wide_name": rf"(?:[A-Za-z_$]|\\u|[{_WIDE}])(?:[\w$\u200c\u200d]|\\u\{{\w+\}}|\\u|(?![{_SPACE}])[{_WIDE}])*+",
    "end": r"\Z",
    "other": r"(?s:.)",
}
"""In order; the group that matched says what kind of token it is. A template or text with escapes is an open one."""

NUMBERS: Final = {group: number for number, group in enumerate(GROUPS, 1)}
TOKEN: Final = re.compile(
    _SKIP + "(?:" + "|".join(f"({pattern})" for pattern in GROUPS.values()) + ")", re.ASCII
)
BLANK: Final = re.compile(_SKIP)
LINE_BREAK: Final = re.compile("[\n\r\u2028\u2029]")
HASHBANG: Final = re.compile("\ufeff?#![^\n\r\u2028\u2029]*")

CHUNK: Final = re.compile(r"[^`\\$]*+(?:(?:\\(?s:.)|\$(?!\{))[^`\\$]*+)*+")
"""A run of a template's text, up to a back-tick, `${` or the end of the file."""

QUOTED: Final = {
    quote: re.compile(rf"{quote}([^{quote}\\\n\r]*+(?:\\(?:\r\n|(?s:.))[^{quote}\\\n\r]*+)*+)({quote})?")
    for quote in "'\""
}
"""A text up to its closing quote, the second group, or without one to the end of the line."""

REGEX: Final = re.compile(r"/((?:[^\\/\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*+\])++)/([A-Za-z0-9_$]*)")
AFTER_ASYNC: Final = re.compile(r"[ \t]*(?:(function\b)|([\w$]+[ \t]*=>)|([\w$'\"`\[]))")
