"""The names that mean something inside SQL, as the interpreter meets them: cubes, members, FILTER_PARAMS, SQL_UTILS.

Each knows how it is read on (`Users.city`), what stands for it in a text, and what cannot be done with it. Nothing is
rendered here. Source of the forms: Cube's documentation, and what its compilers were observed to accept.
"""

from collections.abc import Callable, Mapping
from typing import Final

from cubeproof.diagnostics.nearest import nearest
from cubeproof.evaluate.values import UNDEFINED, Hole, Native, Refusal, Rope, Symbol, Test, Value
from cubeproof.lower import sql
from cubeproof.lower.names import Known, Names
from cubeproof.source import Span


def did_you_mean(name: str, candidates: object) -> str | None:
    """The help of an unknown name."""
    found = nearest(name, list(candidates))  # type: ignore[call-overload]
    return None if found is None else f"did you mean `{found}`?"


def method(name: str, function: Callable[[list[Value], Span], Value]) -> Native:
    """A method of a symbol."""
    return Native(name, lambda _, arguments, span: function(arguments, span))


class Reference(Symbol):
    """A symbol with a place in SQL: `path` holds cube names, and for a member its name last."""

    __slots__ = ("names", "path")

    def __init__(self, names: Names, path: tuple[str, ...]) -> None:
        self.names, self.path = names, path

    def compare(self, operator: str, other: Value, span: Span) -> Test | bool:
        """It is there, and an object; more cannot be asked of it."""
        if operator == "truthy":
            return True
        if operator == "typeof":
            return other == "object"
        if other is None or other is UNDEFINED:
            return operator in ("!==", "!=")
        raise Refusal(f"`{'.'.join(self.path)}` cannot be compared: it stands for SQL", span, code="E256")

    def _text(self) -> Native:
        def text(arguments: list[Value], span: Span) -> Value:
            hole = self.hole(span)
            return hole if isinstance(hole, str | Rope) else Rope((hole,))

        return method("toString", text)


class CubeSymbol(Reference):
    """`CUBE`, `Users`, `CUBE.Users`."""

    __slots__ = ()

    def member(self, name: str, span: Span) -> Value:
        """A member, a cube further on the way, or `sql()`."""
        outline = self.names.outlines.get(self.path[-1], self.names.cube)
        if name in outline.members:
            return member_symbol(self.names, (*self.path, name), outline.members[name])
        if name in self.names.outlines:
            return CubeSymbol(self.names, (*self.path, name))
        if name == "sql":
            return method("sql", lambda _, __: SqlSymbol(self.names, self.path[-1]))
        if name == "toString":
            return self._text()
        if not outline.open:
            self.names.report.add(
                "E252", f"cube `{outline.name}` has no member `{name}`", span, label="unknown member",
                help=did_you_mean(name, outline.members), cube=self.names.cube.name, once="",
            )  # fmt: skip
        return Unknown()

    def hole(self, span: Span) -> Hole:
        """The alias of the cube."""
        return sql.CubeRef(path=self.path, span=span)


class SqlSymbol(Symbol):
    """`Users.sql()`."""

    __slots__ = ("cube", "names")

    def __init__(self, names: Names, cube: str) -> None:
        self.names, self.cube = names, cube

    def hole(self, span: Span) -> Hole:
        """The cube's table."""
        return sql.SqlOf(cube=self.cube, span=span)


class MemberSymbol(Reference):
    """`CUBE.total`, `status`, `Users.city`, `createdAt.month`."""

    __slots__ = ("granularity", "known")

    def __init__(
        self, names: Names, path: tuple[str, ...], known: Known, granularity: str | None = None
    ) -> None:
        super().__init__(names, path)
        self.known, self.granularity = known, granularity

    def member(self, name: str, span: Span) -> Value:
        """A granularity of a time dimension."""
        if name == "toString":
            return self._text()
        if self.granularity is None and name in self.known.granularities:
            return MemberSymbol(self.names, self.path, self.known, name)
        shown = ".".join(self.path[-2:])
        if self.known.granularities:
            message, label = f"`{shown}` has no granularity `{name}`", "unknown granularity"
        else:
            message, label = f"`{name}` cannot be read of the {self.known.kind} `{shown}`", None
        self.names.report.add(
            "E252", message, span, label=label, help=did_you_mean(name, self.known.granularities),
            cube=self.names.cube.name, once="",
        )  # fmt: skip
        return Unknown()

    def hole(self, span: Span) -> Hole:
        """The member's SQL."""
        if self.known.kind == "pre-aggregation":
            raise Refusal(f"the pre-aggregation `{'.'.join(self.path[-2:])}` has no SQL", span, code="E256")
        return sql.MemberRef(path=self.path, granularity=self.granularity, span=span)

    @property
    def full_name(self) -> str:
        """`Orders.total`, as a query names it."""
        return ".".join(self.path[-2:])


