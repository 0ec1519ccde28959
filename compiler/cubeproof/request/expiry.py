"""How long a token is valid, as written on a command line: `30 days`, `2h`, `1.5h`, `0` for ever.

The units are those that Cube's `token` command takes, and no others. A bare number means milliseconds to Cube, seconds
to most people, and is an error here; so are negative spans and those under a second, which expire at once.
"""

import re
from typing import Final

from cubeproof.diagnostics import Diagnostic, Result
from cubeproof.request.jsonplaces import shown

LONGEST: Final = 1000 * 31_557_600
"""A thousand years, in seconds."""

_SPAN: Final = re.compile(r"(\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})\s*([a-z]+)", re.ASCII | re.IGNORECASE)
_YEAR: Final = 365.25 * 86_400
_SECONDS: Final[dict[str, float]] = {
    **dict.fromkeys(("ms", "msec", "msecs", "millisecond", "milliseconds"), 0.001),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
    **dict.fromkeys(("d", "day", "days"), 86_400),
    **dict.fromkeys(("w", "week", "weeks"), 604_800),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), _YEAR),
}
_FORMS: Final = "write a number and a unit, such as `30 days`, `12h` or `1 week`; `0` is for ever"


def read_expiry(text: str) -> Result[int | None]:
    """Whole seconds, rounded down; None for `0`, and with a diagnostic where the text says nothing usable."""
    written = text.strip()
    if written == "0":
        return Result(None)
    match = _SPAN.fullmatch(written)
    seconds = float(match[1]) * _SECONDS.get(match[2].lower(), 0) if match else 0
    if 1 <= seconds <= LONGEST:
        return Result(int(seconds))
    return Result(None, (Diagnostic(code="E430", message=_problem(written, seconds), help=_advice(written)),))


def _problem(written: str, seconds: float) -> str:
    if not written:
        return "the expiry is empty"
    if seconds > LONGEST:
        return f"the expiry `{shown(written)}` is longer than a thousand years"
    if re.fullmatch(r"\d+(\.\d+)?", written):
        return f"the expiry `{shown(written)}` has no unit"
    if written.startswith("-"):
        return f"the expiry `{shown(written)}` is in the past"
    if 0 < seconds < 1:
        return f"the expiry `{shown(written)}` is shorter than a second"
    return f"`{shown(written)}` is no expiry"


def _advice(written: str) -> str:
    if re.search(r"\d\s*mo(nth)?s?$", written, re.IGNORECASE):
        return "months differ in length: write days, such as `30 days`"
    if re.fullmatch(r"[1-9]\d*", written):
        return f"did you mean `{shown(written)}s`, `{shown(written)}m` or `{shown(written)} days`?"
    return _FORMS
