"""Where a database is: URLs taken apart, and shown without their passwords.

Must not know drivers, nor open anything.
"""

import re
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec

from cubeproof.engines.session import EngineError

Family = Literal["duckdb", "sqlite", "postgresql"]

_FAMILIES: dict[str, Family] = {
    "duckdb": "duckdb",
    "sqlite": "sqlite",
    "postgresql": "postgresql",
    "postgres": "postgresql",
}
_USERINFO = re.compile(
    r"://([^/?#:@\s]*):.*@", re.DOTALL
)  # up to the last `@`: too much is masked rather than too little
_SECRET_OPTION = re.compile(r"(?i)\b(\w*(?:pas|pwd|secret|token|key)\w*)=[^&\s]*")  # misspelt ones too
_MASK = "***"


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """A database URL, understood: its family, and the file or the server it names."""

    family: Family
    url: str
    shown: str
    """The URL as it may be printed."""
    file: str
    """The file's path as given; empty for a database in memory or a server."""
    memory: bool
    secrets: tuple[str, ...] = ()
    """What must never be printed: the password as written and as decoded."""

    def masked(self, text: str) -> str:
        """A driver's message without the URL's secrets."""
        for secret in self.secrets:
            text = text.replace(secret, _MASK)
            # of a password with an @ a driver may take what is behind it for the host
            for at in range(len(secret)):
                if secret[at] == "@":
                    text = text.replace(f"{secret[at + 1 :]}@", f"{_MASK}@")
        return masked(text)


def parse(url: str) -> Address:
    """Understand a database URL.

    Raises `EngineError` E550 for a scheme that is not served, a missing file name or a malformed URL.
    """
    scheme, separator, rest = url.partition("://")
    family = _FAMILIES.get(scheme.lower())
    if not separator or family is None:
        raise _unknown(scheme if separator else "", url)
    if family == "postgresql":
        return Address(
            family=family, url=url, shown=masked(url), file="", memory=False, secrets=_secrets(url)
        )
    file = unquote(rest[1:]) if rest.startswith("/") else ""
    if not file or "\x00" in file:
        message = f"`{masked(url)}` names no file"
        raise EngineError(
            message,
            code="E550",
            help=f"write `{family}:///FILE`, with a fourth slash for an absolute path, or `{family}:///:memory:`",
        )
    memory = file == ":memory:"
    return Address(family=family, url=url, shown=masked(url), file="" if memory else file, memory=memory)


def masked(url: str) -> str:
    """A URL, or a text that holds one, with `***` in place of every password."""
    return _SECRET_OPTION.sub(rf"\1={_MASK}", _USERINFO.sub(rf"://\1:{_MASK}@", url))


def _unknown(scheme: str, url: str) -> EngineError:
    from cubeproof.diagnostics.nearest import nearest

    known = "`duckdb:///FILE`, `sqlite:///FILE` or `postgresql://HOST/NAME`"
    if not scheme:
        return EngineError(f"`{masked(url)}` is not a database URL", code="E550", help=f"write {known}")
    meant = nearest(scheme, tuple(_FAMILIES))
    return EngineError(
        f"no database is reached by `{masked(scheme)}://`",
        code="E550",
        help=f"did you mean `{meant}://`?" if meant else f"write {known}",
    )


def _secrets(url: str) -> tuple[str, ...]:
    written = re.search(r"://[^/?#:@\s]*:(.*)@", url, re.DOTALL)
    found = [written.group(1), unquote(written.group(1))] if written else []
    try:
        options = parse_qsl(urlsplit(url).query)
    except ValueError:
        options = []
    found += [value for name, value in options if _SECRET_OPTION.match(f"{name}=")]
    return tuple(sorted({secret for secret in found if secret}, key=lambda secret: (-len(secret), secret)))
