"""A template as text, its holes as names: what a parser of SQL can read without knowing a caller.

A claim is `cubeproof_guard_3`, the third atom of the text; anything else that a hole stands for begins with
`cubeproof_value`. A condition that only a caller decides is written both ways, and a callback for one value and for a
list. Knows no grammar of SQL.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final, Literal, NamedTuple, TypeAlias

from cubeproof.diagnostics import CompileError
from cubeproof.lower import sql
from cubeproof.source import Span

MARK: Final = "cubeproof_guard"
VALUE: Final = "cubeproof_value"
MOST: Final = 16
"""So many ways of writing one template are looked at."""
Form: TypeAlias = Literal["filter", "requiredFilter", "callback", "unsafeValue", "value"]
_FORMS: Final[tuple[sql.Argument, ...]] = ("string", ("string", "string"))


class Atom(NamedTuple):
    """A claim in a text."""

    claim: str
    form: Form
    required: bool
    span: Span
    hole: "sql.Guard | sql.ClaimText"


class Written(NamedTuple):
    """One way to write a template; the number of an atom's mark is its place in `atoms`."""

    text: str
    atoms: tuple[Atom, ...]
    whole: bool
    """Nothing had to be left out."""


def written(template: sql.Sql) -> tuple[Written, ...]:
    """Every way to write a template, bounded in number; those with something left out only if there are no others."""
    found: dict[str, Written] = {}
    for choice in islice(_choices(template), MOST):
        for form in _FORMS if _calls(template) else _FORMS[:1]:
            writer = _Writer(choice, form)
            text = writer.text(template)
            found.setdefault(text, Written(text, tuple(writer.atoms), writer.whole))
    whole = [one for one in found.values() if one.whole]
    return tuple(whole or found.values())


def _calls(template: sql.Sql) -> bool:
    return any(isinstance(hole, sql.Guard) and hole.callback is not None for hole in sql.walk(template))


def _choices(template: sql.Sql) -> Iterator[dict[int, bool]]:
    """The outcomes of all conditions: those of a bare claim are the same for every caller."""
    open_: dict[int, sql.Choice] = {}
    fixed: dict[int, bool] = {}
    for hole in sql.walk(template):
        if isinstance(hole, sql.Choice):
            outcome = fixed_outcome(hole)
            if outcome is None:
                open_[id(hole)] = hole
            else:
                fixed[id(hole)] = outcome
    keys = list(open_)
    for number in range(2 ** min(len(keys), MOST.bit_length())):
        yield {**fixed, **{key: not number >> at & 1 for at, key in enumerate(keys)}}


def fixed_outcome(choice: sql.Choice) -> bool | None:
    """How a condition on a bare claim ends: it is an object, whatever the claim's value; None for any other."""
    test = choice.test
    if not isinstance(test.subject, sql.ClaimText) or test.subject.unsafe:
        return None
    if test.operator == "typeof":
        return test.value == "object"
    return test.operator in ("truthy", "!==", "!=")


class _Writer:
    def __init__(self, choice: dict[int, bool], form: sql.Argument) -> None:
        self.choice, self.form = choice, form
        self.atoms: list[Atom] = []
        self.whole = True

    def text(self, template: sql.Sql, within: int | None = None) -> str:
        """`within` is the number of the guard whose callback the template comes from."""
        return "".join(part if isinstance(part, str) else self._hole(part, within) for part in template.parts)

    def _hole(self, part: sql.Gap, within: int | None) -> str:
        match part:
            case sql.CubeRef():
                return f"{VALUE}_cube_{part.path[-1]}"
            case sql.MemberRef():
                return f"{VALUE}_member_{'_'.join(part.path)}"
            case sql.SqlOf():
                return f"{VALUE}_sql_{part.cube}"
            case sql.Placeholder():
                return VALUE if within is None else f"{MARK}_{within}"
            case sql.Guard():
                return self._guard(part)
            case sql.ClaimText():
                form: Form = "unsafeValue" if part.unsafe else "value"
                return f"{MARK}_{self._atom(part, form, required=True)}"
            case sql.FilterParam():
                return (
                    f"{VALUE}_pushed = 1"
                    if part.column is None
                    else f"{self.text(part.column)} = {VALUE}_pushed"
                )
            case sql.FilterGroup():
                return f"{VALUE}_pushed = 1"
            case sql.ConvertTz():
                return f"({self.text(part.argument)})"
            case sql.Choice():
                return self.text(part.then if self.choice.get(id(part), True) else part.otherwise, within)
            case sql.PerCaller():
                return self._per_caller(part)

    def _guard(self, part: sql.Guard) -> str:
        if part.column is not None:
            form: Form = "requiredFilter" if part.required else "filter"
            number = self._atom(part, form, required=part.required)
            return f"{self.text(part.column)} = {MARK}_{number}"
        number = self._atom(part, "callback", required=part.required)
        template = called(part, self.form)
        if template is None:
            self.whole = False
            return f"{MARK}_{number} = 1"
        return self.text(template, number)

    def _per_caller(self, part: sql.PerCaller) -> str:
        """A template that computes with a claim's value, as it is for a caller whose claims are marks."""
        number = len(self.atoms)
        for sample in (f"{MARK}_{number}", [f"{MARK}_{number}"]):
            paths: list[tuple[str, ...]] = []

            def read(
                path: tuple[str, ...], given: object = sample, into: list[tuple[str, ...]] = paths
            ) -> object:
                into.append(path)
                return given

            try:
                forced = part.force(read)
            except CompileError:
                continue
            hole = sql.ClaimText(path=paths[0] if paths else (), unsafe=True, span=part.span)
            self._atom(hole, "unsafeValue", required=True)
            return self.text(forced)
        self.whole = False
        return VALUE

    def _atom(self, hole: "sql.Guard | sql.ClaimText", form: Form, *, required: bool) -> int:
        self.atoms.append(Atom(".".join(hole.path), form, required, hole.span, hole))
        return len(self.atoms) - 1


def called(guard: sql.Guard, argument: sql.Argument) -> sql.Sql | None:
    """What a guard's callback says for an argument; None where it fails."""
    if guard.callback is None:
        return None
    try:
        return guard.callback.sql((argument,))
    except CompileError:
        return None
