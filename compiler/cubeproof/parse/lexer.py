"""Characters to tokens: what a character is depends on what stands before it and on the brackets around it.

A stack of open brackets tells objects from blocks and says where a template goes on after an interpolation; the token
before tells `/` the division from `/x/` the pattern, and a name from a reserved word. `=>` turns back and retypes the
parenthesis of its parameters. The tokens that leave here are balanced: a bracket that is missing is supplied, one too
many is dropped, and both are reported. Knows no grammar.
"""

from collections.abc import Callable
from typing import Final

from cubeproof.parse import brackets, patterns, texts, words
from cubeproof.parse.limits import Limits
from cubeproof.parse.reader import NO_REPAIRS, Reader, Repairs, TooDeep
from cubeproof.parse.tokens import BLOCK_BEFORE, CONTEXTUAL, END, OPERAND_END, PUNCTUATION, RESERVED, Token
from cubeproof.source import Source

_WORDS: Final = frozenset((*RESERVED, *CONTEXTUAL))
_STRANGE: Final = {
    "@": (
        "E144",
        "decorators are not part of the model language",
        "call the function that the decorator stands for",
    ),
    "#": ("E145", "private names are not part of the model language", "use a name without `#`"),
    "\\": ("E112", "a `\\` stands outside a text", "escapes belong inside quotes or back-ticks"),
}


def lex(source: Source, limits: Limits, repairs: Repairs = NO_REPAIRS) -> Reader:
    """Read the tokens of `source`, from BEGIN to END; the reader that is returned holds them and what was wrong."""
    reader = Reader(source, limits, repairs)
    try:
        _read(reader)
    except TooDeep:
        del reader.tokens[1:]
        reader.emit(END, len(source.text), len(source.text), "")
    return reader


def _read(reader: Reader) -> None:
    text, tokens, repairs = reader.text, reader.tokens, reader.repairs
    token, emit, match, known, marks = Token, tokens.append, patterns.TOKEN.match, _WORDS, PUNCTUATION
    name, mark, template, end = (patterns.NUMBERS[group] for group in ("name", "mark", "template", "end"))
    hashbang = patterns.HASHBANG.match(text)
    position = hashbang.end() if hashbang else 0
    group, most = 0, reader.limits.tokens
    while group != end:
        if len(tokens) > most:
            _too_many(reader, position)
        found = match(text, position)
        if found is None or found.lastindex is None:
            break  # never: the last group takes any character
        group = found.lastindex
        start, position = found.span(group)
        if start in repairs.supplied:
            _supply(reader, repairs.supplied[start])
        if group == name:
            value = found[group]
            if value in known:
                words.read(reader, start, position, value)
            else:
                emit(token("NAME", start, position, value))
        elif group == mark:
            value = found[group]
            emit(token(marks[value], start, position, value))
        elif group == template and start + 1 not in repairs.endings and tokens[-1].type not in OPERAND_END:
            emit(token("TEMPLATE", start, position, text[start + 1 : position - 1]))
        else:
            position = _HANDLERS[group](reader, start, position)


def _too_many(reader: Reader, position: int) -> None:
    message = f"this file holds more than {reader.limits.tokens:,} names, marks and texts"
    reader.report(
        position, position, "E100", message, "split it into several files, or keep data in a `.json` file"
    )
    raise TooDeep


def _supply(reader: Reader, mark: str) -> None:
    """Put in the punctuation that an earlier reading missed: right behind what stands before."""
    place = reader.tokens[-1].end
    if reader.tokens[-1].type != PUNCTUATION[mark]:
        reader.emit(PUNCTUATION[mark], place, place, mark)


def _bracket(reader: Reader, start: int, end: int) -> int:
    value = reader.text[start]
    before = reader.tokens[-1].type
    match value:
        case "(":
            return reader.open("LPAR", start, end, "for" if before == "FOR" else value)
        case "[":
            return reader.open("LSQB", start, end, value)
        case "{":
            return reader.open("LBLOCK" if before in BLOCK_BEFORE else "LBRACE", start, end, value)
        case _:
            return _closing(reader, start, end, value)


def _closing(reader: Reader, start: int, end: int, value: str) -> int:
    if not brackets.fits(reader.around().type, value) and not brackets.balance(reader, start, value):
        return end
    opener = reader.around().type
    if opener == "HEAD":
        return texts.chunk(reader, start, "TAIL")
    return reader.close(brackets.CLOSED_BY[opener], start, end, value)


def _arrow(reader: Reader, start: int, end: int) -> int:
    """`=>` says what stood before it: parameters, and that `async` is no name."""
    tokens = reader.tokens
    if tokens[-1].type == "RPAR":
        opener, before = tokens[reader.closed], tokens[reader.closed - 1]
        opener.type = "LARROW"
        if before.type == "NAME" and before.value == "async" and before.end > before.start:
            before.type = "ASYNC"
    return reader.emit("ARROW", start, end, "=>")


def _step(reader: Reader, start: int, end: int) -> int:
    """`++` on a line of its own belongs to what follows."""
    place = reader.tokens[-1].end
    if reader.tokens[-1].type in OPERAND_END and reader.broken(start):
        reader.emit("AUTO", place, place, ";")
    return reader.emit("STEP", start, end, reader.text[start:end])


def _open_comment(reader: Reader, start: int, end: int) -> int:
    reader.report(start, end, "E107", "this comment is never closed", "close it with `*/`")
    return len(reader.text)


def _other(reader: Reader, start: int, end: int) -> int:
    character = reader.text[start]
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    unknown = ("E112", f"the character `{shown}` means nothing here", "remove it, or put it into a text")
    reader.report(start, end, *_STRANGE.get(character, unknown))
    return end


def _end(reader: Reader, _start: int, _end: int) -> int:
    size = len(reader.text)
    if reader.stack:
        brackets.close_all(reader, size, "the end of the file")
    return reader.emit(END, size, size, "")


_Handler = Callable[[Reader, int, int], int]
_BY_GROUP: Final[dict[str, _Handler]] = {
    "template": texts.template, "open_template": texts.template, "quoted": texts.quoted, "open_text": texts.open_text,
    "number": texts.number, "slash": texts.slash, "wide_name": texts.wide_name, "bracket": _bracket, "arrow": _arrow,
    "step": _step, "open_comment": _open_comment, "end": _end, "other": _other,
}  # fmt: skip
_HANDLERS: Final[dict[int, _Handler]] = {
    patterns.NUMBERS[group]: handler for group, handler in _BY_GROUP.items()
}
"""What reads each group of `patterns.GROUPS` but the two that need no look around: names and marks."""
