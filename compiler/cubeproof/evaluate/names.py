"""Names that are nowhere declared: what to say about them. Knows which names other places of the world have."""

from collections.abc import Iterable
from typing import Final

from cubeproof.diagnostics.nearest import nearest
from cubeproof.evaluate.scope import NO_THIS, PENDING, Live, Missing, Scope
from cubeproof.evaluate.values import UNDEFINED, Refusal, Value, told
from cubeproof.source import Span

NAMES_OF_SQL: Final = frozenset(
    "CUBE TABLE USER_CONTEXT SECURITY_CONTEXT FILTER_PARAMS FILTER_GROUP SQL_UTILS".split()
)

OUTSIDE: Final = frozenset(
    "Buffer Deno Promise Proxy Reflect XMLHttpRequest __dirname __filename alert axios clearInterval "
    "clearTimeout crypto document fetch global globalThis performance queueMicrotask "
    "setImmediate setInterval setTimeout window Worker WebAssembly".split()
)
"""What hosts of JavaScript offer and a model is never given."""
_INSTEAD: Final = {
    "Promise": "`await` works on plain values: write `async` functions without it",
    "eval": "write the code itself",
    "Function": "write the function itself: `(a) => …`",
    "Proxy": "write a plain object",
    "Reflect": "use `Object.keys` and the like",
    "globalThis": "use the names themselves",
    **dict.fromkeys(
        ("setTimeout", "setInterval", "setImmediate", "queueMicrotask"),
        "nothing has to be waited for: leave it out",
    ),
    **dict.fromkeys(
        ("fetch", "axios", "XMLHttpRequest"),
        "keep what it would answer in a `.json` file and import that; a module that fetches can be stood in for by one, "
        "in `[tool.cubeproof.modules]`",
    ),
}

NOT_GIVEN: Final = {
    "Date": "a model means the same at any time: write the date as a text, or let SQL compute it",
    "Map": "use an object: `{key: value}`",
    "Set": "use a list: `list.filter((item, index) => list.indexOf(item) === index)`",
    "WeakMap": "use an object: `{key: value}`",
    "WeakSet": "use a list",
    "RegExp": "write the regular expression between slashes: `/…/`",
    "Symbol": "use a text as the key",
    "BigInt": "use numbers, or texts of digits",
    "Intl": "write the text as it should be",
    "arguments": "name the parameters: `(...given) => …`",
    "this": "outside of a function of an object there is none: name the object, or give it as an argument",
    "structuredClone": "copy with `{...object}`, `[...list]` or `JSON.parse(JSON.stringify(value))`",
}
"""Parts of the language that this evaluator does not know, and what to write instead."""

INSTEAD_OF_NEW: Final = {
    **NOT_GIVEN,
    **_INSTEAD,
    "Array": "write the list, or `Array.from({length: n}, (_, i) => i)`",
    "Object": "write `{}`",
    **dict.fromkeys(("Boolean", "Number", "String"), "call it without `new`"),
}
"""What to write in place of `new …`."""

RUNS_TEXT: Final = frozenset({"eval", "Function"})

EXPORTS: Final = frozenset({"module", "exports"})


def look_up(name: str, scope: Scope, span: Span) -> Value:
    """The value of a name, or a refusal that says what is wrong with it."""
    found = scope.find(name)
    if found is None:
        if name == "undefined":
            return UNDEFINED
        raise unknown(name, scope, span)
    value = found.variables[name]
    if isinstance(value, Missing):
        if isinstance(value, Live):
            return value.value(span)
        raise missing(name, value, span)
    return value


def missing(name: str, value: Missing, span: Span) -> Refusal:
    """The refusal of a name that has no value (yet)."""
    if value is NO_THIS:
        return Refusal("`this` is not supported", span, code="E209", help=NOT_GIVEN["this"])
    if value is PENDING:
        return Refusal(f"`{name}` is used before its declaration", span, code="E201")
    refusal = Refusal(f"`{name}` has no value, because its declaration failed", span, code="E201")
    refusal.reported = True
    return refusal


def unknown(name: str, scope: Scope, span: Span) -> Refusal:
    """The refusal of a name that no scope has; the parser has reported what stands where a name should."""
    if not name:
        return told(span)
    if name in RUNS_TEXT:
        return Refusal(
            f"`{name}` runs text as code, which is not part of the model language", span, code="E141",
            help=_INSTEAD[name],
        )  # fmt: skip
    if name in OUTSIDE:
        return Refusal(
            f"`{name}` is not available: a model cannot reach anything outside of its own files", span, code="E219",
            help=_INSTEAD.get(name, "keep the data in a `.json` file and import that"),
        )  # fmt: skip
    if name in NOT_GIVEN:
        return Refusal(f"`{name}` is not supported", span, code="E209", help=NOT_GIVEN[name])
    if name in NAMES_OF_SQL:
        return Refusal(
            f"`{name}` is known only in `sql` and other properties that refer", span, code="E200",
            help=f"give it to the function that needs it as an argument: `f({name})`",
        )  # fmt: skip
    if name in EXPORTS and not scope.home.helper:
        return Refusal(
            f"`{name}` is not defined in a model file", span, code="E200",
            help="a model file exports with `export const name = …`",
        )  # fmt: skip
    return Refusal(f"`{name}` is not defined", span, help=nearest_help(name, scope.names()), code="E200")


def nearest_help(name: str, candidates: Iterable[str]) -> str | None:
    """`did you mean …?`, where something is near."""
    near = nearest(name, candidates)
    return f"did you mean `{near}`?" if near else None