def member_symbol(names: Names, path: tuple[str, ...], known: Known) -> MemberSymbol:
    """The symbol of a member."""
    return MemberSymbol(names, path, known)


class Unknown(Native):
    """Stands where an error has been reported, so that the rest of the template is still looked at."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("unknown", lambda *_: self)

    def member(self, name: str, span: Span) -> Value:
        """More of the same, as is what a call gives."""
        return self

    def hole(self, span: Span) -> str:
        """Never reaches a statement."""
        return "NULL"

    def compare(self, operator: str, other: Value, span: Span) -> bool:
        """Some answer."""
        return operator in ("truthy", "!==", "!=")

    def value(self, span: Span) -> Value:
        """There is none, and why has been said."""
        refusal = Refusal("this has no value, because its name is unknown", span, code="E252")
        refusal.reported = True
        raise refusal


# FILTER_PARAMS, FILTER_GROUP, SQL_UTILS


class FilterParams(Symbol):
    """`FILTER_PARAMS`, `FILTER_PARAMS.Orders`, `FILTER_PARAMS.Orders.status`."""

    __slots__ = ("names", "path")

    def __init__(self, names: Names, path: tuple[str, ...] = ()) -> None:
        self.names, self.path = names, path

    def member(self, name: str, span: Span) -> Value:
        """The next step, or at the end `filter`."""
        if len(self.path) == 2:
            return self._method(name, span)
        if not self.path and name not in self.names.outlines:
            message = f"`FILTER_PARAMS` names an unknown cube, `{name}`"
            self.names.report.add(
                "E260", message, span, label="unknown cube", cube=self.names.cube.name, once="",
                help=did_you_mean(name, self.names.outlines),
            )  # fmt: skip
            return Unknown()
        if self.path:
            self._check(self.path[0], name, span)
        return FilterParams(self.names, (*self.path, name))

    def _check(self, cube: str, name: str, span: Span) -> None:
        outline = self.names.outlines[cube]
        known = outline.members.get(name)
        if outline.open or (known is not None and known.kind == "dimension"):
            return
        if known is None:
            message, advice = f"cube `{cube}` has no dimension `{name}`", did_you_mean(name, outline.members)
        else:
            message, advice = f"`{cube}.{name}` is a {known.kind}", None
        self.names.report.add(
            "E281", f"this pushes no filter down: {message}", span, severity="warning", cube=self.names.cube.name,
            help=advice, once="",
        )  # fmt: skip

    def _method(self, name: str, span: Span) -> Value:
        if name != "filter":
            shown = ".".join(("FILTER_PARAMS", *self.path))
            raise Refusal(f"`{shown}` has `filter` alone, not `{name}`", span, code="E260")

        def filtered(arguments: list[Value], at: Span) -> Value:
            from cubeproof.lower.callbacks import column_or_callback

            cube, member = self.path
            column, callback = column_or_callback(self.names, "FILTER_PARAMS", arguments, at, several=True)
            return FilterParamSymbol(cube, member, column, callback)

        return method("filter", filtered)

    def hole(self, span: Span) -> Hole:
        """Nothing, before `filter` is called."""
        message = f"`{'.'.join(('FILTER_PARAMS', *self.path))}` is no SQL by itself"
        raise Refusal(message, span, code="E260", help="write `FILTER_PARAMS.Cube.member.filter('column')`")


class FilterParamSymbol(Symbol):
    """`FILTER_PARAMS.Orders.status.filter('status')`."""

    __slots__ = ("callback", "column", "cube", "name")

    def __init__(self, cube: str, name: str, column: sql.Sql | None, callback: sql.Callback | None) -> None:
        self.cube, self.name, self.column, self.callback = cube, name, column, callback

    def hole(self, span: Span) -> sql.FilterParam:
        """The pushed filters."""
        return sql.FilterParam(
            cube=self.cube, member=self.name, column=self.column, callback=self.callback, span=span
        )

    def compare(self, operator: str, other: Value, span: Span) -> Test | bool:
        """Its text is `1 = 1` where the query has no filter on the member; models ask for that."""
        if operator == "truthy":
            return True
        if operator == "typeof":
            return other == "string"
        if isinstance(other, str):
            return Test(subject=self.hole(span), operator=operator, value=other)
        return operator in ("!==", "!=")


class FilterGroupSymbol(Symbol):
    """`FILTER_GROUP(…)`."""

    __slots__ = ("params",)

    def __init__(self, params: tuple[FilterParamSymbol, ...]) -> None:
        self.params = params

    def hole(self, span: Span) -> Hole:
        """The and/or tree of the members' filters."""
        return sql.FilterGroup(params=tuple(param.hole(span) for param in self.params), span=span)


