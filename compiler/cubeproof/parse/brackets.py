"""Brackets and templates that do not close: who is to blame, and what to supply. Works only after an error is certain.

Where several brackets could be the one that is not closed, the layout tells: a closing brace that begins its line
further left than the line of its partner belongs to another one.
"""

import re
from typing import Final

from cubeproof.parse.reader import Reader
from cubeproof.parse.tokens import CLOSERS, OPENERS, OPERAND_END, TEMPLATES, Token

CLOSED_BY: Final = {
    "LPAR": "RPAR", "LARROW": "RPAR", "LSQB": "RSQB", "LBRACE": "RBRACE", "LBLOCK": "RBLOCK", "HEAD": "TAIL"
}  # fmt: skip

_PAIRS: Final = {")": "(", "]": "[", "}": "{"}
_CLOSERS_ONLY = re.compile(r"[\s)\]},;]*\Z")
_CODE_LINE = re.compile(
    r"[\n\r][ \t]*(?:[A-Za-z_$][\w$]*[ \t]*:[ \t]*(?:[{\['\"]|\Z)|[}\])]+[,;)][ \t]*(?=[\n\r]|\Z)|(?:cube|view)\(\Z)"
)


def fits(opener: str, closer: str) -> bool:
    """Whether a closing character closes a token of this type."""
    return OPENERS.get(opener) == closer


def balance(reader: Reader, start: int, closer: str) -> bool:
    """Make a closing bracket fit that does not fit the last one opened; False where it is to be dropped.

    What stands between it and its partner is closed for the author. A bracket without a partner, or in the middle of
    a line whose partner stands on an earlier line, is one too many.
    """
    tokens, stack = reader.tokens, reader.stack
    partner = next((place for place in reversed(stack) if fits(tokens[place].type, closer)), None)
    line = reader.text.rfind("\n", 0, start) + 1
    begins_line = _CLOSERS_ONLY.match(reader.text[line:start]) is not None
    if partner is None or (tokens[partner].start < line and not begins_line) or _closed_behind(reader, start):
        opener = reader.around()
        help_ = "remove it, or open one before"
        if opener.type in OPENERS:
            related = (reader.related(f"`{_shown(opener)}` is open here", *_place(opener)),)
            message = f"`{closer}` does not close the `{_shown(opener)}` before it"
            reader.report(start, start + 1, "E104", message, help_, *related)
        else:
            reader.report(start, start + 1, "E104", f"`{closer}` closes nothing", help_)
        return False
    _report_unclosed(reader, start, f"`{closer}`", stack.index(partner) + 1)
    while stack[-1] != partner:
        _supply(reader)
    return True


def _closed_behind(reader: Reader, start: int) -> bool:
    """Whether the line, behind a bracket that does not fit, closes the innermost one: then that one is not to blame."""
    depth = 0
    for character in reader.text[start + 1 : line_end(reader.text, start)]:
        if character in "([{":
            depth += 1
        elif character in ")]}":
            if depth == 0:
                return fits(reader.around().type, character)
            depth -= 1
    return False


def close_all(reader: Reader, start: int, before: str) -> None:
    """Close whatever is open, because the file ends, or a new cube begins, at `start`."""
    _report_unclosed(reader, start, before, 0)
    while reader.stack:
        _supply(reader)
    place = reader.tokens[-1].end
    reader.emit("AUTO", place, place, ";")


def _supply(reader: Reader) -> None:
    place = reader.tokens[-1].end
    type_ = CLOSED_BY[reader.around().type]
    reader.close(type_, place, place, "" if type_ == "TAIL" else OPENERS[reader.around().type])


def _report_unclosed(reader: Reader, start: int, before: str, depth: int) -> None:
    """Say which bracket, of those open beyond `depth`, is not closed: the one the layout accuses, or the last."""
    accused = _accused(reader, reader.stack[depth] if depth < len(reader.stack) else 0)
    opener = reader.tokens[reader.stack[-1]] if accused is None else accused
    place = reader.tokens[-1].end
    related = (
        reader.related(f"it should be closed before {before}", start, start + 1)
        if start < len(reader.text)
        else None
    )
    closer = OPENERS[opener.type]
    reader.report(
        *_place(opener),
        "E103",
        f"`{_shown(opener)}` is never closed",
        f"add `{closer}` where it should end",
        *((related,) if related else (reader.related("the file ends here", place, place),)),
    )


def _accused(reader: Reader, first: int) -> Token | None:
    """The opening brace, from place `first` on, whose partner begins its line further left than its own line begins."""
    open_ones: list[Token] = []
    accused: Token | None = None
    for token in reader.tokens[first:]:
        if token.type in OPENERS:
            open_ones.append(token)
        elif token.type in CLOSERS and open_ones:
            opener = open_ones.pop()
            line, indent = _indent(reader.text, token.start)
            opened_line, opened_indent = _indent(reader.text, opener.start)
            alone = reader.text[line : token.start].strip() == ""
            if accused is None and alone and line != opened_line and indent < opened_indent:
                accused = opener
    return accused


def _indent(text: str, offset: int) -> tuple[int, int]:
    line = text.rfind("\n", 0, offset) + 1
    return line, len(text[line:offset]) - len(text[line:offset].lstrip())


def _shown(opener: Token) -> str:
    return "${" if opener.type == "HEAD" else "(" if opener.value == "for" else str(opener.value)


def _place(opener: Token) -> tuple[int, int]:
    return (opener.end - 2, opener.end) if opener.type == "HEAD" else (opener.start, opener.start + 1)


def end_interpolation(reader: Reader, start: int) -> bool:
    """Whether the back-tick at `start` ends the template around it: behind a value, none can begin.

    Then its interpolation is not closed, which is reported, and closed.
    """
    if reader.around().type != "HEAD" or reader.tokens[-1].type not in OPERAND_END - {"STEP"}:
        return False
    _report_unclosed(reader, start, "the back-tick", len(reader.stack) - 1)
    reader.close("TAIL", start, start + 1, "")
    return True


# Templates


def suspect_template(text: str, tokens: list[Token]) -> tuple[int, int] | None:
    """The first template among these tokens whose text looks as if it had swallowed code."""
    for token in tokens:
        if token.type in TEMPLATES and token.end > token.start:
            found = suspect(text, token.start + 1, token.end)
            if found:
                return found
    return None


def suspect(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where a template's text from `start` looks like code: (start, where the template should have ended)."""
    inside = text[start:stop].removesuffix("`").removesuffix("${")
    found = _CODE_LINE.search(inside)
    if found is None:
        return None
    return start, max(start, trim(text, start, start + found.start()))


def trim(text: str, start: int, stop: int) -> int:
    """The end of an unclosed text, from `start` to `stop`, without what seems to follow it: blanks, commas, brackets.

    A closing bracket belongs to the text where its line, inside the text, opens one.
    """
    line = max(start, text.rfind("\n", 0, stop) + 1)
    while stop > start:
        last = text[stop - 1]
        opener = _PAIRS.get(last)
        balanced = opener and text.count(opener, line, stop) >= text.count(last, line, stop)
        if last not in " \t\r\n,;" and (opener is None or balanced):
            break
        stop -= 1
        line = min(line, max(start, text.rfind("\n", 0, stop) + 1))
    return stop


def line_end(text: str, offset: int) -> int:
    """The end of the line at an offset, without its line break."""
    found = text.find("\n", offset)
    return (len(text) if found < 0 else found) - (found > 0 and text[found - 1] == "\r")
