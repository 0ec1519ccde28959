"""Regular expressions as values: `test`, `exec`, and the methods of texts that take one (ECMA-262 22.2.6).

Every search is paid for; positions count halves of characters beyond the basic plane, as everywhere.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate.arguments import first, integer
from cubeproof.evaluate.objects import put
from cubeproof.evaluate.ropes import TextLike, length, text_of, units
from cubeproof.evaluate.special import Iteration, Pattern
from cubeproof.evaluate.values import UNDEFINED, Function, Match, Native, Object, Refusal, Rope, Slot, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter
    from cubeproof.evaluate.regex import Places

_FLAGS: Final = "gimsuy"
_WORK_PER_STEP: Final = 2


def pattern_of(interpreter: "Interpreter", source: str, flags: str, span: Span) -> Pattern:
    """`/source/flags`."""
    from cubeproof.evaluate.regex import Unreadable, compiled

    if len(set(flags)) < len(flags) or any(flag not in _FLAGS for flag in flags):
        raise Refusal(
            f"`{flags[:20]}` are no flags of a regular expression", span, code="E225",
            help="flags are `g`, `i`, `m`, `s`, `u`, `y`",
        )  # fmt: skip
    try:
        program = compiled(source if "u" in flags else units(source), "".join(sorted(flags)))
    except Unreadable as why:
        help_ = "use simpler patterns one after the other, or plain text methods" if why.construct else None
        raise Refusal(why.message, span, code="E225", help=help_) from None
    interpreter.spend(len(source) + len(program.instructions), span)
    return interpreter.own(Pattern(source, flags, program))


class Subject:
    """A text as a pattern sees it, by halves or (flag `u`) by characters, and places in it as positions."""

    __slots__ = ("_wide", "interpreter", "pattern", "seen", "span", "text")

    def __init__(self, interpreter: "Interpreter", pattern: Pattern, text: str, span: Span) -> None:
        self.interpreter, self.pattern, self.text, self.span = interpreter, pattern, text, span
        interpreter.look(text, span)
        halves = units(text)
        self._wide = "u" in pattern.flags and len(halves) > len(text)
        self.seen = text if self._wide else halves

    def position(self, place: int) -> float:
        """What JavaScript calls a place."""
        return float(len(units(self.seen[:place])) if self._wide else place)

    def place(self, position: float) -> int | None:
        """The place at a position; None beyond the end."""
        if not self._wide:
            return int(position) if position <= len(self.seen) else None
        halves = units(self.text)
        if position > len(halves):
            return None
        return len(
            halves[: int(position)].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        )

    def find(self, start: int, *, sticky: bool | None = None) -> "Places | None":
        """The first match from a place on."""
        from cubeproof.evaluate.regex import search

        sticky = "y" in self.pattern.flags if sticky is None else sticky
        return search(self.pattern.program, self.seen, start, self._spend, sticky=sticky)

    def _spend(self, work: int) -> None:
        self.interpreter.spend(1 + work // _WORK_PER_STEP, self.span)

    def all(self) -> "Iterator[Places]":
        """All matches, one after the other."""
        start = 0
        while start <= len(self.seen):
            found = self.find(start)
            if found is None:
                return
            yield found
            start = found[1] if found[1] > found[0] else found[1] + 1

    def cut(self, start: int, end: int) -> str:
        """A piece of the text."""
        return self.interpreter.whole(self.seen[start:end], self.span)

    def group(self, found: "Places", number: int) -> Value:
        """What a group matched, or undefined."""
        start, end = found[2 * number], found[2 * number + 1]
        return UNDEFINED if start < 0 or end < 0 else self.cut(start, end)

    def groups(self, found: "Places") -> list[Value]:
        """What each group matched, the first being the whole."""
        return [self.group(found, number) for number in range(self.pattern.program.groups)]

    def named(self, found: "Places") -> Value:
        """The groups that have names; undefined where none has."""
        names = self.pattern.program.names
        if not names:
            return UNDEFINED
        made = self.interpreter.own(Object())
        for name, number in names.items():
            put(made, name, Slot(self.group(found, number), self.span, self.span))
        return made

    def match(self, found: "Places") -> Match:
        """A match as `exec` gives it."""
        items = self.groups(found)
        self.interpreter.size(len(items), self.span)
        made = Match(items, self.position(found[0]), self.text, self.named(found))
        return self.interpreter.own(made)


def _moves(pattern: Pattern) -> bool:
    return "g" in pattern.flags or "y" in pattern.flags


def _move(interpreter: "Interpreter", pattern: Pattern, to: float, span: Span) -> None:
    if pattern.last_index != to:
        interpreter.change(pattern, span)
        pattern.last_index = to


def _next(subject: Subject) -> "Places | None":
    """The match that `exec` and `test` find, from `lastIndex` where the flags say so."""
    pattern, interpreter, span = subject.pattern, subject.interpreter, subject.span
    start = subject.place(max(0.0, pattern.last_index)) if _moves(pattern) else 0
    found = None if start is None else subject.find(start)
    if _moves(pattern):
        _move(interpreter, pattern, 0.0 if found is None else subject.position(found[1]), span)
    return found


def _test(interpreter: "Interpreter", base: Pattern, given: list[Value], span: Span) -> Value:
    return _next(Subject(interpreter, base, interpreter.words(first(given), span), span)) is not None


def _exec(interpreter: "Interpreter", base: Pattern, given: list[Value], span: Span) -> Value:
    subject = Subject(interpreter, base, interpreter.words(first(given), span), span)
    found = _next(subject)
    return None if found is None else subject.match(found)


def _to_string(interpreter: "Interpreter", base: Pattern, given: list[Value], span: Span) -> Value:
    return interpreter.as_text(base, span)


def set_member(interpreter: "Interpreter", base: Pattern, key: str, value: Value, span: Span) -> None:
    """`pattern.lastIndex = 0`."""
    if key != "lastIndex":
        raise Refusal(f"setting `{key}` of a regular expression is not supported", span, code="E209")
    interpreter.change(base, span)
    base.last_index = integer(interpreter, value, span)


# Methods of texts


def _given(interpreter: "Interpreter", value: Value, flags: str, span: Span) -> Pattern:
    """The pattern that a method of a text is given; a text is made one, as in JavaScript."""
    if isinstance(value, Pattern):
        return value
    source = "" if value is UNDEFINED else interpreter.words(value, span)
    return pattern_of(interpreter, source or "(?:)", flags, span)


def match(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    """`text.match(/…/)`: the first match, or with the flag `g` the texts of all."""
    pattern = _given(interpreter, first(given), "", span)
    subject = Subject(interpreter, pattern, base, span)
    if "g" not in pattern.flags:
        found = _next(subject)
        return None if found is None else subject.match(found)
    _move(interpreter, pattern, 0.0, span)
    texts: list[Value] = [subject.cut(found[0], found[1]) for found in subject.all()]
    return interpreter.array(texts, span) if texts else None


def match_all(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    """`text.matchAll(/…/g)`."""
    pattern = _given(interpreter, first(given), "g", span)
    if "g" not in pattern.flags:
        raise Refusal("`matchAll` needs a regular expression with the flag `g`", span, code="E218")
    if pattern.last_index:
        raise Refusal("`matchAll` from a `lastIndex` is not supported", span, code="E209")
    subject = Subject(interpreter, pattern, base, span)
    return Iteration([subject.match(found) for found in subject.all()])


def find(interpreter: "Interpreter", base: str, given: list[Value], span: Span) -> Value:
    """`text.search(/…/)`."""
    subject = Subject(interpreter, _given(interpreter, first(given), "", span), base, span)
    found = subject.find(0)
    return -1.0 if found is None else subject.position(found[0])


def split(interpreter: "Interpreter", base: str, pattern: Pattern, limit: int, span: Span) -> Value:
    """`text.split(/…/)`: what the groups matched stands between the pieces."""
    subject = Subject(interpreter, pattern, base, span)
    end = len(subject.seen)
    if end == 0:
        whole: list[Value] = [] if subject.find(0, sticky=True) is not None else [""]
        return interpreter.array(whole[:limit], span)
    pieces: list[Value] = []
    start = at = 0
    while at < end:
        found = subject.find(at, sticky=False)
        if found is None or found[0] >= end:
            break
        if found[1] == start:
            at = found[0] + 1
            continue
        pieces.append(subject.cut(start, found[0]))
        pieces.extend(subject.groups(found)[1:])
        interpreter.size(len(pieces), span)
        start = at = found[1]
    pieces.append(subject.cut(start, end))
    return interpreter.array(pieces[:limit], span)


def replace(interpreter: "Interpreter", base: str, pattern: Pattern, by: Value, span: Span) -> Value:
    """`text.replace(/…/, …)`, all matches with the flag `g`."""
    subject = Subject(interpreter, pattern, base, span)
    if "g" in pattern.flags:
        _move(interpreter, pattern, 0.0, span)
        matches = subject.all()
    else:
        one = _next(subject)
        matches = iter(() if one is None else (one,))
    pieces: list[TextLike] = []
    total = end = 0
    template = None if isinstance(by, Function | Native) else interpreter.as_text(by, span)
    for found in matches:
        piece = _called(subject, by, found) if template is None else _filled(subject, template, found)
        pieces += [subject.cut(end, found[0]), piece]
        total += length(piece)
        interpreter.reserve(total, span)
        end = found[1]
    pieces.append(subject.cut(end, len(subject.seen)))
    return interpreter.text(text_of(pieces), span)


def _called(subject: Subject, by: Value, found: "Places") -> TextLike:
    given = [*subject.groups(found), subject.position(found[0]), subject.text]
    if (named := subject.named(found)) is not UNDEFINED:
        given.append(named)
    return subject.interpreter.as_text(subject.interpreter.invoke(by, given, subject.span), subject.span)


def _filled(subject: Subject, template: TextLike, found: "Places") -> TextLike:
    """`$1`, `$&`, `$<name>` and the like in a replacement."""
    if isinstance(template, Rope):
        if any(isinstance(piece, str) and "$" in piece for piece in template.pieces):
            raise subject.interpreter.holes(subject.span)
        return template
    head, *rest = template.split("$")
    made = [head]
    index = 0
    while index < len(rest):
        after = rest[index]
        if not after and index + 1 < len(rest):
            made.append("$" + rest[index + 1])
            index += 2
            continue
        made.append(_meaning(subject, after, found))
        index += 1
    return "".join(made)


def _meaning(subject: Subject, after: str, found: "Places") -> str:
    """What `$` and the text behind it, up to the next `$`, stand for."""
    if after[:1] == "&":
        return subject.cut(found[0], found[1]) + after[1:]
    if after[:1] == "`":
        return subject.cut(0, found[0]) + after[1:]
    if after[:1] == "'":
        return subject.cut(found[1], len(subject.seen)) + after[1:]
    program = subject.pattern.program
    for digits in (2, 1):
        number = after[:digits]
        if (
            len(number) == digits
            and number.isascii()
            and number.isdigit()
            and 0 < int(number) < program.groups
        ):
            return _text(subject.group(found, int(number))) + after[digits:]
    if after[:1] == "<" and program.names and ">" in after:
        name, _, rest = after[1:].partition(">")
        known = program.names.get(name)
        return ("" if known is None else _text(subject.group(found, known))) + rest
    return "$" + after


def _text(group: Value) -> str:
    return group if isinstance(group, str) else ""


METHODS: Final[Mapping[str, Callable[["Interpreter", Pattern, list[Value], Span], Value]]] = {
    "exec": _exec,
    "test": _test,
    "toString": _to_string,
}
