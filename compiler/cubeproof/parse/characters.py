"""What no reader of a file should have to expect in it: size, NUL, characters that are not seen. Knows no syntax."""

import re
from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.parse.limits import Limits
from cubeproof.source import Source, Span

_UNSEEN = re.compile("[\0\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")
_BIDI_HELP = "remove it; where a text needs it, write it as an escape such as `\\u{202B}`"


def too_large(source: Source, limits: Limits) -> Diagnostic | None:
    """A file beyond the limit, which is not read at all."""
    size = len(source.text)
    if size <= limits.size and not source.text.isascii():
        size = len(source.text.encode("utf-8", "surrogatepass"))
    if size <= limits.size:
        return None
    return Diagnostic(
        code="E100",
        message=f"this file has {size} bytes, more than {limits.size}",
        span=Span(source, 0, 0),
        help="split it into several files",
    )


def strange(source: Source) -> Iterator[Diagnostic]:
    """Characters that are errors, or worth a warning, wherever they stand."""
    if source.text.isascii() and "\0" not in source.text:
        return
    for found in _UNSEEN.finditer(source.text):
        span = Span(source, *found.span())
        character = found[0]
        shown = f"U+{ord(character):04X}"
        if character == "\0":
            help_ = "remove it; the file may be damaged, or not be text"
            yield Diagnostic(code="E110", message="this file holds a NUL character", span=span, help=help_)
        elif character in "\u2028\u2029":
            message = f"the line separator {shown} ends a line here, and most editors do not show it"
            yield Diagnostic(
                code="E114",
                severity="warning",
                message=message,
                span=span,
                help="remove it, or break the line",
            )
        elif "\ud800" <= character <= "\udfff":
            message = f"{shown} is half of a character"
            yield Diagnostic(code="E109", message=message, span=span, help="save the file as UTF-8")
        else:
            message = (
                f"the control character {shown} makes this text read in another order than it is compiled"
            )
            yield Diagnostic(code="E113", message=message, span=span, help=_BIDI_HELP)
