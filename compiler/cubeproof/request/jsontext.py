"""JSON text, read strictly: what two readers could understand differently is refused.

Duplicate keys, NaN and the infinities, numbers beyond 64 bits, unpaired surrogates and absurd nesting are errors,
each with its place. Knows nothing of what the text is for, but for the code under which it reports.
"""

import json
import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple, NoReturn

from cubeproof.diagnostics import Diagnostic, Related, Result
from cubeproof.request.jsonplaces import TOKEN, Where, shown, walk
from cubeproof.source import Source, Span

DEEPEST: Final = 100
"""So many arrays and objects may stand inside each other."""

_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1


class Codes(NamedTuple):
    """The codes of one kind of text: bad syntax, a key twice, a number out of bounds, nesting."""

    syntax: str
    duplicate: str
    number: str
    depth: str


QUERY_CODES: Final = Codes("E300", "E301", "E302", "E303")
CLAIM_CODES: Final = Codes("E400", "E401", "E402", "E403")


def read_json(text: str | bytes, what: str, codes: Codes = QUERY_CODES) -> Result[Any]:
    """The value that a JSON text says; None, with diagnostics, if it is not acceptable.

    `what` names the text in messages (`query`, `context`) and, as `<query>`, in places. A first byte order mark is
    skipped. Diagnostics carry a span over the text, and the path of the value where there is one.
    """
    decoded = _decode(text, what, codes)
    if isinstance(decoded, Diagnostic):
        return Result(None, (decoded,))
    lost: list[int] = []
    try:
        value = json.loads(
            decoded,
            object_pairs_hook=_pairs(lost),
            parse_constant=_refuse,
            parse_int=_whole,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        return Result(None, (_syntax(error, decoded, what, codes),))
    except _OutOfBounds:
        return Result(None, _numbers(decoded, what, codes))
    except RecursionError:
        return Result(None, (_too_deep(what, codes),))
    if decoded.count("[") + decoded.count("{") > DEEPEST and _depth(decoded) > DEEPEST:
        return Result(None, (_too_deep(what, codes),))
    if lost:
        return Result(None, _duplicates(decoded, what, codes))
    if _SURROGATE.search(decoded) and not _encodable(value):
        message = f"the {what} holds half of a surrogate pair, which is no character"
        return Result(None, (Diagnostic(code=codes.syntax, message=message),))
    return Result(value)


def read_data(value: object, what: str, codes: Codes) -> Result[Any]:
    """A value that a program hands over, such that it meets the same checks as a text that says it."""
    try:
        text = json.dumps(_keyed(value))
    except (TypeError, ValueError, RecursionError):
        message = f"the {what} holds something that JSON cannot say"
        advice = "use text, finite numbers, true, false, null, arrays, objects with keys of text"
        return Result(None, (Diagnostic(code=codes.syntax, message=message, help=advice),))
    return read_json(text, what, codes)


def _keyed(value: object) -> object:
    """The same value. Raises `TypeError` for a key that is no text, of which `json.dumps` would make one."""
    waiting, seen = [value], set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict | list | tuple) and id(one) not in seen:
            seen.add(id(one))
            waiting += one.values() if isinstance(one, dict) else one
            if isinstance(one, dict) and not all(isinstance(key, str) for key in one):
                raise TypeError
    return value


_REASONS: Final = {
    "Expecting property name enclosed in double quotes": ("a key in double quotes is expected", None),
    "Expecting value": ("a value is expected", None),
    "Extra data": ("the value ended before this", None),
    "Unterminated string starting at": ("this string is not closed", "add the closing double quote"),
    "Invalid control character at": (
        "a line break or control character inside a string",
        "write it as `\\n`",
    ),
    "Invalid \\escape": ("an unknown escape", "write a backslash as `\\\\`"),
    "Invalid \\uXXXX escape": ("an unfinished escape", "four hexadecimal digits follow `\\u`"),
}


class _OutOfBounds(Exception):
    """A number that is not kept as it was written."""


