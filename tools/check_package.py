"""The distribution works where the checkout is not: builds it, looks into it, and compiles the sample with it alone.

The wheel is built from the source distribution, installed without any extra in an environment of its own, and run outside of
the checkout on a copy of the sample model.
"""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = {"cubeproof": ROOT / "compiler" / "cubeproof", "cubeproof/grammar": ROOT / "grammar"}
NOT_SHIPPED = ("__pycache__",)
QUERY = '{"measures": ["Orders.count"]}'


def main() -> None:
    """Raise, or exit with what is wrong; say so when nothing is."""
    with tempfile.TemporaryDirectory(prefix="cubeproof-package-") as place:
        folder = Path(place)
        dist = folder / "dist"
        run(sys.executable, "-m", "build", "--outdir", str(dist), str(ROOT), cwd=folder)
        (wheel,) = dist.glob("*.whl")
        (sdist,) = dist.glob("*.tar.gz")
        compare(wheel, sdist)
        compile_sample(wheel, folder)
    print("the wheel holds every file of the package, and compiles the sample on its own")


def compare(wheel: Path, sdist: Path) -> None:
    """Every file of the package is in the wheel, and nothing else is; the source distribution has what builds it."""
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if not name.split("/")[0].endswith(".dist-info")}
    expected = {
        f"{package}/{path.relative_to(folder).as_posix()}"
        for package, folder in SOURCES.items()
        for path in folder.rglob("*")
        if path.is_file() and not set(path.parts) & set(NOT_SHIPPED)
    }
    for title, names in (
        ("missing from the wheel", expected - packed),
        ("should not be in the wheel", packed - expected),
    ):
        if names:
            sys.exit(f"{title}: {', '.join(sorted(names))}")
    with tarfile.open(sdist) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    for name in ("pyproject.toml", "README.md", "LICENSE", "grammar/model.lark"):
        if name not in names:
            sys.exit(f"missing from the source distribution: {name}")


def compile_sample(wheel: Path, folder: Path) -> None:
    """Install the wheel alone, copy the sample model, and compile its query for user 42 and for nobody."""
    environment = folder / "venv"
    venv.create(environment, with_pip=True)
    run(str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet", str(wheel), cwd=folder)
    shutil.copytree(ROOT / "schema", folder / "model" / "schema")
    command = (str(environment / "bin" / "cubeproof"), "compile", "-q", QUERY, "-c")
    text = run(*command, '{"u": {"id": 42}}', "--inline", cwd=folder / "model")
    if "WHERE user_id = 42" not in text or 'count(*) "orders.count"' not in text:
        sys.exit(f"not the statement of the documentation:\n{text}")
    answer = json.loads(run(*command, "{}", "--format", "json", cwd=folder / "model"))
    if [guard["state"] for guard in answer["guards"]] != ["open"]:
        sys.exit(f"a caller without an id must open the guard:\n{answer}")


def run(*command: str, cwd: Path) -> str:
    """The output of a command that must succeed; nothing of the checkout is on its path."""
    environ = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(command, cwd=cwd, env=environ, text=True, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        sys.exit(f"exit code {done.returncode} of {' '.join(command)}\n{done.stdout}")
    return done.stdout


if __name__ == "__main__":
    main()