def _filter_group(names: Names) -> Value:
    def group(arguments: list[Value], span: Span) -> Value:
        params = tuple(argument for argument in arguments if isinstance(argument, FilterParamSymbol))
        if len(params) != len(arguments) or not params:
            raise Refusal(
                "`FILTER_GROUP` takes calls of `FILTER_PARAMS` alone", span, code="E260",
                help="write `FILTER_GROUP(FILTER_PARAMS.Cube.a.filter('a'), FILTER_PARAMS.Cube.b.filter('b'))`",
            )  # fmt: skip
        return FilterGroupSymbol(params)

    return method("FILTER_GROUP", group)


class ConvertTzSymbol(Symbol):
    """`SQL_UTILS.convertTz('created_at')`."""

    __slots__ = ("argument", "later")

    def __init__(self, argument: sql.Sql, later: tuple[tuple[int, str], ...] = ()) -> None:
        self.argument, self.later = argument, later

    def member(self, name: str, span: Span) -> Value:
        """`plus`, for built-in modules: the time moved by an interval."""
        if name != "plus":
            return super().member(name, span)

        def plus(arguments: list[Value], at: Span) -> Value:
            from cubeproof.lower import intervals

            given = arguments[0] if arguments else None
            if not isinstance(given, str) or intervals.SPAN.fullmatch(given) is None:
                message = (
                    f"`{given}` is not an interval" if isinstance(given, str) else "an interval is a text"
                )
                raise Refusal(
                    message, at, code="E264", help="write numbers and units, `1 day`, `2 hours 30 minutes`"
                )
            return ConvertTzSymbol(self.argument, intervals.parse(given).parts)

        return method("plus", plus)

    def hole(self, span: Span) -> Hole:
        """The conversion."""
        return sql.ConvertTz(argument=self.argument, later=self.later, span=span)


class SqlUtils(Symbol):
    """`SQL_UTILS`."""

    __slots__ = ("names",)

    def __init__(self, names: Names) -> None:
        self.names = names

    def member(self, name: str, span: Span) -> Value:
        """`convertTz`."""
        if name != "convertTz":
            raise Refusal(f"`SQL_UTILS` has `convertTz` alone, not `{name}`", span, code="E260")

        def convert(arguments: list[Value], at: Span) -> Value:
            from cubeproof.lower.texts import sql_of

            if len(arguments) != 1 or not isinstance(arguments[0], str | Rope | MemberSymbol | Unknown):
                message = "`SQL_UTILS.convertTz` takes one argument, a text or a member"
                raise Refusal(message, at, code="E260")
            return ConvertTzSymbol(sql_of(arguments[0], at))

        return method("convertTz", convert)

    def hole(self, span: Span) -> Hole:
        """Nothing by itself."""
        raise Refusal(
            "`SQL_UTILS` is no SQL by itself", span, code="E260", help="call `SQL_UTILS.convertTz(…)`"
        )


TOOLS: Final[Mapping[str, Callable[[Names], Value]]] = {
    "FILTER_PARAMS": FilterParams,
    "FILTER_GROUP": _filter_group,
    "SQL_UTILS": SqlUtils,
}
"""What every template may use beside cubes, members and claims."""
