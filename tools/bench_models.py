"""How fast files become a model: parse, evaluate, lower, by number of files; and Cube's compiler over the same files.

Each size is compiled in a process of its own, as a command does it: its time is not that of a heap full of other models,
and its peak of memory is its own.

    python tools/bench_models.py COUNT      what one process measures, as JSON
"""

import gc
import itertools
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from cubeproof.evaluate import Environment, evaluate
from cubeproof.lower import lower
from cubeproof.workspace import from_texts
from figures import Figure
from oracle import asking

MANY, MOST = 1_000, 5_000
MEASURES, DIMENSIONS = 4, 5


def measured(oracle: Path | None) -> Iterator[Figure]:
    """The lines of the table; Cube's with the folder of its compiler."""
    few, many, most = (_alone(count) for count in (MANY // 10, MANY, MOST))
    lines = text(0).count("\n")
    for stage in ("parse", "evaluate", "lower"):
        yield Figure(f"{stage}, {lines} lines", many[stage] / MANY * 1e3, "ms")
    later = many["evaluate"] + many["lower"]
    yield Figure("evaluate and lower, against parse", later / many["parse"], "x", 1)
    ours = many["parse"] + later
    note = ", ".join(f"{n}: {_all(part):.1f} s" for n, part in ((MANY, many), (MOST, most)))
    yield Figure(
        f"{MOST:,} files, each against one of {MANY // 10}",
        _all(most) / _all(few) / MOST * MANY / 10,
        "x",
        2,
        note,
    )
    yield Figure(f"memory for {MANY:,} files", many["megabytes"], "MB", 400)
    if oracle is None:
        yield Figure(f"{MANY:,} files", ours, "s")
        return
    cube = _cube(oracle, {f"Cube{n}.js": text(n) for n in range(MANY)})
    yield Figure(
        f"{MANY:,} files, against Cube's compiler",
        ours / cube,
        "x",
        1 / 3,
        f"{ours:.1f} s, Cube {cube:.1f} s",
    )


def text(number: int) -> str:
    """A literal cube file, about as long as they are."""
    measures = "\n".join(
        f"    measure{n}: {{\n      sql: `amount_{n}`,\n      type: `sum`,\n      drillMembers: [id, dim0, dim1],\n    }},"
        for n in range(MEASURES)
    )
    dimensions = "\n".join(
        f"    dim{n}: {{\n      sql: `${{CUBE}}.col_{n}`,\n      type: `{('string', 'number', 'time')[n % 3]}`,\n"
        f"      title: `Dimension {n}`,\n    }},"
        for n in range(DIMENSIONS)
    )
    return f"""cube(`Cube{number}`, {{
  sql: `SELECT * FROM public.table_{number} WHERE ${{USER_CONTEXT.id.filter('user_id')}}`,

  measures: {{
    count: {{
      type: `count`,
    }},
{measures}
    ratio: {{
      sql: `${{measure0}} / ${{count}}`,
      type: `number`,
    }},
  }},

  dimensions: {{
    id: {{
      sql: `id`,
      type: `number`,
      primaryKey: true,
    }},
{dimensions}
  }},
}});
"""


def _all(part: dict[str, float]) -> float:
    return part["parse"] + part["evaluate"] + part["lower"]


def _alone(count: int) -> dict[str, float]:
    said = subprocess.run([sys.executable, __file__, str(count)], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(said.stdout)
    return found


def _cube(oracle: Path, files: dict[str, str]) -> float:
    """Seconds that Cube's compiler takes for all files; starting it is not counted."""
    taken = 0.0
    with asking(oracle) as ask:
        for asked in ({"Cube0.js": text(0)}, files):
            started = time.perf_counter()
            answer = ask({"files": asked, "query": {"measures": ["Cube0.count"]}, "context": {"id": 1}})
            taken = time.perf_counter() - started
            if "sql" not in answer:
                raise RuntimeError(f"Cube refuses: {answer}")
    return taken


def main() -> int:
    """Compile so many files and say how long each stage took."""
    gc.set_threshold(100_000, 100)  # as commands do
    texts = {f"Cube{n}.js": text(n) for n in range(int(sys.argv[1]))}
    from_texts({"Warm.js": text(0)})
    times = [time.perf_counter()]
    project = from_texts(texts)
    times.append(time.perf_counter())
    declared = evaluate(project.value, Environment())
    times.append(time.perf_counter())
    lowered = lower(declared.value)
    times.append(time.perf_counter())
    if problems := (*project.diagnostics, *declared.diagnostics, *lowered.diagnostics):
        raise SystemExit(f"{problems[0].code} {problems[0].message}")
    parse, evaluated, lowering = (after - before for before, after in itertools.pairwise(times))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"parse": parse, "evaluate": evaluated, "lower": lowering, "megabytes": megabytes}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
