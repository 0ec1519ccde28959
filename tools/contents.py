"""What a collection of models contains: constructs of the language and properties of cubes, found by reading it.

A construct is found in the syntax or the text of a file, a property in what a model declares: `measures.*.rollingWindow`,
keys in camelCase, names of members as `*`, items of lists left out. Knows nothing of whether any of it is right.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec

from cubeproof.evaluate import CompileContext, Environment, evaluate
from cubeproof.evaluate.laziness import camel_case
from cubeproof.evaluate.values import Array, Object, Value
from cubeproof.parse import ast
from cubeproof.workspace import from_texts

Found = Callable[[Any], bool]

NAMED: Final = frozenset(
    ("measures", "dimensions", "segments", "joins", "preAggregations", "hierarchies", "indexes", "granularities", "meta")
)  # fmt: skip
"""Objects whose keys are names and no properties."""
METHODS: Final = (
    "map", "reduce", "join", "forEach", "push", "filter", "concat", "split", "replace", "toUpperCase", "charAt", "slice",
    "includes", "trim", "flatMap",
)  # fmt: skip
STATIC: Final = tuple(f"Object.{name}" for name in ("assign", "keys", "entries", "fromEntries", "values"))


def constructs(text: str) -> set[str]:
    """The constructs of one file, as `CONSTRUCTS` and the methods above call them."""
    files = from_texts({"A.js": text}).value.files
    found = {name for name, pattern in LEXICAL.items() if re.search(pattern, text)}
    for node, inside in (pair for file in files for pair in nodes(file)):
        found |= {name for name, is_it in CONSTRUCTS.items() if is_it(node)}
        match node:
            case ast.Call(callee=ast.Member(object=base, name=name)):
                found.add(f".{name}")
                if isinstance(base, ast.Name):
                    found.add(f"{base.id}.{name}")
            case ast.Call(callee=ast.Name(id="cube")) if inside:
                found.add("cube inside a function or loop")
            case ast.Template() if "template" in inside:
                found.add("template inside a template")
            case ast.Interpolation(expression=expression):
                found.add(f"${{{_shape(expression)}}}")
            case _:
                pass
    return found


def nodes(file: ast.File) -> Iterator[tuple[ast.Node, frozenset[str]]]:
    """Every node, with what it stands in: a function or loop, a template."""
    todo: list[tuple[ast.Node, frozenset[str]]] = [(file, frozenset())]
    while todo:
        node, inside = todo.pop()
        yield node, inside
        if isinstance(node, ast.Function | ast.For | ast.ForEach):
            inside |= {"function"}
        if isinstance(node, ast.Template):
            inside |= {"template"}
        for field in msgspec.structs.astuple(node):
            several = field if isinstance(field, tuple) else (field,)
            todo.extend((item, inside) for item in several if isinstance(item, ast.Node))


def _shape(node: ast.Node) -> str:
    match node:
        case ast.Name(id="CUBE" | "TABLE" as name):
            return name
        case ast.Call(callee=ast.Member(name="filter" | "requiredFilter" | "convertTz" | "sql" as name)):
            return f"….{name}()"
        case ast.Member(object=ast.Name(id="CUBE")):
            return "CUBE.…"
        case _:
            return type(node).__name__


LEXICAL: Final[Mapping[str, str]] = {
    "escaped back-tick": r"\\`",
    "// comment": r"(?m)^\s*//",
    "/* */ comment": r"/\*",
    "string '…'": r"'[^'\n]*'",
    'string "…"': r'"[^"\n]*"',
    "CRLF": r"\r\n",
    "tab": r"\t",
    "text beyond ASCII": r"[^\x00-\x7f]",
    "bare $": r"\$[^{]",
    "trailing comma": r",\s*[}\])]",
    "call without a semicolon": r"\)\s*\Z",
    "SQL comment in a template": r"--",
    "process.env": r"process\.env",
    "COMPILE_CONTEXT": r"COMPILE_CONTEXT",
    "USER_CONTEXT": r"USER_CONTEXT",
    "SECURITY_CONTEXT": r"SECURITY_CONTEXT",
    "multi-line template": r"`[^`]*\n[^`]*`",
}

CONSTRUCTS: Final[Mapping[str, Found]] = {
    "template": lambda n: isinstance(n, ast.Template),
    "boolean": lambda n: isinstance(n, ast.Boolean),
    "number": lambda n: isinstance(n, ast.Number),
    "null": lambda n: isinstance(n, ast.Null),
    "array": lambda n: isinstance(n, ast.Array),
    "regex": lambda n: isinstance(n, ast.Regex),
    "const": lambda n: isinstance(n, ast.Declaration) and n.kind == "const",
    "let": lambda n: isinstance(n, ast.Declaration) and n.kind == "let",
    "var": lambda n: isinstance(n, ast.Declaration) and n.kind == "var",
    "import": lambda n: isinstance(n, ast.Import),
    "export named": lambda n: isinstance(n, ast.Export) and (n.declaration is not None or bool(n.specifiers)),
    "export default": lambda n: isinstance(n, ast.Export) and n.default is not None,
    "object destructuring": lambda n: isinstance(n, ast.ObjectPattern),
    "array destructuring": lambda n: isinstance(n, ast.ArrayPattern),
    "rest": lambda n: isinstance(n, ast.Rest),
    "default parameter": lambda n: isinstance(n, ast.Default),
    "call of a plain function": lambda n: isinstance(n, ast.Call) and isinstance(n.callee, ast.Name),
    "require": lambda n: _calls(n, "require"),
    "asyncModule": lambda n: _calls(n, "asyncModule"),
    "cube": lambda n: _calls(n, "cube"),
    "view": lambda n: _calls(n, "view"),
    "context": lambda n: _calls(n, "context"),
    "cube of a computed name": lambda n: _calls(n, "cube") and len(n.arguments) > 1 and not _plain(n.arguments[0]),
    "cube without a name": lambda n: _calls(n, "cube") and len(n.arguments) == 1,
    "arrow, expression": lambda n: _arrow(n) and not isinstance(n.body, ast.Block),
    "arrow, block": lambda n: _arrow(n) and isinstance(n.body, ast.Block),
    "async arrow": lambda n: _arrow(n) and n.asynchronous,
    "await": lambda n: isinstance(n, ast.Await),
    "function declaration": lambda n: isinstance(n, ast.FunctionDeclaration),
    "function expression": lambda n: isinstance(n, ast.Function) and not n.arrow,
    "spread in an object": lambda n: isinstance(n, ast.Object) and _spreads(n.properties),
    "spread in a list": lambda n: isinstance(n, ast.Array) and _spreads(n.elements),
    "spread in a call": lambda n: isinstance(n, ast.Call) and _spreads(n.arguments),
    "computed key": lambda n: isinstance(n, ast.Property) and n.computed,
    "shorthand property": lambda n: isinstance(n, ast.Property) and n.shorthand,
    "template as key": lambda n: isinstance(n, ast.Property) and isinstance(n.key, ast.Template),
    "quoted key": lambda n: isinstance(n, ast.Property) and _text_of(n.key)[:1] in ("'", '"'),
    "function as a value": lambda n: isinstance(n, ast.Property) and isinstance(n.value, ast.Function),
    "conditional": lambda n: isinstance(n, ast.Conditional),
    "&&": lambda n: isinstance(n, ast.Logical) and "&&" in _text_of(n),
    "||": lambda n: isinstance(n, ast.Logical) and "||" in _text_of(n),
    "??": lambda n: isinstance(n, ast.Logical) and "??" in _text_of(n),
    "optional chaining": lambda n: isinstance(n, ast.Member | ast.Index | ast.Call) and n.optional,
    "+": lambda n: isinstance(n, ast.Binary) and "+" in _text_of(n),
    "===": lambda n: isinstance(n, ast.Binary) and "==" in _text_of(n),
    "<": lambda n: isinstance(n, ast.Binary) and "<" in _text_of(n),
    "!": lambda n: isinstance(n, ast.Unary) and n.operator == "!",
    "typeof": lambda n: isinstance(n, ast.Unary) and n.operator == "typeof",
    "if": lambda n: isinstance(n, ast.If),
    "for": lambda n: isinstance(n, ast.For),
    "for of": lambda n: isinstance(n, ast.ForEach) and n.over == "of",
    "for in": lambda n: isinstance(n, ast.ForEach) and n.over == "in",
    "assignment": lambda n: isinstance(n, ast.Assign),
    "i++": lambda n: isinstance(n, ast.Update),
    "throw": lambda n: isinstance(n, ast.Throw),
    "new Error": lambda n: isinstance(n, ast.New),
    "return": lambda n: isinstance(n, ast.Return),
}  # fmt: skip


def _calls(node: ast.Node, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.callee, ast.Name) and node.callee.id == name


def _arrow(node: ast.Node) -> bool:
    return isinstance(node, ast.Function) and node.arrow


def _plain(node: ast.Node) -> bool:
    return isinstance(node, ast.Text) or (
        isinstance(node, ast.Template) and all(isinstance(part, ast.Chunk) for part in node.parts)
    )


def _spreads(parts: Iterable[Any]) -> bool:
    return any(isinstance(part, ast.Spread) for part in parts)


def _text_of(node: ast.Node) -> str:
    return node.span.source.text[node.span.start : node.span.end]


# Properties


def properties(texts: Mapping[str, str], context: Mapping[str, Any]) -> set[str]:
    """The properties that a model declares, each after the kind of call: `cube.measures.*.filters`."""
    environment = Environment(compile_context=CompileContext({"securityContext": context}))
    declared = evaluate(from_texts(texts).value, environment).value
    return {path for each in declared for path in _paths(each.body, each.kind)}


def _paths(value: Value, path: str, *, listed: bool = False) -> Iterator[str]:
    match value:
        case Object() if path.rpartition(".")[2] in NAMED and not listed:
            for slot in value.slots.values():
                yield from _paths(slot.value, f"{path}.*")
        case Object():
            for key, slot in value.slots.items():
                inner = f"{path}.{camel_case(key)}"
                yield inner
                yield from _paths(slot.value, inner)
        case Array():
            for item in value.items:
                yield from _paths(item, path, listed=True)
        case _:
            pass
