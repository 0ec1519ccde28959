"""Relations of a plan become statements, each through its template. Knows the algebra; no engine, no value."""

from collections.abc import Iterator
from typing import assert_never

from cubeproof.emit import model_text, scan
from cubeproof.emit.expressions import Writer
from cubeproof.plan import nodes


class Statements:
    """Writes the relations of one statement with the writer's expressions."""

    def __init__(self, writer: Writer) -> None:
        self.writer, self.dialect = writer, writer.dialect
        self.nested = 0

    def statement(self, node: nodes.Relation) -> str:
        """A SELECT of the relation's rows."""
        match node:
            case nodes.Select():
                return self._select(node)
            case nodes.Aggregate():
                source = self._from(node.input)
                columns = self._columns((*node.keys, *node.measures), node.input)
                keys = [str(i) for i in range(1, len(node.keys) + 1)]
                return self.dialect.render("aggregate", {"source": source, "columns": columns, "keys": keys})
            case nodes.Project():
                source = self._from(node.input)
                columns = self._columns(node.columns, node.input)
                return self.dialect.render("project", {"source": source, "columns": columns})
            case nodes.Filter():
                source = self._from(node.input)
                self._known(node.input)
                self.writer.subject = "a filter of the query"
                condition = self.writer.at_least(node.condition, scan.OR)
                return self.dialect.render("filter", {"source": source, "condition": condition})
            case nodes.Sort():
                source, known = self._from(node.input), self._known(node.input)
                order = [self._key(key, known[None, key.id]) for key in node.keys]
                return self.dialect.render("sort", {"source": source, "order": order})
            case nodes.Limit():
                source = self._from(node.input)
                return self.dialect.render(
                    "limit", {"source": source, **self._limits(node.limit, node.offset)}
                )
            case nodes.Series():
                return self._series(node)
            case nodes.Merged():
                inputs = [self.statement(one) for one in node.inputs]
                return self.dialect.render("merged", {"inputs": inputs})
            case nodes.Source() | nodes.Join() | nodes.Named() | nodes.Shared():
                raise AssertionError("a source stands inside a relation that names its columns")
            case _:
                assert_never(node)

    def _series(self, node: nodes.Series) -> str:
        self.writer.subject, self.writer.cube = "the time series", None
        start, end = (self.writer.at_least(bound, scan.OR) for bound in (node.start, node.end))
        pieces = {"start": start, "end": end, "count": node.count, "unit": node.unit}
        return self.dialect.render("series", pieces)

    def _binding(self, node: nodes.Named) -> str:
        relation = indented(self.statement(node.relation), self.writer.lexis)
        return f"{self.dialect.alias(node.alias)} AS (\n{relation}\n)"

    def _select(self, node: nodes.Select) -> str:
        bindings = [self._binding(binding) for binding in node.bindings]
        columns = self._columns(node.columns, node.source)
        source = self._from(node.source)
        self._known(node.source)
        self.writer.subject, self.writer.cube = "a filter of the query", None
        where = self.writer.all_of(node.where)
        having = self.writer.all_of(node.having)
        ids = [column.id for column in node.columns]
        keys = [
            str(i) for i, column in enumerate(node.columns, 1) if node.grouped and column.kind != "measure"
        ]
        order = [self._key(key, str(ids.index(key.id) + 1)) for key in node.order]
        pieces = {
            "bindings": bindings,
            "columns": columns,
            "source": source,
            "where": where,
            "keys": keys,
            "having": having,
            "order": order,
        }
        return self.dialect.render("select", {**pieces, **self._limits(node.limit, node.offset)})

    def _columns(self, outputs: tuple[nodes.Output, ...], source: nodes.Relation) -> list[str]:
        self._known(source)
        return [self._column(output) for output in outputs]

    def _column(self, output: nodes.Output) -> str:
        self.writer.subject, self.writer.cube = f"`{output.id}`", output.id.partition(".")[0]
        text = self.writer.at_least(output.expression, scan.OR)
        return f"{text} {self.dialect.quoted(self.writer.clean(output.alias))}"

    def _known(self, source: nodes.Relation) -> dict[tuple[str | None, str], str]:
        """What `Column` may name above the relation, which becomes what the writer knows."""
        self.writer.columns = {
            (alias, output.id): f"{self.dialect.alias(alias)}.{name}" if alias else name
            for alias, output in reachable(source)
            for name in (self.dialect.quoted(output.alias),)
        }
        return dict(self.writer.columns)

    def _key(self, key: nodes.SortKey, text: str) -> str:
        return self.writer.call("descending" if key.descending else "ascending", text)

    def _limits(self, limit: int | None, offset: int | None) -> dict[str, str]:
        start = str(offset) if offset else ""
        unlimited = self.dialect.unlimited if start else ""
        return {"limit": unlimited if limit is None else str(limit), "offset": start}

    def _from(self, node: nodes.Relation) -> str:
        match node:
            case nodes.Source():
                return self._source(node)
            case nodes.Join():
                return self._join(node)
            case nodes.Shared():
                return self.dialect.render("shared", {"alias": self.dialect.alias(node.alias)})
            case nodes.Named():
                relation = indented(self.statement(node.relation), self.writer.lexis)
                alias = self.dialect.alias(self.writer.clean(node.alias))
                return self.dialect.render("named", {"relation": relation, "alias": alias})
            case _:
                alias = f"q_{self.nested}"
                self.nested += 1
                relation = indented(self.statement(node), self.writer.lexis)
                return self.dialect.render(
                    "source", {"relation": relation, "alias": alias, "is_table": False}
                )

    def _join(self, node: nodes.Join) -> str:
        left, right = self._from(node.left), self._from(node.right)
        self._known(node)
        cube = node.right.cube if isinstance(node.right, nodes.Source) else None
        self.writer.subject, self.writer.cube = f"the join to `{cube or node.right.alias}`", cube
        on = "" if node.on is None else self.writer.at_least(node.on, scan.OR)
        return self.dialect.render("join", {"left": left, "right": right, "on": on})

    def _source(self, node: nodes.Source) -> str:
        self.writer.subject, self.writer.cube = f"cube `{node.cube}`", node.cube
        alias = self.dialect.alias(self.writer.clean(node.alias))
        relation = model_text.rows(self.writer, node.cube, node.relation, is_table=node.is_table)
        if not node.is_table:
            relation = _margin(node.relation) + relation.rstrip("\n")
        return self.dialect.render(
            "source", {"relation": relation, "alias": alias, "is_table": node.is_table}
        )


