"""What the shapes of `wire` ask for, in words: finds all that does not fit, where a decoder stops at the first.

Used only for a query that `wire` refuses. What does not fit is reported and left out, or in a list replaced by an
empty value so that the others keep their places; the rest goes on to be read. Knows nothing of what values mean.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, get_args

from cubeproof.diagnostics.nearest import nearest
from cubeproof.request.jsonplaces import shown, step
from cubeproof.request.problems import Problems, kind
from cubeproof.request.wire import CacheMode, ResponseFormat

Check: TypeAlias = Callable[[Any, str, Problems], bool]
"""Whether a value fits; reports what does not, and repairs what stands inside it."""

NOT_YET: Final = ("subqueryJoins",)


class Form:
    """One kind of value: the words for it, the check, and an empty value to stand for one that does not fit.

    Of a form that `is_word`, a text that does not fit is quoted.
    """

    __slots__ = ("blank", "check", "is_word", "words")

    def __init__(self, words: str, check: Check, blank: Callable[[], Any], *, is_word: bool = False) -> None:
        self.words, self.check, self.blank, self.is_word = words, check, blank, is_word


def fitting(raw: dict[str, Any], problems: Problems, path: str) -> dict[str, Any]:
    """A copy of a query without the parts that do not fit, each of them reported."""
    query: dict[str, Any] = _copy(raw)
    _record(_QUERY)(query, path, problems)
    return query


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_copy(part) for part in value]
    return value


def _fit(form: Form, value: Any, path: str, problems: Problems) -> bool:
    if form.check(value, path, problems):
        return True
    if not problems.has_at(path):
        given = f"`{shown(value)}`" if isinstance(value, str) and form.is_word else kind(value)
        problems.add("E304", path, f"`{path}` must be {form.words}, not {given}")
    return False


def _is(*types: type) -> Check:
    return lambda value, _path, _problems: type(value) in types


def _null_or(form: Form) -> Form:
    def check(value: Any, path: str, problems: Problems) -> bool:
        return value is None or form.check(value, path, problems)

    return Form(f"{form.words}, or null", check, lambda: None)


def _one_of(texts: Any) -> Form:
    """One of the texts of a `Literal`."""
    *first, last = (f"`{text}`" for text in get_args(texts))
    return Form(
        f"{', '.join(first)} or {last}", lambda value, *_: value in get_args(texts), str, is_word=True
    )


def _list(form: Form, words: str) -> Form:
    def check(value: Any, path: str, problems: Problems) -> bool:
        if not isinstance(value, list):
            return False
        for index, part in enumerate(value):
            if not _fit(form, part, step(path, index), problems):
                value[index] = form.blank()
        return True

    return Form(words, check, list)


def _either(words: str, *forms: Form) -> Form:
    """The first form whose outermost kind is that of the value decides."""

    def check(value: Any, path: str, problems: Problems) -> bool:
        return any(kind(form.blank()) == kind(value) and form.check(value, path, problems) for form in forms)

    return Form(words, check, forms[0].blank)


def _members(value: Any, path: str, problems: Problems) -> bool:
    if isinstance(value, dict) and "expression" in value:
        problems.add("E340", path, "a member written as an expression is not supported yet")
    return isinstance(value, str)


def _directions(value: Any, path: str, problems: Problems) -> bool:
    if not isinstance(value, dict):
        return False
    for key, direction in list(value.items()):
        if not _fit(_DIRECTION, direction, step(path, key), problems):
            del value[key]
    return True


def _record(fields: Mapping[str, Form]) -> Check:
    def check(value: Any, path: str, problems: Problems) -> bool:
        if not isinstance(value, dict):
            return False
        for key in list(value):
            form = fields.get(key)
            if form is None:
                _unknown(key, path, fields, problems)
                del value[key]
            elif not _fit(form, value[key], step(path, key), problems):
                del value[key]
        return True

    return check


def _unknown(key: str, path: str, fields: Mapping[str, Form], problems: Problems) -> None:
    where = step(path, key)
    if fields is _QUERY and key in NOT_YET:
        problems.add("E340", where, f"`{key}` is not supported yet")
        return
    name = _camel(key)
    meant = name if name in fields else nearest(key, fields)
    known = ", ".join(f"`{field}`" for field in fields)
    advice = f"did you mean `{meant}`?" if meant else f"known keys: {known}"
    problems.add("E305", where, f"unknown key `{shown(key)}`", help=advice, on_key=True)


def _camel(key: str) -> str:
    head, *rest = key.split("_")
    return head + "".join(part.capitalize() for part in rest)


def _filters(value: Any, path: str, problems: Problems) -> bool:
    return _list(Form("a filter", _record(_FILTER), dict), "").check(value, path, problems)


_TEXT: Final = Form("text", _is(str), str)
_DIRECTION: Final = Form("`asc` or `desc`", _is(str), lambda: "asc")
_FLAG: Final = Form("true or false", _is(bool), bool)
_NUMBER: Final = Form("a whole number", _is(int, float), int)
_MEMBERS: Final = _list(Form("a member's name, such as `Orders.count`", _members, str), "an array of members")
_DATES: Final = _list(_TEXT, "an array of one or two dates")
_DATE_RANGE: Final = _either("a date, a phrase, or an array of two dates", _TEXT, _DATES)
_VALUE: Final = Form(
    "text, a number, true, false or null", _is(str, int, float, bool, type(None)), lambda: None
)
_FILTERS: Final = Form("an array of filters", _filters, list)
_FILTER: Final[dict[str, Form]] = {
    "member": _TEXT,
    "dimension": _TEXT,
    "operator": _TEXT,
    "values": _list(_VALUE, "an array of values"),
    "and": _FILTERS,
    "or": _FILTERS,
}
_TIME_DIMENSION: Final = {
    "dimension": _TEXT,
    "granularity": _null_or(_TEXT),
    "dateRange": _DATE_RANGE,
    "compareDateRange": _list(_DATE_RANGE, "an array of date ranges"),
}
_ORDER_KEY: Final = {"id": _TEXT, "desc": _FLAG}
_ORDER_ITEM: Final = _either(
    'a pair such as `["Orders.count", "desc"]`',
    _list(_TEXT, "a pair"),
    Form("an object with `id` and `desc`", _record(_ORDER_KEY), dict),
)
_QUERY: Final[dict[str, Form]] = {
    "measures": _MEMBERS,
    "dimensions": _MEMBERS,
    "segments": _MEMBERS,
    "timeDimensions": _list(
        Form("a time dimension", _record(_TIME_DIMENSION), dict), "an array of time dimensions"
    ),
    "filters": _FILTERS,
    "order": _either(
        "an object of members and directions, or an array of pairs",
        Form("an object", _directions, dict),
        _list(_ORDER_ITEM, "an array of pairs"),
    ),
    "limit": _null_or(_NUMBER),
    "rowLimit": _null_or(_NUMBER),
    "offset": _NUMBER,
    "timezone": _TEXT,
    "ungrouped": _FLAG,
    "total": _FLAG,
    "joinHints": _list(_list(Form("a cube's name", _is(str), str), "an array of cubes"), "an array of paths"),
    "renewQuery": _FLAG,
    "cache": _one_of(CacheMode),
    "cacheMode": _one_of(CacheMode),
    "responseFormat": _one_of(ResponseFormat),
}
