"""What does the JavaScript say when nothing may touch the outside? `ast.File`s in, declarations out.

Hermetic: a model computes with our own values (`values.py`) under a budget (`limits.py`); nothing of the host
can be reached from it. Knows JavaScript; does not know what a cube, a member or SQL means.
"""

from cubeproof.diagnostics import Result
from cubeproof.evaluate.context import CompileContext
from cubeproof.evaluate.limits import Limits
from cubeproof.evaluate.project import Declaration, Environment, Json, Project
from cubeproof.evaluate.values import Known, Oracle, Reporter, Value

__all__ = [
    "CompileContext",
    "Declaration",
    "Environment",
    "Json",
    "Limits",
    "Project",
    "call",
    "evaluate",
    "force",
    "from_json",
]


def evaluate(project: Project, environment: Environment | None = None) -> Result[tuple[Declaration, ...]]:
    """Run every file of a model once and collect what it declares, by file and then in order of execution.

    A statement that fails is reported and the next one runs; names that a failed statement should have made are
    not reported again where they are used.
    """
    from cubeproof.evaluate.run import run

    return run(project, environment or Environment())


def force(value: Value, known: Known, oracle: Oracle | None = None, report: Reporter | None = None) -> Value:
    """Evaluate a `Lazy` with the known names between the expression and its scope; call a `Function` likewise.

    A function's parameters are matched by name from `known`, as are those of a lazy function literal
    (`sql: (CUBE) => …`). Any other value comes back as it is. The oracle answers tests on holes and symbols. With
    `report`, what fails in one `${…}` of a template or one item of a list goes there, the others are still looked at,
    and the refusal that is raised in the end says nothing new.

    Raises `Refusal` (what is wrong and where; `.diagnostic()` makes one of it, and `.reported` says that
    `evaluate` has already reported the cause), and lets `NeedsCaller` of a symbol through.
    """
    from cubeproof.evaluate.forcing import force as forced

    return forced(value, known, oracle, report)


def call(function: Value, arguments: list[Value], oracle: Oracle | None = None) -> Value:
    """Call a callback of a model, `(v) => …`, with positional arguments. Raises as `force` does."""
    from cubeproof.evaluate.forcing import call as called

    return called(function, arguments, oracle)


def from_json(data: Json, path: str = "JSON") -> Value:
    """Data from outside as a value; `path` is where a message says that it comes from."""
    from cubeproof.evaluate.objects import nowhere, value_of

    return value_of(data, nowhere(path))
