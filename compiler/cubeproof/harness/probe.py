"""The rows of one cube, whatever its members are: a model with a dimension that is a column of the cube, and a query for it.

What an access policy says of members does not matter here: every policy that fits the caller shows its rows.
"""

import re
from typing import Final

import msgspec

from cubeproof.lower import ir
from cubeproof.lower.sql import CubeRef, Guard, Sql
from cubeproof.pipeline import Compiled
from cubeproof.request.query import Request
from cubeproof.request.read import read_queries

KEY: Final = "cubeproof_key"
_IDENTIFIER: Final = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def probe(model: ir.Model, name: str, column: str | None = None) -> tuple[Compiled, Request]:
    """The model with that dimension, and the query. Without a column it is a constant: for looking at, not for rows."""
    from datetime import UTC, datetime

    cube = model.cubes[name]
    own = CubeRef(path=(name,), span=cube.span)
    sql = Sql(parts=("1",) if column is None else (own, f".{_quoted(column)}"), span=cube.span)
    key = ir.Dimension(cube=name, name=KEY, span=cube.span, type="string", sql=sql)
    policies = cube.policies and tuple(
        msgspec.structs.replace(policy, members=None, masked=()) for policy in cube.policies
    )
    changed = msgspec.structs.replace(cube, dimensions={**cube.dimensions, KEY: key}, policies=policies)
    read = read_queries({"dimensions": [f"{name}.{KEY}"]}, now=datetime.now(UTC), limit=None)
    return Compiled(msgspec.structs.replace(model, cubes={**model.cubes, name: changed})), read.value[0]


def _quoted(column: str) -> str:
    return column if _IDENTIFIER.fullmatch(column) else '"' + column.replace('"', '""') + '"'


def without_guards(model: ir.Model) -> ir.Model:
    """The model as it would be if every guard were open and there were no access policy: for what there is to be seen."""
    return msgspec.structs.replace(model, cubes={name: _open(cube) for name, cube in model.cubes.items()})


def _open(cube: ir.Cube) -> ir.Cube:
    parts = tuple("1 = 1" if isinstance(part, Guard) else part for part in cube.table.parts)
    return msgspec.structs.replace(
        cube, table=msgspec.structs.replace(cube.table, parts=parts), policies=None
    )
