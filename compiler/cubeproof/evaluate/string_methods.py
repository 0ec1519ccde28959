"""Methods of texts, by ECMA-262 22.1.3; positions count halves of characters beyond the basic plane.

A text with holes can be joined and nothing else. What takes a regular expression stands in `pattern_methods.py`.
"""

import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate import pattern_methods
from cubeproof.evaluate.arguments import at, clamped, first, integer, position
from cubeproof.evaluate.collation import compare
from cubeproof.evaluate.numbers import WHITE_SPACE
from cubeproof.evaluate.objects import INHERITED
from cubeproof.evaluate.ropes import TextLike, length, text_of, units, whole
from cubeproof.evaluate.special import Pattern
from cubeproof.evaluate.values import UNDEFINED, Function, Native, Refusal, Rope, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

MEMBERS: Final = INHERITED | frozenset(
    "anchor at big blink bold charAt charCodeAt codePointAt concat endsWith fixed fontcolor fontsize includes "
    "indexOf isWellFormed italics lastIndexOf length link localeCompare match matchAll normalize padEnd padStart "
    "repeat replace replaceAll search slice small split startsWith strike sub substr substring sup "
    "toLocaleLowerCase toLocaleUpperCase toLowerCase toUpperCase toWellFormed trim trimEnd trimLeft trimRight "
    "trimStart".split()
)
"""Every member of a text that the language has."""


