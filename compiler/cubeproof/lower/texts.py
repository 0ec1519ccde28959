"""From the values of the interpreter to SQL: a text, a rope or a symbol becomes `Sql`. Forces nothing."""

from cubeproof.evaluate.values import Hole, Refusal, Rope, Symbol, Value
from cubeproof.lower import sql
from cubeproof.source import Span


def sql_of(value: Value, span: Span) -> sql.Sql:
    """The SQL of a text; whatever is no text is refused, and so is a NUL, which marks parameters further on."""
    if isinstance(value, Symbol):
        hole = value.hole(span)
        value = Rope((hole,)) if isinstance(hole, Hole) else hole
    if not isinstance(value, str | Rope):
        raise Refusal(f"this gives {described(value)} where SQL is needed", span, code="E256")
    pieces = value.pieces if isinstance(value, Rope) else (value,) if value else ()
    if any(isinstance(piece, str) and "\0" in piece for piece in pieces):
        raise Refusal("this text holds a NUL character", span, code="E263")
    return sql.Sql(parts=pieces, span=span)  # type: ignore[arg-type]


def described(value: Value) -> str:
    """What a value is, in words of the language."""
    from cubeproof.evaluate.coerce import kind

    return kind(value)
