"""The grammar's actions by name. A rule without one would be lost: a test compares this table with the grammar."""

from typing import Final

from cubeproof.parse import bindings, expressions, functions, objects, operators, sequences, statements
from cubeproof.parse.tree import Action

_FUNCTIONS: Final[tuple[Action, ...]] = (
    sequences.none, sequences.nothing, sequences.first, sequences.same, sequences.append, sequences.append_second,
    sequences.list_empty, sequences.list_inside, sequences.comma_first, sequences.chain_first, sequences.chain_more,
    sequences.end,
    operators.fold,
    bindings.binding_name, bindings.default, bindings.rest, bindings.array_pattern, bindings.object_pattern_empty,
    bindings.object_pattern, bindings.pattern_pair, bindings.pattern_short, bindings.pattern_short_default,
    expressions.name, expressions.text, expressions.number, expressions.regex, expressions.true, expressions.false,
    expressions.null, expressions.parenthesised, objects.template_plain, objects.template_first,
    objects.template_more, objects.template, objects.spread, objects.array, objects.object_empty,
    objects.object_, objects.key_word, objects.key_number, objects.key_template,
    objects.key_computed_template, objects.key_computed, objects.pair, objects.short,
    objects.short_default, objects.method, objects.method_async, functions.function_unnamed,
    functions.function_unnamed_async, functions.function_named, functions.function_named_async,
    functions.arrow_single, functions.arrow_single_async, functions.arrow, functions.arrow_async,
    expressions.member, expressions.index, expressions.index_optional, expressions.call, expressions.call_optional,
    expressions.new, expressions.new_bare, expressions.unary, expressions.await_, expressions.step_after,
    expressions.step_before, expressions.conditional, expressions.assign, expressions.sequence,
    statements.file, statements.block, statements.expression_statement, statements.empty, statements.return_nothing,
    statements.return_value, statements.throw, statements.break_, statements.continue_, statements.if_then,
    statements.if_else, statements.loop_count, statements.loop_declared, statements.loop_assigned, statements.repeat,
    statements.declarator_bare, statements.declarator_value, statements.declaration, statements.declare,
    statements.function_declaration, statements.specifier_same, statements.specifier_renamed, statements.import_bare,
    statements.import_default, statements.import_names, statements.import_both, statements.export_declaration,
    statements.export_default, statements.export_names, statements.export_from,
)  # fmt: skip

ACTIONS: Final[dict[str, Action]] = {action.__name__: action for action in _FUNCTIONS}

FLAT: Final = frozenset({
    "none", "nothing", "first", "same", "append", "append_second", "list_empty", "list_inside", "comma_first",
    "chain_first", "chain_more", "end", "template_first", "template_more",
})  # fmt: skip
"""Actions that add no level to the tree."""