def _decode(text: str | bytes, what: str, codes: Codes) -> str | Diagnostic:
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            message = f"the {what} is not UTF-8 text: byte {error.start + 1} does not fit"
            return Diagnostic(code=codes.syntax, message=message)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return Diagnostic(code=codes.syntax, message=f"the {what} is empty", help="write JSON, such as `{}`")
    return text


def _pairs(lost: list[int]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Makes an object of its pairs; `lost` is told how many of them were keys given before."""

    def collect(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) < len(pairs):
            lost.append(len(pairs) - len(value))
        return value

    return collect


def _refuse(_: str) -> NoReturn:
    raise _OutOfBounds


def _whole(digits: str) -> int:
    if len(digits) > 20 or not _SMALLEST <= (number := int(digits)) <= _LARGEST:
        raise _OutOfBounds
    return number


def _finite(digits: str) -> float:
    number = float(digits)
    if number - number != 0:
        raise _OutOfBounds
    return number


def _encodable(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _depth(text: str) -> int:
    deepest = depth = 0
    for token in TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in "]}":
            depth -= 1
    return deepest


def _too_deep(what: str, codes: Codes) -> Diagnostic:
    return Diagnostic(code=codes.depth, message=f"the {what} is nested deeper than {DEEPEST} levels")


def _syntax(error: json.JSONDecodeError, text: str, what: str, codes: Codes) -> Diagnostic:
    source = Source(path=f"<{what}>", text=text)
    end = len(text.rstrip())
    start = min(error.pos, end - 1)
    if error.msg.startswith("Illegal trailing comma"):
        # newer Pythons point at the comma, older ones behind it
        start = end - len(text[start + 1 : end].lstrip())
    reason, advice = _reason(error.msg)
    if error.pos >= end:
        reason, advice = "the text ends too early", "close every string, `[` and `{`"
    elif text[start] in "]}" and text[:start].rstrip().endswith(","):
        reason, advice = "a comma stands before this", "remove the comma"
    elif text[start] == "'":
        reason, advice = "this is not JSON", "write strings in double quotes"
    line, column = source.position(start)
    message = f"the {what} is not JSON: line {line}, column {column}"
    span = Span(source, start, start + 1)
    return Diagnostic(code=codes.syntax, message=message, span=span, label=reason, help=advice)


def _reason(message: str) -> tuple[str, str | None]:
    if message == "Expecting ',' delimiter":
        return "a comma is missing before this", None
    if message == "Expecting ':' delimiter":
        return "a colon is missing before this", None
    return _REASONS.get(message, ("this is not JSON", None))


def _numbers(text: str, what: str, codes: Codes) -> tuple[Diagnostic, ...]:
    source = Source(path=f"<{what}>", text=text)
    found: list[Diagnostic] = []
    for token in TOKEN.finditer(text):
        problem = _number_problem(token[0])
        if problem:
            message, advice = problem
            span = Span(source, token.start(), token.end())
            found.append(Diagnostic(code=codes.number, message=message, span=span, help=advice))
    return tuple(found)


def _number_problem(word: str) -> tuple[str, str | None] | None:
    if word in ("NaN", "Infinity", "-Infinity"):
        return f"`{word}` is no JSON number", None
    if not re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", word, re.ASCII):
        return None
    try:
        _ = _whole(word) if word.lstrip("-").isdigit() else _finite(word)
    except _OutOfBounds:
        return (
            f"the number `{shown(word)}` does not fit into 64 bits",
            "write it as a string, in double quotes",
        )
    return None


def _duplicates(text: str, what: str, codes: Codes) -> tuple[Diagnostic, ...]:
    source = Source(path=f"<{what}>", text=text)
    twice: list[tuple[str, Where, Where]] = []
    for _ in walk(text, twice):
        pass
    return tuple(
        Diagnostic(
            code=codes.duplicate,
            message=f"the key `{shown(json.loads(text[slice(*again)]))}` is given twice",
            path=path,
            span=Span(source, *again),
            related=(Related("first given here", Span(source, *before)),),
            help="keep one of them",
        )
        for path, before, again in twice
    )
