"""E450 to E499, claims where guards and templates use them."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {
    "E450": Entry(
        "claims are not an object",
        'A token\'s payload, and a context given by hand, is a JSON object such as `{"u": {"id": 42}}` or '
        '`{"id": 42}`.',
    ),
    "E451": Entry(
        "required claim is missing",
        "A guard needs a claim that this caller does not bring: it is absent or null (under *cube* "
        "semantics and `requiredFilter` also 0, an empty string or false, as in Cube). Under *strict* "
        "semantics every guard is required. No SQL is made.",
    ),
    "E452": Entry(
        "claim is an object",
        "A guard compares a column with a text, a number or a boolean, or with a list of those. An object "
        "cannot be compared.",
    ),
    "E453": Entry(
        "claim lies inside a scalar",
        "The path of the claim leads into a text, a number or a boolean, which has no claims inside.",
    ),
    "E454": Entry(
        "claim is a list of lists or objects",
        "A list claim may hold texts, numbers and booleans.",
    ),
    "E455": Entry(
        "claim holds null",
        "Under *strict* semantics null among the elements of a list claim is refused: no row equals null, "
        "and it is hardly meant.",
    ),
    "E456": Entry(
        "guard callback has no SQL for an empty list",
        "The claim is an empty list. Under *cube* semantics the callback is called with it, as in Cube, "
        "and what it returned is neither a constant condition nor SQL with a value, such as `id IN ()`.",
    ),
    "E457": Entry(
        "open guard",
        "Under *cube* semantics a `.filter` whose claim is absent, null, 0, an empty string or false "
        "becomes `1 = 1`: the caller reaches all rows. This is what Cube runs in production. "
        "`requiredFilter`, or *strict* semantics, refuses the caller.",
    ),
    "E458": Entry(
        "claim cannot be written into SQL",
        "`unsafeValue()` splices the claim as text. A text with a NUL character cannot be part of a "
        "statement.",
    ),
    "E459": Entry(
        "condition on a bare claim",
        "A claim in a condition, such as `SECURITY_CONTEXT.role === 'admin'`, is not its value: in Cube "
        "it is always true and equal to nothing, whoever asks. Compare `.unsafeValue()`. Under *strict* "
        "semantics this is an error.",
    ),
    "E460": Entry(
        "member that no access policy shows",
        "An access policy with `memberLevel` lists the members that its groups may ask for. None that fits this caller lists "
        "this one, or none lists all that the query asks for: each group has its own rows, so members of one group are "
        "never shown in the rows of another.",
    ),
    "E461": Entry(
        "value of an access policy does not fit its member",
        "A filter of an access policy compares a number, a boolean or a date, and the claim or constant is none. Dates are "
        "absolute, `2020-12-31` or `2020-12-31T12:00:00Z`: what a caller may see does not move with the clock.",
    ),
    "E463": Entry(
        "a masked member behind another",
        "An access policy masks a member for this caller, and the query asks for another that is computed from it, such as "
        "`upper(${email})`, whose value tells what the mask hides. A warning as long as guards behave like Cube's, an error "
        "under `--semantics strict`. Mask the other member too, or show both.",
    ),
    "E462": Entry(
        "number of values in an access policy",
        "`gt` and its like take one value, `contains` and its like at least one, `inDateRange` one date or two that are in "
        "order, and none of them takes null. No SQL is made "
        "rather than a condition left out.",
    ),
}
