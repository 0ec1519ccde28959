"""Texts of model files, broken by chance: pieces left out, doubled, exchanged, put in, where tokens and templates are."""

import re
from collections.abc import Callable
from random import Random

_TOKEN = re.compile(r"\s+|\w+|\$\{|=>|\.\.\.|.", re.DOTALL)
_TEMPLATE = re.compile(r"`([^`]*)`")
_WORD = re.compile(r"\b[a-z]\w+")
_PIECES = (
    *"{ } ( ) [ ] ` ' \" , ; : . $ \\ / ? ! = + - * & | < > ~ ^ % # @".split(),
    *"${ => ... ?. ?? && || === !== ** ++ // /* */ <!-- ${` `} '' \"\" `` () [] {}".split(),
    *"\\u0000 \\x00 \\u{110000} \\u{1F600} \\` \\${ \n \r\n \r".replace(" ", "\x01").split("\x01"),
    *"const let var function return if else for of in new this null true false undefined async await".split(),
    *"class switch while typeof delete import export default require module.exports __proto__ constructor".split(),
    *"CUBE TABLE USER_CONTEXT SECURITY_CONTEXT COMPILE_CONTEXT FILTER_PARAMS SQL_UTILS Sales Orders count".split(),
    *"${CUBE} ${Sales.count} ${Orders.sql()} .filter .requiredFilter .unsafeValue() .map(x=>x) cube( view(".split(),
    *"0 1e999 0x1f .5 1n -1 NaN Infinity /x/g sql extends: type: sql: subQuery:true primaryKey:false".split(),
)
_SQL = (
    *"' '' \" \"\" -- /* */ ; ( ) , . $1 ? ?1 :a %s $$ E'\\' [ ] { } {{ }} {% %} \\ \\n # ::int @> AS || = <>".split(),
    *" OR 1 = 1; NULL;  AS x; /* ' */; -- '\n; UNION SELECT 1; count(*); CASE WHEN; WHERE; LIMIT 1;\n;\t".split(
        ";"
    ),
    *"${CUBE} ${CUBE}. ${TABLE}.id ${CUBE.id} ${id} ${count} ${Sales.count} ${Sales} ${Sales.sql()} ${1 + 1}".split(),
    "${USER_CONTEXT.id.filter('id')}",
    "${USER_CONTEXT.id.filter((v) => `id = ${v}`)}",
    "${SECURITY_CONTEXT.stores.requiredFilter('id')}",
    "${USER_CONTEXT.id}",
    "${USER_CONTEXT.none.unsafeValue()}",
    "${FILTER_PARAMS.Sales.status.filter('status')}",
    "${FILTER_PARAMS.Orders.count.filter((v) => `x = ${v}`)}",
    "${FILTER_GROUP(FILTER_PARAMS.Sales.status.filter('status'))}",
    "${SQL_UTILS.convertTz('sold_at')}",
    "${USER_CONTEXT.id.unsafeValue() === 1 ? 'a' : 'b'}",
)
_LETTERS = "\x00\t\x0b\x7f\x85\xa0\xad\u0130\u0301\u200b\u2028\u2029\u202e\u2066\ufeff\ufffd\uffff😀𝒳ßŁ中"


def mutated(text: str, chance: Random, others: tuple[str, ...]) -> str:
    """The text after a few mutations; pieces of `others` may get into it."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        text = chance.choice(_MUTATORS)(text, chance, others)
    return text


def _delete(text: str, chance: Random, others: tuple[str, ...]) -> str:
    tokens = _TOKEN.findall(text)
    at = chance.randrange(len(tokens) + 1)
    return "".join(tokens[:at] + tokens[at + chance.choice((1, 1, 2, 5, 20)) :])


def _duplicate(text: str, chance: Random, others: tuple[str, ...]) -> str:
    tokens = _TOKEN.findall(text)
    at = chance.randrange(len(tokens) + 1)
    run_of = tokens[at : at + chance.choice((1, 2, 8, 40))]
    return "".join(tokens[:at] + run_of * chance.choice((*[2] * 12, 3, 3, 300)) + tokens[at + len(run_of) :])


def _swap(text: str, chance: Random, others: tuple[str, ...]) -> str:
    tokens = _TOKEN.findall(text) or [""]
    one, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
    tokens[one], tokens[other] = tokens[other], tokens[one]
    return "".join(tokens)


def _insert(text: str, chance: Random, others: tuple[str, ...]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_PIECES) * chance.choice((*[1] * 12, 2, 2, 500)) + text[at:]


def _replace(text: str, chance: Random, others: tuple[str, ...]) -> str:
    tokens = _TOKEN.findall(text) or [""]
    tokens[chance.randrange(len(tokens))] = chance.choice(_PIECES)
    return "".join(tokens)


def _letter(text: str, chance: Random, others: tuple[str, ...]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_LETTERS) + text[at + chance.choice((0, 1)) :]


def _truncate(text: str, chance: Random, others: tuple[str, ...]) -> str:
    at = chance.randrange(len(text) + 1)
    return chance.choice((text[:at], text[at:]))


def _splice(text: str, chance: Random, others: tuple[str, ...]) -> str:
    other = chance.choice(others) or " "
    start = chance.randrange(len(other))
    at = chance.randrange(len(text) + 1)
    return text[:at] + other[start : chance.randrange(start, len(other)) + 1] + text[at:]


def _inside(text: str, chance: Random, others: tuple[str, ...]) -> str:
    """Into the text of a template, which most often leaves the file a sound one: what is asked of it then matters."""
    found = [match for match in _TEMPLATE.finditer(text) if match[1]]
    if not found:
        return text
    place = chance.choice(found)
    at = chance.choice((place.start(1), place.end(1), chance.randrange(place.start(1), place.end(1) + 1)))
    return text[:at] + chance.choice((" ", "")) + chance.choice(_SQL) + chance.choice((" ", "")) + text[at:]


def _exchange(text: str, chance: Random, others: tuple[str, ...]) -> str:
    """One template, or one word, in the place of another."""
    pattern = chance.choice((_TEMPLATE, _WORD))
    found = list(pattern.finditer(text))
    if not found:
        return text
    place, other = chance.choice(found), chance.choice(found)
    return text[: place.start()] + other[0] + text[place.end() :]


_MUTATORS: tuple[Callable[[str, Random, tuple[str, ...]], str], ...] = (
    _delete, _duplicate, _swap, _insert, _replace, _letter, _truncate, _splice,
    _inside, _inside, _inside, _inside, _exchange, _exchange,
)  # fmt: skip
