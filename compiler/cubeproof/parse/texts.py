"""Texts, templates, numbers and patterns as tokens, and what is wrong with them. Knows no words and no grammar."""

from cubeproof.diagnostics import Related
from cubeproof.parse import brackets, literals
from cubeproof.parse.patterns import CHUNK, QUOTED, REGEX
from cubeproof.parse.reader import Reader
from cubeproof.parse.tokens import OPERAND_END

_UNCLOSED = (
    "E105",
    "this template is never closed",
    "close it with a back-tick; a back-tick inside is written `` \\` ``",
)


def template(reader: Reader, start: int, _end: int) -> int:
    """A template, up to its end or to its first interpolation."""
    if brackets.end_interpolation(reader, start):
        return start + 1
    return chunk(reader, start, "TEMPLATE")


def chunk(reader: Reader, start: int, last: str) -> int:
    """A run of a template's text: from the back-tick or the `}` at `start` to the next `${`, or the end, a token `last`."""
    text, inside = reader.text, start + 1
    found = CHUNK.match(text, inside)
    stop = found.end() if found else inside
    if inside in reader.repairs.endings:
        stop = reader.repairs.endings[inside]
        reader.report(start, stop, *_UNCLOSED, *_opened(reader, last))
        return _leave(reader, last, start, stop, inside, stop)
    if text.startswith("`", stop):
        return _leave(reader, last, start, stop + 1, inside, stop)
    if text.startswith("${", stop):
        if last == "TAIL":
            return reader.emit("MIDDLE", start, stop + 2, decoded(reader, inside, stop))
        return reader.open("HEAD", start, stop + 2, decoded(reader, inside, stop))
    size = len(text)
    reader.open_template = brackets.suspect_template(text, reader.tokens) or brackets.suspect(
        text, inside, size
    )
    if reader.open_template is None:
        reader.report(start, brackets.line_end(text, inside), *_UNCLOSED, *_opened(reader, last))
    return _leave(reader, last, start, size, inside, size)


def _leave(reader: Reader, last: str, start: int, end: int, inside: int, stop: int) -> int:
    value = decoded(reader, inside, stop)
    return reader.close("TAIL", start, end, value) if last == "TAIL" else reader.emit(last, start, end, value)


def _opened(reader: Reader, last: str) -> tuple[Related, ...]:
    if last == "TEMPLATE":
        return ()
    head = reader.around()
    return (reader.related("the template opens here", head.start, head.start + 1),)


def decoded(reader: Reader, start: int, stop: int) -> str:
    """What the characters of a text or template say; errors in it are reported at their place."""

    def complain(first: int, last: int, code: str, message: str, help_: str) -> None:
        reader.report(start + first, start + last, code, message, help_)

    return literals.text(reader.text[start:stop], complain)


def quoted(reader: Reader, start: int, end: int) -> int:
    """A text without escapes."""
    return reader.emit("TEXT", start, end, reader.text[start + 1 : end - 1])


def open_text(reader: Reader, start: int, end: int) -> int:
    """A text with escapes, or one that is not closed."""
    quote = reader.text[start]
    found = QUOTED[quote].match(reader.text, start)
    if found is None or found[2] is None:
        stop = found.end() if found else end
        message = f"this text has no closing `{quote}` on its line"
        reader.report(
            start, stop, "E106", message, "close it, or put text of several lines between back-ticks"
        )
        stop = max(end, brackets.trim(reader.text, start, stop))
        return reader.emit("TEXT", start, stop, decoded(reader, start + 1, stop))
    return reader.emit("TEXT", start, found.end(), decoded(reader, start + 1, found.end(1)))


def number(reader: Reader, start: int, end: int) -> int:
    """A number, or what begins like one."""
    raw = reader.text[start:end]
    value = literals.number(raw)
    if value is None and raw.endswith("n") and literals.number(raw[:-1]) is not None:
        message = f"`{raw}` is a BigInt, which models do not have"
        reader.report(start, end, "E147", message, f"write the number `{raw[:-1]}`")
    elif value is None:
        reader.report(
            start, end, "E111", f"`{raw}` is not a number", "write one like `42`, `1.5`, `1e3` or `0x2a`"
        )
    return reader.emit("NUMBER", start, end, value or 0.0)


def slash(reader: Reader, start: int, end: int) -> int:
    """A division behind an operand, else a regular expression."""
    before = reader.tokens[-1]
    if before.type in OPERAND_END or (before.value == "<" and before.end == start):
        return reader.emit("ASSIGN" if end - start == 2 else "OPERATOR", start, end, reader.text[start:end])
    found = REGEX.match(reader.text, start)
    if found is None:
        stop = max(end, brackets.trim(reader.text, start, brackets.line_end(reader.text, start)))
        message = "this regular expression has no closing `/` on its line"
        reader.report(start, stop, "E108", message, "close it; a `/` inside is written `\\/`")
        return reader.emit("REGEX", start, stop, (reader.text[start + 1 : stop], ""))
    return reader.emit("REGEX", start, found.end(), (found[1], found[2]))


def wide_name(reader: Reader, start: int, end: int) -> int:
    """A name with characters beyond ASCII, or with an escape."""
    value = reader.text[start:end]
    plain = value.replace("$", "_").replace("\u200c", "_").replace("\u200d", "_")
    if "\\" in value:
        reader.report(start, end, "E112", "escapes inside names are not read", "write the character itself")
    elif not plain.isidentifier():
        strange = next(
            place for place in range(len(plain)) if not ("_" * (place > 0) + plain[place]).isidentifier()
        )
        reader.report(
            start + strange, start + strange + 1, "E112", f"`{value[strange]}` cannot be part of a name", None
        )
    return reader.emit("NAME", start, end, value)
