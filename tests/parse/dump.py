"""Trees as short text, without places: a name stands for itself, a text in quotes, anything else in parentheses."""

from cubeproof.parse import ast, parse
from cubeproof.source import Source


def tree(text: str) -> str:
    """The statements of `text`, which must hold no error, a line each."""
    file, diagnostics = parse(Source("a.js", text))
    assert () == diagnostics
    return "\n".join(dump(statement) for statement in file.body)


def expression(text: str) -> str:
    """The expression `text`, alone in a file."""
    shown = tree(f"({text})")
    assert shown.startswith("(do ")
    return shown[4:-1]


def codes(text: str) -> list[str]:
    """The codes that a file gives, by place."""
    return [diagnostic.code for diagnostic in parse(Source("a.js", text)).diagnostics]


def dump(node: object) -> str:
    match node:
        case None:
            return "_"
        case str():
            return node
        case bool():
            return str(node).lower()
        case tuple():
            return "[" + " ".join(dump(one) for one in node) + "]"
        case ast.Name():
            return node.id
        case ast.Text() | ast.Chunk():
            return repr(node.value)
        case ast.Number():
            return f"{node.value:g}"
        case ast.Boolean():
            return str(node.value).lower()
        case ast.Template():
            return "`" + " ".join(dump(part) for part in node.parts) + "`"
        case ast.Interpolation():
            return "$" + dump(node.expression)
        case ast.Binary() | ast.Logical():
            return f"({dump(node.left)} {node.operator} {dump(node.right)})"
        case ast.Assign():
            return f"({dump(node.target)} {node.operator} {dump(node.value)})"
        case ast.ExpressionStatement():
            return f"(do {dump(node.expression)})"
        case ast.Member():
            return f"{dump(node.object)}{'?.' if node.optional else '.'}{node.name}"
        case ast.Property() if node.shorthand:
            return dump(node.value)
        case ast.Property() | ast.PatternProperty():
            key = (
                node.key.value
                if isinstance(node.key, ast.Text) and not node.computed
                else f"[{dump(node.key)}]"
            )
            return f"{key}:{dump(node.value if isinstance(node, ast.Property) else node.target)}"
        case ast.Object():
            return "{" + " ".join(dump(one) for one in node.properties) + "}"
        case ast.ObjectPattern():
            return "{" + " ".join(dump(one) for one in node.properties) + "}"
        case ast.Array() | ast.ArrayPattern():
            return dump(node.elements)
        case ast.Node():
            return _plain(node)
        case _:
            raise TypeError(node)


def _plain(node: ast.Node) -> str:
    fields = [
        (name, getattr(node, name)) for name in node.__struct_fields__ if name not in ("span", "name_span")
    ]
    shown = [name if value is True else dump(value) for name, value in fields if value is not False]
    return f"({' '.join([type(node).__name__.lower(), *shown])})"