BUCKET = tuple(
    nodes.Output(id=name, alias=name, expression=nodes.Column(id=name), kind="dimension", type="time")
    for name in ("begins", "ends")
)
"""The columns of a time series."""


def outputs(node: nodes.Relation) -> tuple[nodes.Output, ...]:
    """The columns that a relation computes; none of a source, whose columns only the model's SQL names."""
    match node:
        case nodes.Source() | nodes.Join() | nodes.Named():
            return ()
        case nodes.Series():
            return BUCKET
        case nodes.Shared():
            return node.columns
        case nodes.Merged():
            return outputs(node.inputs[0])
        case nodes.Filter() | nodes.Sort() | nodes.Limit():
            return outputs(node.input)
        case nodes.Aggregate():
            return (*node.keys, *node.measures)
        case nodes.Project() | nodes.Select():
            return node.columns
        case _:
            assert_never(node)


def reachable(node: nodes.Relation) -> Iterator[tuple[str | None, nodes.Output]]:
    """The columns that can be named above a relation, with the name of the relation that they are read from."""
    match node:
        case nodes.Join():
            yield from reachable(node.left)
            yield from reachable(node.right)
        case nodes.Named():
            yield from ((node.alias, output) for output in outputs(node.relation))
        case nodes.Shared():
            yield from ((node.alias, output) for output in node.columns)
        case _:
            yield from ((None, output) for output in outputs(node))


def indented(text: str, lexis: scan.Lexis) -> str:
    """The text two spaces further in, but for lines that start inside a string, a name or a comment."""
    pieces = (
        "\n".join(_lines(token)) if kind == "space" else token for kind, token in scan.tokens(text, lexis)
    )
    return "  " + "".join(pieces)


def _lines(space: str) -> Iterator[str]:
    first, *following = space.split("\n")
    yield first
    for i, line in enumerate(following, 1):
        yield line if i < len(following) else f"  {line}"


def _margin(relation: nodes.Sql) -> str:
    """How far in the first line stands: as in the model where its SQL starts on a line of its own, else two spaces."""
    first = relation.parts[0] if relation.parts else ""
    if isinstance(first, str):
        margin = first[: len(first) - len(first.lstrip())]
        if "\n" in margin:
            return margin.rpartition("\n")[2] or "  "
    return "  "
