"""What reading a file holds on to: its tokens so far, the brackets that are open, what was wrong. Decides nothing."""

from collections.abc import Mapping
from typing import Final

import msgspec

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.parse.limits import Limits
from cubeproof.parse.tokens import BEGIN, LINE_BREAKS, Token
from cubeproof.source import Source, Span


class TooDeep(Exception):
    """Brackets or templates are nested beyond the limit: nothing of the file is read."""


class Repairs(msgspec.Struct, frozen=True):
    """What an earlier reading of the same file missed, so that this one can go on behind it."""

    endings: Mapping[int, int] = {}
    """For the start of a template's text, where the template shall end: the end that is typed made no sense."""
    supplied: Mapping[int, str] = {}
    """For the start of a token, the punctuation to supply before it."""
    reported: tuple[Diagnostic, ...] = ()
    """What was said about what is supplied; an ending is reported where it is applied."""

    def with_ending(self, start: int, stop: int) -> "Repairs":
        """One more template, whose text starts at `start` and shall end at `stop`."""
        return Repairs({**self.endings, start: stop}, self.supplied, self.reported)

    def with_supplied(self, start: int, mark: str, said: Diagnostic) -> "Repairs":
        """One more `mark`, before the token that starts at `start`."""
        return Repairs(self.endings, {**self.supplied, start: mark}, (*self.reported, said))


NO_REPAIRS: Final = Repairs()


class Reader:
    """The state of the lexer, and the few things that are done to it everywhere."""

    def __init__(self, source: Source, limits: Limits, repairs: Repairs) -> None:
        self.source = source
        self.text = source.text
        self.limits = limits
        self.repairs = repairs
        self.tokens = [Token(BEGIN, 0, 0, "")]
        self.diagnostics: list[Diagnostic] = []
        self.stack: list[int] = []
        """Places, in `tokens`, of the brackets that are open."""
        self.templates = 0
        """How many of them are interpolations."""
        self.closed = 0
        """Place, in `tokens`, of the bracket that the last closing one belongs to."""
        self.open_template: tuple[int, int] | None = None
        """Where the text of a template starts that swallows the file, and where it should have ended."""

    def emit(self, type_: str, start: int, end: int, value: object) -> int:
        """Add a token; returns its end, from where reading goes on."""
        self.tokens.append(Token(type_, start, end, value))
        return end

    def report(
        self, start: int, end: int, code: str, message: str, help_: str | None, *related: Related
    ) -> None:
        """Add an error about the characters from `start` to `end`."""
        span = Span(self.source, start, end)
        self.diagnostics.append(
            Diagnostic(code=code, message=message, span=span, help=help_, related=related)
        )

    def related(self, message: str, start: int, end: int) -> Related:
        """A further place that belongs to an error."""
        return Related(message, Span(self.source, start, end))

    def around(self) -> Token:
        """The innermost bracket that is open, or BEGIN."""
        return self.tokens[self.stack[-1]] if self.stack else self.tokens[0]

    def open(self, type_: str, start: int, end: int, value: object) -> int:
        """Add a token that opens a bracket or an interpolation; raises `TooDeep` beyond the limits."""
        if type_ == "HEAD":
            self.templates += 1
            if self.templates > self.limits.templates:
                message = f"templates are nested more than {self.limits.templates} deep"
                self.too_deep(start, end, "E116", message, "template")
        if len(self.stack) >= self.limits.nesting:
            self.too_deep(
                start, end, "E115", f"brackets are nested more than {self.limits.nesting} deep", "part"
            )
        self.stack.append(len(self.tokens))
        return self.emit(type_, start, end, value)

    def too_deep(self, start: int, end: int, code: str, message: str, what: str) -> None:
        """Report a limit and stop."""
        self.report(
            start, end, code, message, f"give the inner {what} a name with `const`, and use the name here"
        )
        raise TooDeep

    def close(self, type_: str, start: int, end: int, value: object) -> int:
        """Add the token that closes what was opened last."""
        self.closed = self.stack.pop()
        if type_ == "TAIL":
            self.templates -= 1
        return self.emit(type_, start, end, value)

    def broken(self, start: int) -> bool:
        """Whether a line break lies between the last token and `start`."""
        between = self.text[self.tokens[-1].end : start]
        return any(character in between for character in LINE_BREAKS)
