"""E5xx, dialects and databases."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {
    "E500": Entry(
        "unknown dialect",
        "No dialect has this name. A dialect is chosen with `--dialect`, or by `dialect` and `data-sources` in the "
        "configuration; `cubeproof dialects` lists them.",
    ),
    "E501": Entry(
        "the engine has no such function",
        "The query needs something that the dialect's engine cannot compute, such as an approximate distinct count in "
        "PostgreSQL without an extension. No replacement is written, since its numbers would differ. Ask for another "
        "member, or compile for another dialect.",
    ),
    "E502": Entry(
        "the clock of the time zone changes",
        "The engine knows no time zones by name, so local times are computed from the zone's differences to UTC. Where "
        "they go on changing (summer time), the changes can be written out only for a known range of dates: give the "
        "time dimension a `dateRange`, or ask in UTC or in a zone whose clock stays. Today's difference is never used "
        "for other days.",
    ),
    "E503": Entry(
        "the model's SQL is not closed",
        "A quote, a comment or a bracket in the SQL of a cube or member lacks its other half. What follows it in the "
        "statement, filters included, would become part of it, so the statement is not written. Strings are read as "
        "the dialect reads them: dollar quotes, `E'…'` and nested comments exist only in some.",
    ),
    "E504": Entry(
        "a parameter inside quotes or a comment",
        "A claim or a value of the query stands inside a string, a quoted name or a comment of the model's SQL, where "
        "an engine does not see a placeholder. Write it without quotes, and join texts with `||`: "
        "`'tenant-' || ${SECURITY_CONTEXT.tenant}`.",
    ),
    "E505": Entry(
        "the model's SQL is more than one statement",
        "The SQL of a cube or member has a semicolon that is not its last character. It must be one SELECT, or one "
        "expression.",
    ),
    "E506": Entry(
        "the model's SQL has a placeholder of its own",
        "Text such as `$1` or `?` is a placeholder to the engine. It would take the value of another, a caller's claim "
        "among them. Values come from `${…}`, which makes placeholders; where `?` is an operator, use the function "
        "behind it.",
    ),
    "E507": Entry(
        "a NUL character in the model's SQL",
        "No engine takes the character with the number 0 in a statement. Remove it from the model's text or names.",
    ),
    "E508": Entry(
        "more than a table's name",
        "The SQL of a cube that is taken for a table's name has operators, a list or a join in it. Put it under `sql` "
        "as a SELECT, which stands between brackets.",
    ),
    "E509": Entry(
        "the SQL of a cube is no query",
        "The rows of a cube come from one SELECT (or WITH, VALUES, TABLE). A statement that writes, such as DELETE … "
        "RETURNING, COPY, SELECT … INTO or a WITH whose part is an INSERT, UPDATE or DELETE, is never passed on.",
    ),
}
