"""What the characters of a literal say: escapes of text and templates, numbers. Knows no tokens and no place."""

import re
from collections.abc import Callable
from typing import Final

Complaint = Callable[[int, int, str, str, str], None]
"""Start and end inside the raw text, code, message, help."""

_ESCAPE = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\r\n|[\n\r\u2028\u2029])|(0(?![0-9]))|([^\n\r]))"
    r"|\r\n?"
)
_SIMPLE: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v"}
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")
_NUMBER = re.compile(
    r"0[xX][0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[oO][0-7]+(?:_[0-7]+)*|0[bB][01]+(?:_[01]+)*"
    r"|(?:0|[1-9][0-9]*(?:_[0-9]+)*)(?:\.(?:[0-9]+(?:_[0-9]+)*)?)?(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?"
    r"|\.[0-9]+(?:_[0-9]+)*(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?"
)


def text(raw: str, complain: Complaint) -> str:
    r"""Decode the inside of a quoted text or of a template: `\n`, `` \` ``, `\u{1F600}`; CRLF becomes a line feed.

    ECMAScript 12.9.4 and 12.9.6; octal escapes are errors, as in modules, and so is what would make a NUL character.
    """
    if "\\" not in raw and "\r" not in raw:
        return raw

    def replace(match: re.Match[str]) -> str:
        kind = match.lastindex
        if kind is None:
            return "\n"
        if kind <= 3:
            return _character(match, int(match[kind], 16), complain)
        if kind == 4:
            return ""
        if kind == 5:
            return _character(match, 0, complain)
        return _simple(match, complain)

    decoded = _SURROGATES.sub(_pair, _ESCAPE.sub(replace, raw))
    if _LONE.search(decoded):
        complain(
            0,
            len(raw),
            "E109",
            "half of a surrogate pair is no character",
            "write the character itself, or `\\u{…}`",
        )
        return _LONE.sub("\ufffd", decoded)
    return decoded


def _simple(match: re.Match[str], complain: Complaint) -> str:
    letter = match[6]
    if letter in "ux" or letter.isdigit():
        example = {"u": "`\\u00e9` or `\\u{1F600}`", "x": "`\\x41`"}.get(letter, "`\\x01`")
        complain(
            match.start(), match.end(), "E109", f"`\\{letter}` is not a complete escape", f"write {example}"
        )
        return ""
    return _SIMPLE.get(letter, letter)


def _character(match: re.Match[str], code: int, complain: Complaint) -> str:
    if code == 0:
        complain(
            match.start(),
            match.end(),
            "E110",
            "this escape makes a NUL character",
            "SQL text cannot hold one; leave it out",
        )
        return ""
    if code > 0x10FFFF:
        complain(
            match.start(),
            match.end(),
            "E109",
            f"`{match[0]}` is beyond the last character, `\\u{{10FFFF}}`",
            "write a smaller number",
        )
        return ""
    return chr(code)


def _pair(match: re.Match[str]) -> str:
    pair = match[0]
    return chr(0x10000 + (ord(pair[0]) - 0xD800) * 0x400 + ord(pair[1]) - 0xDC00)


def number(raw: str) -> float | None:
    """The number a literal says, infinity beyond the largest; None where it is not one."""
    if not _NUMBER.fullmatch(raw):
        return None
    digits = raw.replace("_", "")
    if digits[:2].lower() in ("0x", "0o", "0b"):
        try:
            return float(int(digits, 0))
        except OverflowError:
            return float("inf")
    return float(digits)
