"""What no reader of a file should have to expect in it: size, NUL, characters that are not seen. Knows no syntax."""

import re
from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.parse.limits import Limits
from cubeproof.source import Source, Span

_UNSEEN = re.compile(
    "[\0\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff"
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\uffa0\U000e0000-\U000e007f]"
    "|(?<!^)\ufeff|(?<=[A-Za-z0-9_$])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z0-9_$])"
)
"""In other scripts, and in emoji, the two joiners are part of writing."""
_ALIKE = (
    dict(
        zip(
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u0475\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406\u0408\u04ae",
            "aeopcyxijshdqwvABEKMHOPCTXSIJY",
            strict=True,
        )
    )
    | dict(
        zip(
            "\u03bf\u03bd\u03b9\u03c1\u03c5\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
            "ovipuABEZHIKMNOPTYX",
            strict=True,
        )
    )
    | dict(zip("\u0585\u057d\u0570\u0578\u0251\u0261", "ouhnag", strict=True))
    | {chr(0xFEE0 + ord(c)): c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}
)
"""Letters that look like one of ASCII: Cyrillic, Greek, others, and the wide forms of ASCII itself."""
_LOOKS = "".join(_ALIKE)
_STYLED = "\U0001d400-\U0001d6a3"
_MIXED = re.compile(
    rf"(?<!\w)(?=\w*[A-Za-z])(?=\w*[{_LOOKS}{_STYLED}])[\w$]*(?!\w)"
    rf"|(?<!\w)[{_LOOKS}{_STYLED}]{{2,}}(?!\w)(?=\s*[=:(.\[])"
)
"""Words with letters of ASCII and others, and names that may be of others alone."""
_MOST = 20
"""Places shown of one character; an error is never among what is left out."""
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
    """Characters that are errors, or worth a warning, wherever they stand: in code, texts and comments alike."""
    if source.text.isascii() and "\0" not in source.text:
        return
    shown: dict[str, int] = {}
    for found in _UNSEEN.finditer(source.text):
        character = found[0]
        shown[character] = shown.get(character, 0) + 1
        if shown[character] <= _MOST:
            yield _unseen(character, Span(source, *found.span()))
    yield from _look_alikes(source)


def _unseen(character: str, span: Span) -> Diagnostic:
    shown = f"U+{ord(character):04X}"
    if character == "\0":
        help_ = "remove it; the file may be damaged, or not be text"
        return Diagnostic(code="E110", message="this file holds a NUL character", span=span, help=help_)
    if "\ud800" <= character <= "\udfff":
        message = f"{shown} is half of a character"
        return Diagnostic(code="E109", message=message, span=span, help="save the file as UTF-8")
    code, help_ = "E127", "remove it; where a text needs it, write it as an escape"
    message = f"the character {shown} is not seen, but makes this another text"
    if character in "\u2028\u2029":
        message = f"the line separator {shown} ends a line here, and most editors do not show it"
        code, help_ = "E114", "remove it, or break the line"
    elif (
        character in "\u061c\u200e\u200f"
        or "\u202a" <= character <= "\u202e"
        or "\u2066" <= character <= "\u2069"
    ):
        message = f"the control character {shown} makes this text read in another order than it is compiled"
        code, help_ = "E113", _BIDI_HELP
    return Diagnostic(code=code, severity="warning", message=message, span=span, help=help_)


def _look_alikes(source: Source) -> Iterator[Diagnostic]:
    """Words that read as another one, each where it is first met."""
    seen: set[str] = set()
    for found in _MIXED.finditer(source.text):
        word = found[0]
        if word in seen:
            continue
        seen.add(word)
        plain = "".join(_ALIKE.get(letter, letter) for letter in word)
        if not plain.isascii():
            plain = _unstyled(plain)
        if plain.isascii() and len(seen) <= _MOST:
            yield Diagnostic(
                code="E128", severity="warning", message=f"`{word[:80]}` looks like `{plain[:80]}`, but is another word",
                span=Span(source, *found.span()), help="write it in letters of one script",
            )  # fmt: skip


def _unstyled(word: str) -> str:
    """Mathematical letters as plain ones."""
    import unicodedata

    return (
        unicodedata.normalize("NFKC", word) if all(c.isascii() or c >= "\U0001d400" for c in word) else word
    )
