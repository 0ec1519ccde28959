"""Jinja's one home: templates become Python expressions, ahead of time. Knows nothing of SQL or of dialects.

A template lays out pieces that are rendered already, so it needs little of the language: text, names, a few filters,
`if`. Each becomes one expression over `a`, the pieces by name, and `d`, the dialect's own filters. So a statement is
rendered without Jinja, whose import alone takes longer than all of our stages; Jinja itself renders only in the tests,
which compare the two.
"""

from collections.abc import Collection, Mapping
from typing import Any

import jinja2
from jinja2 import nodes

FILTERS = ("operand", "operands", "literal")
"""Filters that a dialect brings; `join` is Jinja's own."""


class TemplateError(ValueError):
    """A template uses what is not known here; names the template and its line."""


def environment(filters: Mapping[str, Any]) -> jinja2.Environment:
    """Jinja as our templates mean it: a tag takes its whole line, and an unknown name is an error."""
    made = jinja2.Environment(
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )
    made.filters.update(filters)
    return made


def translate(name: str, source: str, arguments: Collection[str]) -> str:
    """A Python expression of type `str` that renders the template; raises `TemplateError`."""
    try:
        template = environment(dict.fromkeys(FILTERS, str)).parse(source)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"{name}:{error.lineno}: {error.message}") from error
    return _Translation(name, frozenset(arguments)).body(template.body) or "''"


class _Translation:
    def __init__(self, name: str, arguments: frozenset[str]) -> None:
        self.name, self.arguments = name, arguments

    def body(self, body: list[nodes.Node]) -> str:
        pieces: list[str] = []
        for node in body:
            if isinstance(node, nodes.Output):
                pieces += [self.expression(inner) for inner in node.nodes]
            elif isinstance(node, nodes.If):
                pieces.append(self._if(node))
            else:
                raise self._unknown(node)
        return " + ".join(pieces)

    def expression(self, node: nodes.Node) -> str:
        match node:
            case nodes.TemplateData():
                return repr(node.data)
            case nodes.Const():
                return repr(node.value)
            case nodes.Name():
                if node.name not in self.arguments:
                    raise TemplateError(f"{self.name}:{node.lineno}: unknown name `{node.name}`")
                return f"a[{node.name!r}]"
            case nodes.Filter(name="join", args=[separator]) if node.node is not None:
                return f"{self.expression(separator)}.join({self.expression(node.node)})"
            case nodes.Filter() if node.name in FILTERS and node.node is not None and not node.args:
                return f"d.{node.name}({self.expression(node.node)})"
            case _:
                raise self._unknown(node)

    def _if(self, node: nodes.If) -> str:
        otherwise = self.body(node.else_) if node.else_ else "''"
        for branch in reversed(node.elif_):
            otherwise = f"({self.body(branch.body)} if {self.expression(branch.test)} else {otherwise})"
        return f"({self.body(node.body)} if {self.expression(node.test)} else {otherwise})"

    def _unknown(self, node: nodes.Node) -> TemplateError:
        return TemplateError(f"{self.name}:{node.lineno}: `{type(node).__name__}` has no place here")
