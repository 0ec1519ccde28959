"""Values of a scenario file, each in the form that its place asks for; what does not fit is reported where it stands.

Knows YAML's tree; must not know which keys a scenario has.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.diagnostics.nearest import nearest
from cubeproof.harness.yaml_text import Entry, Node
from cubeproof.source import Span

NONE: Final[Mapping[str, Entry]] = {}


class Forms:
    """Reads values and collects what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Diagnostic] = []

    def report(self, code: str, message: str, span: Span, help_: str | None = None) -> None:
        """Add a problem."""
        self.problems.append(Diagnostic(code=code, message=message, span=span, help=help_))

    def wrong(self, what: str, expected: str, node: Node) -> None:
        """A value of another form than its place asks for (E652)."""
        self.report("E652", f"{what} must be {expected}", node.span)

    def unknown(self, what: str, name: str, known: Iterable[str], span: Span) -> None:
        """A name that nothing has (E653)."""
        names = list(known)
        meant = nearest(name, names)
        few = ", ".join(f"`{one}`" for one in names[:8])
        advice = f"did you mean `{meant}`?" if meant else f"known are {few}" if few else None
        self.report("E653", f"there is no {what} `{name}`", span, advice)

    def keys(self, node: Node, what: str, known: Iterable[str]) -> Mapping[str, Entry]:
        """The entries of a map with these keys; others are reported (E651)."""
        if not isinstance(node.value, Mapping):
            self.wrong(what, "a map", node)
            return NONE
        names = tuple(known)
        for key, entry in node.value.items():
            if key not in names:
                meant = nearest(key, names)
                advice = (
                    f"did you mean `{meant}`?" if meant else f"known are {', '.join(f'`{n}`' for n in names)}"
                )
                self.report("E651", f"unknown key `{key}` in {what}", entry.span, advice)
        return {key: entry for key, entry in node.value.items() if key in names}

    def names(self, node: Node, what: str) -> Mapping[str, Entry]:
        """The entries of a map whose keys are names, which files and cells are called by."""
        if not isinstance(node.value, Mapping):
            self.wrong(what, "a map of names", node)
            return NONE
        for key, entry in node.value.items():
            if not is_name(key):
                self.report(
                    "E652",
                    f"`{key}` in {what} must be a name of letters, digits, `_`, `.` and `-`",
                    entry.span,
                )
        return {key: entry for key, entry in node.value.items() if is_name(key)}

    def text(self, node: Node, what: str) -> str | None:
        """A text."""
        if isinstance(node.value, str) and node.value:
            return node.value
        self.wrong(what, "a text", node)
        return None

    def texts(self, node: Node, what: str) -> list[tuple[str, Span]]:
        """One text, or a list of them; `null`, `false` and numbers are taken as they are written."""
        items = node.value if isinstance(node.value, tuple) else (node,)
        found = []
        for item in items:
            if isinstance(item.value, Mapping | tuple):
                self.wrong(f"each of {what}", "a text", item)
            else:
                written = item.span.source.text[item.span.start : item.span.end]
                found.append((item.value if isinstance(item.value, str) else written, item.span))
        return found

    def list(self, node: Node, what: str) -> tuple[Node, ...]:
        """A list."""
        if isinstance(node.value, tuple):
            return node.value
        self.wrong(what, "a list", node)
        return ()


def is_name(text: str) -> bool:
    """Whether a text can name a file and a cell."""
    return (
        bool(text)
        and text[0] not in ".-"
        and all(c.isalnum() or c in "_.-" for c in text)
        and text.isprintable()
    )