def _char_at(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves = units(base)
    index = integer(interpreter, first(given), span)
    return interpreter.whole(halves[int(index)], span) if 0 <= index < len(halves) else ""


def _at(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves = units(base)
    index = integer(interpreter, first(given), span)
    index += len(halves) if index < 0 else 0
    return interpreter.whole(halves[int(index)], span) if 0 <= index < len(halves) else UNDEFINED


def _char_code_at(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves = units(base)
    index = integer(interpreter, first(given), span)
    return float(ord(halves[int(index)])) if 0 <= index < len(halves) else float("nan")


def _code_point_at(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves = units(base)
    index = integer(interpreter, first(given), span)
    if not 0 <= index < len(halves):
        return UNDEFINED
    pair = whole(halves[int(index) : int(index) + 2])
    return float(ord(pair[0]))


def _last_index_of(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves, wanted = units(base), _wanted(interpreter, given, span)
    interpreter.reserve(len(halves), span)
    start = interpreter.number(at(given, 1), span)
    last = len(halves) if start != start else int(max(0, min(start, len(halves))))
    return float(halves.rfind(wanted, 0, last + len(wanted)))


def _substr(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves = units(base)
    start = position(interpreter, first(given), len(halves), span)
    size = clamped(interpreter, at(given, 1), len(halves), span, default=len(halves))
    return interpreter.text(interpreter.whole(halves[start : start + size], span), span)


def _normalize(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    form = "NFC" if first(given) is UNDEFINED else interpreter.words(given[0], span)
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise Refusal("`normalize` needs `NFC`, `NFD`, `NFKC` or `NFKD`", span, code="E218")
    interpreter.reserve(18 * len(base), span)
    return interpreter.text(unicodedata.normalize(form, base), span)  # type: ignore[arg-type]


def _locale_compare(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    other = interpreter.words(first(given), span)
    interpreter.reserve(len(base) + len(other), span)
    order = compare(base, other) if len(given) < 2 else None
    if order is None:
        raise Refusal(
            "`localeCompare` beyond plain ASCII, or with a locale, is not supported", span, code="E207",
            help="compare with `<` and `>`: `(a, b) => (a < b ? -1 : a > b ? 1 : 0)`",
        )  # fmt: skip
    return order


def _is_well_formed(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return True


def _slice(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves = units(base)
    start = position(interpreter, first(given), len(halves), span)
    end = position(interpreter, at(given, 1), len(halves), span, default=len(halves))
    return interpreter.text(interpreter.whole(halves[start:end], span), span)


def _substring(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves = units(base)
    start = clamped(interpreter, first(given), len(halves), span)
    end = clamped(interpreter, at(given, 1), len(halves), span, default=len(halves))
    return interpreter.text(interpreter.whole(halves[min(start, end) : max(start, end)], span), span)


def _wanted(interpreter: "Interpreter", given: list[Value], span: Span) -> str:
    return units(interpreter.words(first(given), span))


def _index_of(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves, wanted = units(base), _wanted(interpreter, given, span)
    interpreter.reserve(len(halves), span)
    return float(halves.find(wanted, clamped(interpreter, at(given, 1), len(halves), span)))


def _includes(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return _index_of(interpreter, base, given, span) != -1.0


def _starts_with(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves = units(base)
    start = clamped(interpreter, at(given, 1), len(halves), span)
    return halves[start:].startswith(_wanted(interpreter, given, span))


def _ends_with(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    halves = units(base)
    end = clamped(interpreter, at(given, 1), len(halves), span, default=len(halves))
    return halves[:end].endswith(_wanted(interpreter, given, span))


def _repeat(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    count = integer(interpreter, first(given), span)
    if not 0 <= count < float("inf"):
        raise Refusal("`repeat` needs a count that is neither negative nor infinite", span, code="E218")
    interpreter.reserve(int(min(count, 2.0**53)) * len(base), span)
    return base * int(count) if base else ""


def _padding(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> str:
    """What has to be added to reach a length."""
    filler = " " if at(given, 1) is UNDEFINED else units(interpreter.words(given[1], span))
    missing = integer(interpreter, first(given), span) - len(units(base))
    if missing <= 0 or not filler:
        return ""
    interpreter.reserve(int(min(missing, 2.0**53)), span)
    return (filler * (int(missing) // len(filler) + 1))[: int(missing)]


def _pad_start(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return interpreter.whole(_padding(interpreter, base, given, span) + units(base), span)


def _pad_end(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return interpreter.whole(units(base) + _padding(interpreter, base, given, span), span)


def _split(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    interpreter.reserve(len(base), span)
    limit = 2.0**32 - 1 if at(given, 1) is UNDEFINED else interpreter.number(given[1], span) % 2**32
    if isinstance(given[0] if given else None, Pattern):
        return pattern_methods.split(interpreter, base, given[0], int(limit) if limit == limit else 0, span)  # type: ignore[arg-type]
    if first(given) is UNDEFINED:
        parts = [base]
    else:
        separator = interpreter.words(first(given), span)
        parts = base.split(separator) if separator else list(units(base))
    kept = parts[: int(limit)] if limit == limit else []
    return interpreter.array([interpreter.whole(part, span) for part in kept], span)


def _replace(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return _replaced(interpreter, base, given, span, most=1)


def _replace_all(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return _replaced(interpreter, base, given, span, most=len(base) + 2)


def _replaced(interpreter: "Interpreter", base: str, given: list[Value], span: Span, most: int) -> Value:
    """The first occurrences of a plain text replaced by a text with `$` patterns, or by what a function says."""
    pattern, by = first(given), at(given, 1)
    if isinstance(pattern, Pattern):
        if most > 1 and "g" not in pattern.flags:
            raise Refusal("`replaceAll` needs a regular expression with the flag `g`", span, code="E218")
        return pattern_methods.replace(interpreter, base, pattern, by, span)
    wanted = interpreter.words(pattern, span)
    if not wanted and len(units(base)) > len(base):
        raise Refusal("this would cut a character in half", span, code="E218")
    pieces: list[TextLike] = []
    total = end = 0
    start = base.find(wanted)
    while start >= 0 and most > 0:
        if isinstance(by, Function | Native):
            place = float(len(units(base[:start])))
            piece = interpreter.as_text(interpreter.invoke(by, [wanted, place, base], span), span)
        else:
            piece = _expanded(
                interpreter, interpreter.as_text(by, span), base, start, start + len(wanted), span
            )
        pieces += [base[end:start], piece]
        total += length(piece)
        interpreter.reserve(total, span)
        end, most = start + len(wanted), most - 1
        start = base.find(wanted, end if wanted else start + 1) if end < len(base) or wanted else -1
    pieces.append(base[end:])
    return interpreter.text(text_of(pieces), span)


def _expanded(
    interpreter: "Interpreter", by: TextLike, base: str, start: int, end: int, span: Span
) -> TextLike:
    """`$$`, `$&`, `` $` `` and `$'` in a replacement."""
    if isinstance(by, Rope):
        if any(isinstance(piece, str) and "$" in piece for piece in by.pieces):
            raise interpreter.holes(span)
        return by
    if "$" not in by:
        return by
    meanings = {"$": "$", "&": base[start:end], "`": base[:start], "'": base[end:]}
    made: list[str] = []
    index = 0
    while index < len(by):
        meaning = meanings.get(by[index + 1 : index + 2]) if by[index] == "$" else None
        made.append(by[index] if meaning is None else meaning)
        index += 1 if meaning is None else 2
    return "".join(made)


def _lower(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return interpreter.text(base.lower(), span)


def _upper(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return interpreter.text(base.upper(), span)


def _trim(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return interpreter.text(base.strip(WHITE_SPACE), span)


def _trim_start(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return interpreter.text(base.lstrip(WHITE_SPACE), span)


def _trim_end(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return interpreter.text(base.rstrip(WHITE_SPACE), span)


def _concat(interpreter: "Interpreter", base: TextLike, given: list[Value], span: Span) -> Value:
    pieces = [base, *(interpreter.as_text(value, span) for value in given)]
    interpreter.reserve(sum(length(piece) for piece in pieces), span)
    return text_of(pieces)


def _same(interpreter: "Interpreter", base: TextLike, given: list[Value], span: Span) -> Value:
    return base


def _same_text(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    return base


TextMethod = Callable[["Interpreter", str, list[Value], Span], Value]
RopeMethod = Callable[["Interpreter", TextLike, list[Value], Span], Value]

OF_ROPES: Final[Mapping[str, RopeMethod]] = {"concat": _concat, "toString": _same, "valueOf": _same}
"""What can be called on a text with holes."""

METHODS: Final[Mapping[str, TextMethod]] = {
    **OF_ROPES,
    "at": _at,
    "charAt": _char_at,
    "charCodeAt": _char_code_at,
    "codePointAt": _code_point_at,
    "endsWith": _ends_with,
    "includes": _includes,
    "indexOf": _index_of,
    "isWellFormed": _is_well_formed,
    "lastIndexOf": _last_index_of,
    "localeCompare": _locale_compare,
    "match": pattern_methods.match,
    "matchAll": pattern_methods.match_all,
    "normalize": _normalize,
    "padEnd": _pad_end,
    "padStart": _pad_start,
    "repeat": _repeat,
    "replace": _replace,
    "replaceAll": _replace_all,
    "search": pattern_methods.find,
    "slice": _slice,
    "split": _split,
    "startsWith": _starts_with,
    "substr": _substr,
    "substring": _substring,
    "toLowerCase": _lower,
    "toUpperCase": _upper,
    "toWellFormed": _same_text,
    "trim": _trim,
    "trimEnd": _trim_end,
    "trimLeft": _trim_start,
    "trimRight": _trim_end,
    "trimStart": _trim_start,
}
