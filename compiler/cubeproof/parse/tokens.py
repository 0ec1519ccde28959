"""Tokens, their types and the few sets of types that decide how a character is read. Knows no text and no grammar.

The types are the terminals of `grammar/model.lark`, which says what those mean that no character decides alone.
"""

from typing import Any, Final

import msgspec

END: Final = "$END"
BEGIN: Final = "BEGIN"


class Token(msgspec.Struct, gc=False):
    """A piece of the text: a half-open range of characters, and what it says.

    `value` is decoded for text, templates, numbers and regular expressions, else what was typed. An opening
    parenthesis of a loop's head has the value `for`. A token without length, other than AUTO and END, was supplied.
    """

    type: str
    start: int
    end: int
    value: Any


PUNCTUATION: Final[dict[str, str]] = {
    ".": "DOT", "?.": "OPTIONAL_DOT", "...": "ELLIPSIS", ",": "COMMA", ":": "COLON", ";": "SEMICOLON",
    "?": "QUESTION", "=": "EQUALS", "!": "PREFIX", "~": "PREFIX", "+": "ADDITIVE", "-": "ADDITIVE",
    **dict.fromkeys("+= -= *= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??=".split(), "ASSIGN"),
    **dict.fromkeys("* % ** << >> >>> < > <= >= == != === !== & | ^ && || ??".split(), "OPERATOR"),
}  # fmt: skip

RESERVED: Final[dict[str, str]] = {
    "const": "DECLARE", "let": "DECLARE", "var": "DECLARE", "function": "FUNCTION", "await": "AWAIT",
    "new": "NEW", "if": "IF", "else": "ELSE", "for": "FOR", "return": "RETURN", "throw": "THROW",
    "break": "BREAK", "continue": "CONTINUE", "import": "IMPORT", "export": "EXPORT", "default": "DEFAULT",
    "true": "TRUE", "false": "FALSE", "null": "NULL", "typeof": "PREFIX", "void": "PREFIX", "delete": "PREFIX",
    "in": "OPERATOR", "instanceof": "OPERATOR", "this": "NAME",
    **dict.fromkeys(
        "class extends super switch case while do with try catch finally debugger yield enum".split(), "UNSUPPORTED"
    ),
}  # fmt: skip

CONTEXTUAL: Final = ("async", "of", "as", "from", "cube", "view")
"""Names that mean more than a name at some places."""

OPENERS: Final = {
    "LPAR": ")", "LARROW": ")", "LSQB": "]", "LBRACE": "}", "LBLOCK": "}", "HEAD": "}"
}  # fmt: skip
"""What closes each: an interpolation is opened by the head of its template, and closed by its tail."""

CLOSERS: Final = frozenset({"RPAR", "RSQB", "RBRACE", "RBLOCK", "TAIL"})

TEMPLATES: Final = frozenset({"TEMPLATE", "HEAD", "MIDDLE", "TAIL"})

OPERAND_END: Final = frozenset({
    "NAME", "KEY", "TEXT", "NUMBER", "REGEX", "TRUE", "FALSE", "NULL", "TEMPLATE", "TAIL", "RPAR", "RSQB", "RBRACE",
    "STEP",
})  # fmt: skip
"""After these a `/` divides, and a line break may end a statement."""

OPERAND_START: Final = frozenset({
    "NAME", "TEXT", "NUMBER", "REGEX", "TRUE", "FALSE", "NULL", "TEMPLATE", "HEAD", "LPAR", "LARROW", "LSQB", "LBRACE",
    "FUNCTION", "ASYNC", "AWAIT", "NEW", "PREFIX",
})  # fmt: skip

BLOCK_BEFORE: Final = OPERAND_END | {
    "BEGIN", "SEMICOLON", "AUTO", "ARROW", "ELSE", "LBLOCK", "RBLOCK", "UNSUPPORTED"
}  # fmt: skip
"""After these a `{` opens a block."""

STATEMENT_BEFORE: Final = (BLOCK_BEFORE | {"EXPORT", "DEFAULT"}) - {"ARROW"}
"""After these `function` declares one."""

STATEMENT_START: Final = frozenset({
    "DECLARE", "FUNCTION_HEAD", "IF", "FOR", "RETURN", "THROW", "BREAK", "CONTINUE", "IMPORT", "EXPORT", "NAME", "ASYNC",
    "AWAIT", "UNSUPPORTED",
})  # fmt: skip
"""With these, on a line of its own, reading goes on after an error."""

LINE_BREAKS: Final = "\n\r\u2028\u2029"
