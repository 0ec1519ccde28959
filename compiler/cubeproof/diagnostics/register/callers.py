"""E4xx, callers, claims and tokens."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {
    "E400": Entry(
        "the claims are not JSON",
        'Claims are a JSON object, such as `{"id": 42}`, in UTF-8. Keys and texts stand in double quotes, nothing '
        "follows the last element. The place shown is the first that cannot be read; that of a token is not shown.",
    ),
    "E401": Entry(
        "a claim is given twice",
        "In one object each key may stand once. JSON readers differ in which of two they take, so such claims could "
        "mean one user to a gateway and another to the compiler. They are refused, in tokens too.",
    ),
    "E402": Entry(
        "a claim with a number that JSON or a database cannot hold",
        "`NaN` and the infinities are no JSON numbers, and whole numbers beyond 64 bits would be rounded by one reader, "
        "which could make one user of two. Write such a number as a string in double quotes.",
    ),
    "E403": Entry(
        "the claims are nested too deeply",
        "Arrays and objects may stand inside each other 100 levels deep.",
    ),
    "E410": Entry(
        "not a token",
        "A token (JWT) is three parts of Base64 with a dot between: header, payload, signature. It may have `Bearer ` "
        "before it. Encrypted tokens, which have five parts, are not supported. Clients without a token "
        "often send the words `undefined` or `null`.",
    ),
    "E411": Entry(
        "the token is not signed",
        "The token's header says `alg: none`, so anyone could have written it. Such tokens are never accepted, whatever "
        "is configured.",
    ),
    "E412": Entry(
        "the algorithm is not accepted",
        "Which algorithms are accepted follows from the kind of the key (HS256, HS384, HS512 for a secret; RS, PS, ES or "
        "EdDSA for a public key) and from the configuration, never from the token: otherwise a public key, which "
        "everyone has, could be used as a secret.",
    ),
    "E413": Entry(
        "the signature does not fit",
        "The token was signed with another key than the one given, or changed after it was signed. Compare where the "
        "signer and Cubeproof take their secret from: option, `CUBEJS_API_SECRET`, `.env`.",
    ),
    "E414": Entry(
        "the token has expired",
        "The claim `exp` lies in the past. Ask for a new token; to look at an old one as of another time, give "
        "`--now`. `cubeproof token --inspect` shows the times.",
    ),
    "E415": Entry(
        "the token is not valid yet",
        "The claim `nbf` (not before) lies in the future. If that surprises, compare the clocks of both machines, or "
        "configure a leeway.",
    ),
    "E416": Entry(
        "the token was issued in the future",
        "The claim `iat` (issued at) lies in the future. Either the clocks of both machines differ, for which a leeway "
        "can be configured, or the token was made by hand.",
    ),
    "E417": Entry(
        "a time that is no number",
        "The claims `exp`, `nbf` and `iat` are numbers of seconds since 1970. Text, true and null are refused: a reader "
        "that skips what it does not understand would take such a token for one that never expires.",
    ),
    "E418": Entry(
        "the token is for another audience",
        "An audience is configured, and the claim `aud` does not name it. The token was made for another service.",
    ),
    "E419": Entry(
        "the token is from another issuer",
        "An issuer is configured, and the claim `iss` is not it.",
    ),
    "E420": Entry(
        "the token is about another subject",
        "A subject is configured, and the claim `sub` is not it.",
    ),
    "E421": Entry(
        "the object of claims is missing",
        "A claims namespace is configured, and the payload has no object of that name. Cube goes on without claims, which "
        "opens filters; here the token is refused.",
    ),
    "E422": Entry(
        "the token demands an extension",
        "The token's header lists extensions (`crit`) that a reader must understand, or an unencoded payload (`b64`). None "
        "is supported, and a token must be refused then.",
    ),
    "E423": Entry(
        "the key cannot be used",
        "Tokens are checked with a secret, a public key in PEM form, or a JWK set, from which the token's `kid` names "
        "one. Private keys and certificates are not accepted, nor are keys meant for encryption.",
    ),
    "E425": Entry(
        "the payload is not an object",
        "The claims of a token are a JSON object. A payload of text or a number says nothing about a caller.",
    ),
    "E426": Entry(
        "the secret is too short to sign with",
        "HS256 needs a secret of at least 32 bytes, HS384 of 48, HS512 of 64: a shorter one can be guessed by "
        "anyone who has a single token, who can then sign as any user. `openssl rand -hex 64` prints a good one.",
    ),
    "E427": Entry(
        "the key is weak",
        "The token is genuine, but the secret is shorter than the hash, or the RSA key than 2048 bits: whoever has a "
        "token can try keys until one fits. The documentation's own `secret` is such a one. This is a warning.",
    ),
    "E428": Entry(
        "there is no secret",
        "Tokens are signed and checked with a secret: from the option, else `CUBEJS_API_SECRET` in the environment, else "
        "in `.env`. An empty one counts as none.",
    ),
    "E430": Entry(
        "not an expiry",
        "An expiry is a number and a unit: `30 days`, `30d`, `12h`, `1.5h`, `1 week`, `1y`; `0` is a token for ever. A bare "
        "number is refused, because Cube's command reads `60` as milliseconds; months, because they differ in length.",
    ),
    "E431": Entry(
        "not KEY=VALUE",
        "Claims on the command line are written `-p id=42`. The name ends at the first `=`; the value is JSON where it "
        "parses as JSON, else text.",
    ),
    "E432": Entry(
        "a claim is given twice on the command line",
        'Cube\'s command keeps the first and drops the others silently. For a list, write JSON: `-p \'roles=["a", "b"]\'`.',
    ),
    "E433": Entry(
        "two expiries",
        "The claims have an `exp`, and an expiry is given as well. Sign with the expiry `0`, or leave the claim out.",
    ),
    "E434": Entry(
        "a line of .env that is no assignment",
        "The file `.env` has lines `NAME=VALUE`, comments after `#`, and empty lines. The line is skipped. This is a "
        "warning, and its text is not shown because it may hold a secret.",
    ),
    "E435": Entry(
        "everyone may read the secret",
        "The file `.env` holds the secret that signs tokens, and its permissions let every user of the machine read "
        "it. `chmod 600 .env` leaves it to its owner. This is a warning.",
    ),
}
