"""Views, kept as data: which cubes they show, by what join paths. No query is answered from one yet."""

from collections.abc import Mapping
from typing import Final

from cubeproof.evaluate import Declaration
from cubeproof.lower import ir
from cubeproof.lower.data import kept
from cubeproof.lower.names import Names, Outline
from cubeproof.lower.report import Report
from cubeproof.lower.schema import NEW, Property, Schema

_ANY: Final = Property(kind="any")
_CUBES: Final[Schema] = {
    "join_path": Property(kind="names"),
    "includes": _ANY,
    "excludes": _ANY,
    "prefix": Property(kind="boolean"),
    "split": Property(kind="boolean"),
    "alias": Property(kind="text"),
}
VIEW: Final[Schema] = {
    **dict.fromkeys(("title", "name", "file_name"), Property(kind="text")),
    **dict.fromkeys(("shown", "public"), Property(kind="boolean")),
    **dict.fromkeys(("description", "meta", "extends", "folders", "access_policy", "default_filters"), _ANY),
    **dict.fromkeys(("measures", "dimensions", "segments", "hierarchies", "view_groups"), _ANY),
    "cubes": Property(kind="list", within=_CUBES),
    "includes": Property(kind="names", gone=NEW),
    "excludes": Property(kind="names", gone=NEW),
}


def view(declaration: Declaration, outlines: Mapping[str, Outline], report: Report) -> ir.View:
    """A view as data; what is wrong with it is no reason to refuse the model."""
    names = Names(outlines[declaration.name], outlines, {}, report)
    with report.softly():
        extra = kept(declaration.body, VIEW, names)
    return ir.View(span=declaration.name_span, name=declaration.name, extra=extra)
