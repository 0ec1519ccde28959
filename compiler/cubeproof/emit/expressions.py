"""Expressions of a plan become text. A parameter is a mark, `NUL number NUL`, until the whole text is known.

Knows one dialect through its data; no relation, and no value except where a time zone's text depends on a date.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import assert_never

from cubeproof.diagnostics import Diagnostic
from cubeproof.emit import scan
from cubeproof.emit.registry import Dialect
from cubeproof.plan import nodes
from cubeproof.request.query import Scalar
from cubeproof.source import Span

ValueOf = Callable[[int], Scalar]


class Writer:
    """Writes expressions for one statement; `params` are the marked ones, `subject` says whose text is written."""

    def __init__(self, dialect: Dialect, value_of: ValueOf) -> None:
        self.dialect, self.lexis, self.value_of = dialect, dialect.lexis, value_of
        self.params: list[nodes.Param] = []
        self.diagnostics: list[Diagnostic] = []
        self.subject = "the query"
        self.cube: str | None = None
        self.place: Span | None = None
        """Where the author wrote what is being written."""
        self.columns: dict[tuple[str | None, str], str] = {}
        """What a `Column` stands for, by input and id."""

    def report(self, code: str, message: str, advice: str | None = None) -> None:
        """Add an error about the subject."""
        diagnostic = Diagnostic(code=code, message=message, span=self.place, cube=self.cube, help=advice)
        self.diagnostics.append(diagnostic)

    def expression(self, node: nodes.Expression) -> str:
        """The text, as it stands alone."""
        match node:
            case nodes.Sql():
                return self.sql(node)
            case nodes.Param():
                self.params.append(node)
                return f"\0{len(self.params) - 1}\0"
            case nodes.Spliced():
                return self.clean(node.text)
            case nodes.Alias():
                return self.dialect.alias(self.clean(node.name))
            case nodes.Column():
                return self.columns[node.input, node.id]
            case nodes.Operand():
                return self.expression(node.expression)
            case nodes.Constant():
                return "1 = 1" if node.value else "1 = 0"
            case nodes.String() | nodes.Word():
                return self.dialect.literal(node.value)
            case nodes.Call():
                return self._call(node)
            case nodes.Aggregated():
                return self._aggregated(node)
            case nodes.Ranked():
                return self._ranked(node)
            case _:
                return self._operation(node)

    def at_least(self, node: nodes.Expression, level: int) -> str:
        """The text, in brackets if it binds weaker than `level`."""
        return self.dialect.at_least(self.expression(node), level)

    def all_of(self, conditions: Iterable[nodes.Expression]) -> list[str]:
        """Conditions such that AND may stand between them."""
        several = tuple(conditions)
        return [self.at_least(one, scan.AND if len(several) > 1 else scan.OR) for one in several]

    def sql(self, node: nodes.Sql) -> str:
        """A model's own text, complete by itself: checked, and ended so that it swallows nothing that follows."""
        outer, self.place = self.place, node.span or self.place
        text = scan.ended(self._spliced(node), self.lexis)
        found = scan.problem(text, self.lexis)
        if found is not None:
            self.report(found[0], f"the SQL of {self.subject} {found[1]}", _ADVICE.get(found[0]))
        self.place = outer
        return text

    def clean(self, text: str) -> str:
        """The text, checked for NUL, which would be taken for a parameter's mark."""
        if "\0" in text:
            self.report("E507", f"the SQL of {self.subject} has a NUL character")
            return text.replace("\0", "")
        return text

    def _operation(
        self, node: nodes.Compare | nodes.In | nodes.IsNull | nodes.And | nodes.Or | nodes.Case
    ) -> str:
        match node:
            case nodes.Compare():
                left, right = (self.at_least(side, scan.OPERATOR) for side in (node.left, node.right))
                return f"{left} {node.operator} {right}"
            case nodes.In():
                operand = self.at_least(node.operand, scan.OPERATOR)
                values = ", ".join(self.at_least(value, scan.OR) for value in node.values)
                return f"{operand} {'NOT IN' if node.negated else 'IN'} ({values})"
            case nodes.IsNull():
                return f"{self.at_least(node.operand, scan.OPERATOR)} IS {'NOT ' if node.negated else ''}NULL"
            case nodes.And():
                return " AND ".join(self.at_least(operand, scan.AND) for operand in node.operands)
            case nodes.Or():
                return " OR ".join(self.at_least(operand, scan.OR) for operand in node.operands)
            case nodes.Case():
                whens = "".join(
                    f" WHEN {self.at_least(when, scan.OR)} THEN {self.at_least(then, scan.OR)}"
                    for when, then in node.whens
                )
                otherwise = (
                    "" if node.otherwise is None else f" ELSE {self.at_least(node.otherwise, scan.OR)}"
                )
                return f"CASE{whens}{otherwise} END"
            case _:
                assert_never(node)

    def _spliced(self, node: nodes.Sql) -> str:
        pieces: list[str] = []
        for i, part in enumerate(node.parts):
            if isinstance(part, str):
                pieces.append(self.clean(part))
            elif isinstance(part, nodes.Sql):
                pieces.append(scan.ended(self._spliced(part), self.lexis))
            elif isinstance(part, nodes.Operand | nodes.And | nodes.Or | nodes.Call):
                pieces.append(self.at_least(part, scan.OR if _bracketed(node.parts, i) else scan.ATOM))
            else:
                pieces.append(self.expression(part))
        return "".join(pieces).lstrip(" \t\r\n")

    # Functions

    def call(self, function: str, *arguments: str | list[str], word: str | None = None) -> str:
        """A function of the dialect over rendered arguments; one that it lacks is reported."""
        known = self.dialect.functions[function]
        template = known.get(word or "") if isinstance(known, Mapping) else known
        if not template:
            needed = function if word is None else f"{function} by {word}"
            message = f"{self.subject} needs `{needed}`, which `{self.dialect.name}` does not have"
            self.report("E501", message, self.dialect.advice.get(function))
            return "NULL"
        return template(dict(zip(self.dialect.arguments[function], arguments, strict=True)), self.dialect)

    def _call(self, node: nodes.Call) -> str:
        if node.function == "convert_tz":
            return self._convert_tz(node)
        if node.function == "concat":
            return self.call("concat", [self.expression(piece) for piece in node.arguments])
        word = next((a.value for a in node.arguments if isinstance(a, nodes.Word)), None)
        texts = (a.value if isinstance(a, nodes.Word) else self.at_least(a, scan.OR) for a in node.arguments)
        return self.call(node.function, *texts, word=word)

    def _aggregated(self, node: nodes.Aggregated) -> str:
        argument = None if node.argument is None else self.at_least(node.argument, scan.OR)
        if node.filters:
            condition = " AND ".join(self.all_of(node.filters))
            argument = self.call("when", condition, "1" if argument is None else argument)
        if argument is None:
            return self.call("count_rows")
        return self.call(node.function, argument)

    def _ranked(self, node: nodes.Ranked) -> str:
        partition = ", ".join(self.at_least(key, scan.OR) for key in node.partition)
        order = ", ".join(
            self.call("descending" if descending else "ascending", self.at_least(key, scan.OR))
            for key, descending in node.order
        )
        return f"rank() OVER ({f'PARTITION BY {partition} ' if partition else ''}ORDER BY {order})"

    def _convert_tz(self, node: nodes.Call) -> str:
        value, zone, *bounds = node.arguments
        assert isinstance(zone, nodes.Word)  # noqa: S101 — nodes.Call: convert_tz(value, zone[, from, to])
        text = self.at_least(value, scan.OR)
        if self.dialect.named_zones:
            return self.call("convert_tz", text, zone.value)
        return self._shifted(text, zone.value, bounds)

    def _shifted(self, text: str, zone: str, bounds: list[nodes.Expression]) -> str:
        """Local time without named zones: the offsets that hold at the instants the query asks for."""
        from cubeproof.emit import zones

        if zone == "UTC":
            return self.call("timestamp", text)
        offsets = None
        if len(bounds) == 2:
            start, end = (str(self.value_of(_index(bound))) for bound in bounds)
            offsets = zones.between(zone, start, end)
        offsets = offsets or zones.always(zone)
        if offsets is None:
            needs = f"{self.subject} needs times of `{zone}`, whose clock changes"
            message = f"{needs}, and `{self.dialect.name}` knows no time zones"
            self.report("E502", message, "give the time dimension a date range, or ask in UTC")
            return "NULL"
        *before, (_, last) = offsets
        zone_text = self.call("offset", f"{last:+d}")
        if before:
            epoch = self.call("epoch", text)
            offsets_before = [(until, self.call("offset", f"{seconds:+d}")) for until, seconds in before]
            whens = "".join(f" WHEN {epoch} < {until} THEN {offset}" for until, offset in offsets_before)
            zone_text = f"CASE{whens} ELSE {zone_text} END"
        return self.call("convert_tz", text, zone_text)


_ADVICE = {
    "E504": "write the `${…}` without quotes: it becomes a parameter, not text",
    "E505": "a cube's or member's SQL is one SELECT or one expression",
    "E506": "values come from `${…}`, which makes a placeholder of its own",
}


def _index(bound: nodes.Expression) -> int:
    assert isinstance(bound, nodes.Param)  # noqa: S101 — the bounds are the query's own date range
    assert isinstance(bound.origin, nodes.ValueOrigin)  # noqa: S101
    return bound.origin.index


def _bracketed(parts: tuple[str | nodes.Expression, ...], i: int) -> bool:
    """Whether the part stands alone between brackets of the model's own."""
    if not 0 < i < len(parts) - 1:
        return False
    before, after = parts[i - 1], parts[i + 1]
    return (
        isinstance(before, str) and isinstance(after, str) and before.endswith("(") and after.startswith(")")
    )
