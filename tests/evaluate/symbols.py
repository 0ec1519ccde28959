"""Names of SQL for tests: the smallest symbols that can stand for those of a model."""

from tests.evaluate.running import run

from cubeproof.evaluate import force
from cubeproof.evaluate.values import (
    UNDEFINED,
    Builtin,
    Hole,
    NeedsCaller,
    Object,
    Oracle,
    Rope,
    Symbol,
    Test,
    Undefined,
    Value,
)
from cubeproof.source import Span


class Named(Hole):
    """A hole with a name."""

    name: str


class Cube(Symbol):
    """A cube: its members are cubes again, `filter` is a method."""

    def __init__(self, name: str) -> None:
        self.name = name

    def member(self, name: str, span: Span) -> Value:
        if name in ("filter", "sql"):
            return Builtin(
                name, lambda given, place: Rope((Named(span=place, name=f"{self.name}.{name}()"),))
            )
        return Cube(f"{self.name}.{name}")

    def hole(self, span: Span) -> Hole:
        return Named(span=span, name=self.name)


class Claim(Symbol):
    """A claim: its value is a question."""

    def __init__(self, name: str) -> None:
        self.name = name

    def hole(self, span: Span) -> Hole:
        return Named(span=span, name=self.name)

    def compare(self, operator: str, other: Value, span: Span) -> Test:
        assert other is None or isinstance(other, Undefined | str | float | bool)
        return Test(subject=Named(span=span, name=self.name), operator=operator, value=other)

    def value(self, span: Span) -> Value:
        raise NeedsCaller


KNOWN: dict[str, Value] = {
    "CUBE": Cube("CUBE"),
    "Users": Cube("Users"),
    "status": Cube("status"),
    "CLAIM": Claim("claim"),
}


def lazy(text: str, *path: str) -> Value:
    """The property of the last cube of a text at a path, as evaluation leaves it."""
    declarations, diagnostics = run(text)
    assert [] == [f"{d.code} {d.message}" for d in diagnostics]
    found: Value = declarations[-1].body
    for key in path:
        assert isinstance(found, Object)
        found = found.slots[key].value
    return found


def forced(expression: str, oracle: Oracle | None = None, before: str = "") -> Value:
    """The value of a template with the known names."""
    return force(lazy(f"{before}\ncube('A', {{sql: {expression}}})", "sql"), KNOWN, oracle)


class Answers:
    """An oracle that answers in turn and writes the questions down."""

    def __init__(self, *answers: bool) -> None:
        self.answers = list(answers)
        self.questions: list[str] = []

    def __call__(self, test: Test) -> bool:
        assert isinstance(test.subject, Named)
        value = "" if test.value is UNDEFINED else f" {test.value!r}"
        self.questions.append(
            f"{test.subject.name} {test.operator}{value}{' as text' if test.as_text else ''}"
        )
        return self.answers.pop(0)
