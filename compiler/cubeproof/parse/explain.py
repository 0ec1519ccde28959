"""The message about a token that fits nowhere and belongs to no construct known by name. Changes nothing."""

from collections.abc import Sequence
from typing import Final

from cubeproof.parse import constructs
from cubeproof.parse.machine import Machine
from cubeproof.parse.tokens import END, OPERAND_START, RESERVED, Token

Explained = tuple[int, int, str, str, str | None]
"""Start, end, code, message, help."""

_WANT_VALUE: Final = frozenset({
    "COLON", "EQUALS", "ASSIGN", "OPERATOR", "ADDITIVE", "PREFIX", "ARROW", "QUESTION", "AWAIT", "THROW", "ELLIPSIS", "OF",
    "FOR_IN", "HEAD", "MIDDLE", "LPAR", "LSQB", "COMMA", "DEFAULT",
})  # fmt: skip
_EXPECTED: Final = {
    "COMMA": "`,`", "COLON": "`:`", "RPAR": "`)`", "RSQB": "`]`", "RBRACE": "`}`", "RBLOCK": "`}`", "LPAR": "`(`",
    "LBLOCK": "`{`", "ARROW": "`=>`", "EQUALS": "`=`", "FROM": "`from`", "SEMICOLON": "`;`", "NAME": "a name",
    "TEXT": "a text", "TAIL": "`}`",
}  # fmt: skip
_ENDS: Final = ("`)`", "`]`", "`}`", "`,`", "`;`")


def unexpected(machine: Machine, before: Token, token: Token, open_ones: Sequence[Token]) -> Explained:
    """What to say about `token`, behind `before`, inside the brackets that are open."""
    what = shown(token)
    if before.value == "$" and token.value == "{" and before.end == token.start:
        return (
            before.start,
            token.end,
            "E101",
            "`${` stands outside a template",
            "put the text between back-ticks",
        )
    if constructs.unbraced(machine.tokens[max(0, machine.place - 4) : machine.place], token):
        message = f"`{{` is missing before {shown(before)}"
        return (
            before.start,
            token.end,
            "E102",
            message,
            "properties stand in braces: `cube('Name', { sql: … })`",
        )
    wants_value = before.type in _WANT_VALUE and machine.accepts("NUMBER")
    if wants_value and not (token.type in OPERAND_START or token.value in RESERVED):
        return _missing(before, token)
    if token.type == "ELSE":
        return (
            token.start,
            token.end,
            "E101",
            "this `else` belongs to no `if`",
            "is a brace missing before it?",
        )
    if token.value in RESERVED and (machine.accepts("NAME") or wants_value):
        message = f"`{token.value}` is a reserved word and cannot be a name"
        return token.start, token.end, "E121", message, "choose another name"
    if token.type == END:
        return (
            before.start,
            before.end,
            "E118",
            "the file ends in the middle of a statement",
            _expected(machine),
        )
    if token.type in ("FUNCTION", "FUNCTION_HEAD", "IF", "FOR", "RETURN", "THROW", "DECLARE") and open_ones:
        help_ = "move it out of the brackets, or put it into a function: `() => { … }`"
        return token.start, token.end, "E101", f"{what} begins a statement, and none can stand here", help_
    return token.start, token.end, "E101", f"{what} cannot stand after {shown(before)}", _expected(machine)


def _missing(before: Token, token: Token) -> Explained:
    interpolated = before.type in ("HEAD", "MIDDLE")
    start, after = (before.end - 2, "${") if interpolated else (before.start, before.value)
    where = "at the end of the file" if token.type == END else f"after `{after}`"
    end = max(before.end, token.start)
    return start, end, "E118", f"a value is missing {where}", f"write one before {shown(token)}"


def _expected(machine: Machine) -> str | None:
    found = [text for type_, text in _EXPECTED.items() if machine.accepts(type_)]
    if "a name" in found:
        found = ["a value" if machine.accepts("NUMBER") else "a name"]
    unique = list(dict.fromkeys(found))
    return f"expected here: {' or '.join(unique[:4])}" if unique else None


def shown(token: Token) -> str:
    """A token as a reader would call it."""
    match token.type:
        case "$END":
            return "the end of the file"
        case "BEGIN":
            return "the beginning of the file"
        case "TEXT":
            return "the text" if len(token.value) > 30 else f"the text `{' '.join(token.value.split())}`"
        case "NUMBER":
            return f"the number `{token.value:g}`"
        case "TEMPLATE" | "HEAD" | "MIDDLE" | "TAIL":
            return "the template"
        case "REGEX":
            return "the regular expression"
        case "AUTO":
            return "the line break"
        case "LPAR" | "LARROW":
            return "`(`"
        case _:
            return f"`{token.value}`"
