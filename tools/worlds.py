"""Worlds made by chance from a seed: cubes over small tables, and questions to them.

A world says everything twice: as the text of a model, for a compiler, and as Python functions over rows, for `truth.py`, which
computes the right rows with neither a planner nor SQL. Knows Cube's language; must not know how it is compiled.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

Row = Mapping[str, Any]
Joined = Mapping[str, Row | None]
"""A row of a join: each cube's row, or None where none fits."""
Value = Callable[[Joined], Any]

NAMES: Final = ("Orders", "Users", "Items", "Stores", "Visits")
CITIES: Final = ("Oslo", "Lima", "Kyoto", "O'Fallon", "100% Town", None)
STATUSES: Final = ("new", "paid", "sent", None)
TENANTS: Final = (1, 2)
FIRST: Final = datetime(2020, 1, 30, 22)
LEAF_TYPES: Final = ("sum", "avg", "min", "max", "countDistinct")


class Dimension(NamedTuple):
    """A dimension: its text in the model, its value in a row, and which cubes it looks at."""

    cube: str
    name: str
    type: str
    text: str
    value: Value
    cubes: tuple[str, ...]
    measure: str | None = None
    """Of a sub-query dimension: the measure that stands behind it; its value is known where the query is."""

    @property
    def full(self) -> str:
        """`Orders.city`."""
        return f"{self.cube}.{self.name}"


class Stage(NamedTuple):
    """How a measure aggregates one other that was aggregated before: by the query's keys that are left, and more inside."""

    of: str
    group_by: tuple[str, ...] | None = None
    reduce_by: tuple[str, ...] = ()
    add: tuple[str, ...] = ()


class Measure(NamedTuple):
    """A measure: a leaf aggregates `value` over the rows of its cube; a formula computes from other measures."""

    cube: str
    name: str
    type: str
    text: str
    value: Value | None = None
    kept: Value | None = None
    """Its own filter."""
    inputs: tuple[str, ...] = ()
    formula: Callable[..., Any] | None = None
    over: str | None = None
    """The sub-query dimension that it aggregates, in place of `value`."""
    stage: Stage | None = None
    """Of a multi-stage measure: what it aggregates, in place of `value`."""

    @property
    def full(self) -> str:
        """`Orders.total`."""
        return f"{self.cube}.{self.name}"


class Join(NamedTuple):
    """`source` is joined with `target`; `parent` holds the key that `child` points at."""

    source: str
    target: str
    child: str
    parent: str
    relationship: str


class Cube(NamedTuple):
    """A cube, its table and the rows in it."""

    name: str
    table: str
    key: tuple[str, ...]
    guarded: bool
    columns: Mapping[str, str]
    rows: tuple[Row, ...]


class World(NamedTuple):
    """A model with data: `joins` only in the directions that the model declares."""

    number: int
    cubes: Mapping[str, Cube]
    joins: tuple[Join, ...]
    dimensions: Mapping[str, Dimension]
    measures: Mapping[str, Measure]
    segments: Mapping[str, Dimension]


class Asked(NamedTuple):
    """A question to a world: the query, and whose rows it may see."""

    query: dict[str, Any]
    claims: dict[str, Any]
    plain: dict[str, Any] | None = None
    """Of a query through a view: the same of the members behind it,"""
    root: str | None = None
    """and the cube that all paths of the view start from."""


def world(seed: int) -> World:
    """The world of that number, always the same."""
    chance = random.Random(seed)
    names = chance.sample(NAMES, chance.randint(1, len(NAMES)))
    edges = tuple(_edges(chance, names))
    cubes = {name: _cube(chance, seed, name, edges) for name in names}
    for child, parent, single in edges:
        _point(chance, cubes[child], cubes[parent], single=single)
    joins = tuple(join for edge in edges for join in _joins(chance, *edge))
    dimensions = {d.full: d for cube in cubes.values() for d in _dimensions(chance, cube)}
    proxies = (_proxy(chance, join, dimensions) for join in joins if join.child == join.source)
    dimensions |= {d.full: d for d in proxies if d is not None}
    counted = {d.full: d for join in joins if (d := _sub_query(chance, join, cubes)) is not None}
    dimensions |= counted
    segments = {d.full: d for cube in cubes.values() for d in _segments(cube)}
    measures = {m.full: m for cube in cubes.values() for m in (*_measures(chance, cube), *_stages(cube))}
    measures |= {m.full: m for m in _formulas(chance, joins, measures)}
    measures |= {m.full: m for m in _over(chance, counted.values())}
    return World(seed, cubes, joins, dimensions, measures, segments)


# The graph: a tree of cubes, so that there is one way between any two


def _edges(chance: random.Random, names: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Child, parent, and whether a parent has one child at most."""
    for at, name in enumerate(names[1:], 1):
        other = chance.choice(names[:at])
        child, parent = (name, other) if chance.random() < 0.5 else (other, name)
        yield child, parent, chance.random() < 0.15


def _joins(chance: random.Random, child: str, parent: str, single: bool) -> Iterator[Join]:
    up, down = chance.random() < 0.75, chance.random() < 0.6
    if up or not down:
        yield Join(child, parent, child, parent, "hasOne" if single else "belongsTo")
    if down:
        yield Join(parent, child, child, parent, "hasOne" if single else "hasMany")


# Tables


def _cube(chance: random.Random, seed: int, name: str, edges: tuple[tuple[str, str, bool], ...]) -> Cube:
    composite = chance.random() < 0.2 and all(parent != name for _, parent, _ in edges)
    key = ("k1", "k2") if composite else ("id",)
    columns = {**dict.fromkeys(key, "int"), "tenant": "int", "city": "text", "status": "text", "amount": "int",
               "paid": "boolean", "created_at": "timestamp"}  # fmt: skip
    columns |= {_pointer(parent): "int" for child, parent, _ in edges if child == name}
    rows = tuple(_row(chance, at, key) for at in range(chance.randint(0, 12)))
    return Cube(name, f"world_{seed}_{name.lower()}", key, chance.random() < 0.5, columns, rows)


def _row(chance: random.Random, at: int, key: tuple[str, ...]) -> dict[str, Any]:
    # (1, 11) and (11, 1): keys that a count over their joined text would take for one
    keys = (
        {"id": at + 1}
        if len(key) == 1
        else {"k1": (1, 11, 2)[at % 3], "k2": (11, 1, at)[at % 3] + at // 3 * 100}
    )
    return keys | {
        "tenant": chance.choice(TENANTS),
        "city": chance.choice(CITIES),
        "status": chance.choice(STATUSES),
        "amount": chance.choice((None, 0, 1, 5, 5, 10, 40)),
        "paid": chance.choice((True, False, None)),
        "created_at": FIRST + timedelta(hours=chance.randint(0, 24 * 70), minutes=chance.choice((0, 30))),
    }


def _pointer(parent: str) -> str:
    return f"{parent.lower()}_id"


def _point(chance: random.Random, child: Cube, parent: Cube, *, single: bool) -> None:
    """Fill the key of the parent into the child's rows; some point nowhere."""
    ids = [row["id"] for row in parent.rows]
    chance.shuffle(ids)
    for row in child.rows:
        found = (
            (ids.pop() if ids else None) if single else chance.choice([*ids, None, None] if ids else [None])
        )
        row[_pointer(parent.name)] = found if chance.random() < 0.9 or not single else None  # type: ignore[index]


# Members


def _column(cube: str, name: str) -> Value:
    def value(joined: Joined) -> Any:
        row = joined[cube]
        return None if row is None else row[name]

    return value


def _dimensions(chance: random.Random, cube: Cube) -> Iterator[Dimension]:
    name, own = cube.name, (cube.name,)
    for key in cube.key:
        yield Dimension(
            name,
            key,
            "number",
            f"{{sql: `{key}`, type: `number`, primaryKey: true}}",
            _column(name, key),
            own,
        )
    yield Dimension(name, "city", "string", "{sql: `city`, type: `string`}", _column(name, "city"), own)
    yield Dimension(
        name, "status", "string", "{sql: `${CUBE}.status`, type: `string`}", _column(name, "status"), own
    )
    yield Dimension(
        name, "amountOf", "number", "{sql: `amount`, type: `number`}", _column(name, "amount"), own
    )
    yield Dimension(name, "paid", "boolean", "{sql: `paid`, type: `boolean`}", _column(name, "paid"), own)
    yield Dimension(
        name, "createdAt", "time", "{sql: `created_at`, type: `time`}", _column(name, "created_at"), own
    )
    limit = chance.choice((1, 5, 10))

    def size(joined: Joined) -> str:
        amount = _column(name, "amount")(joined)
        return "unknown" if amount is None else "big" if amount >= limit else "small"

    yield Dimension(
        name, "size", "string",
        "{type: `string`, case: {when: [{sql: `${CUBE}.amount >= " + str(limit) + "`, label: `big`}, "
        "{sql: `${amountOf} < " + str(limit) + "`, label: `small`}], else: {label: `unknown`}}}", size, own,
    )  # fmt: skip

    def large(joined: Joined) -> bool | None:
        amount, paid = _column(name, "amount")(joined), _column(name, "paid")(joined)
        if paid is True or (amount is not None and amount > 5):
            return True
        return None if paid is None or amount is None else False

    yield Dimension(
        name, "notable", "boolean", "{sql: `${CUBE}.paid OR ${amountOf} > 5`, type: `boolean`}", large, own
    )


def _proxy(chance: random.Random, join: Join, dimensions: Mapping[str, Dimension]) -> Dimension | None:
    """A dimension that only forwards to another cube's."""
    if chance.random() < 0.5:
        return None
    inner = dimensions[f"{join.target}.{chance.choice(('city', 'status'))}"]
    name = f"{join.target.lower()}{inner.name.capitalize()}"
    text = f"{{sql: `${{{inner.full}}}`, type: `string`}}"
    return Dimension(join.source, name, "string", text, inner.value, (join.source, join.target))


def _sub_query(chance: random.Random, join: Join, cubes: Mapping[str, Cube]) -> Dimension | None:
    """A dimension that is a measure of the other cube for each row of its own."""
    if join.relationship != "hasMany" or chance.random() < 0.5:
        return None
    measure = f"{join.target}.{chance.choice(('count', 'total'))}"
    name = f"{join.target.lower()}{measure.rpartition('.')[2].capitalize()}"
    text = f"{{sql: `${{{measure}}}`, type: `number`, subQuery: true}}"
    assert len(cubes[join.source].key) == 1  # noqa: S101 — a parent has one key
    return Dimension(join.source, name, "number", text, _unknown, (join.source,), measure)


def _unknown(joined: Joined) -> Any:
    raise AssertionError("a sub-query has a value where its query is known")


def _over(chance: random.Random, counted: Iterable[Dimension]) -> Iterator[Measure]:
    """Measures over sub-query dimensions."""
    for dimension in counted:
        kind = chance.choice(("avg", "max", "sum"))
        text = f"{{sql: `${{{dimension.name}}}`, type: `{kind}`}}"
        yield Measure(dimension.cube, f"{kind}{dimension.name.capitalize()}", kind, text, over=dimension.full)


def _segments(cube: Cube) -> Iterator[Dimension]:
    paid = _column(cube.name, "paid")
    yield Dimension(cube.name, "settled", "boolean", "{sql: `${CUBE}.paid`}", paid, (cube.name,))

    def new_or_unpaid(joined: Joined) -> bool | None:
        status, is_paid = _column(cube.name, "status")(joined), paid(joined)
        if status == "new" or is_paid is False:
            return True
        return None if status is None or is_paid is None else False

    text = "{sql: `${CUBE.status} = 'new' OR NOT ${CUBE}.paid`}"
    yield Dimension(cube.name, "fresh", "boolean", text, new_or_unpaid, (cube.name,))


def _measures(chance: random.Random, cube: Cube) -> Iterator[Measure]:
    name, amount = cube.name, _column(cube.name, "amount")
    yield Measure(name, "count", "count", "{type: `count`}")
    for kind in chance.sample(LEAF_TYPES, 3):
        column = "status" if kind == "countDistinct" else "amount"
        text = f"{{sql: `{column}`, type: `{kind}`}}"
        yield Measure(name, f"{kind}Of", kind, text, _column(name, column))
    yield Measure(name, "total", "sum", "{sql: `${amountOf}`, type: `sum`}", amount)
    paid = _column(name, "paid")
    text = "{type: `count`, filters: [{sql: `${CUBE}.paid`}]}"
    yield Measure(name, "paidCount", "count", text, kept=paid)
    text = "{sql: `amount`, type: `sum`, filters: [{sql: `${CUBE.paid} OR ${CUBE}.amount > 5`}]}"

    def notable(joined: Joined) -> bool:
        value = amount(joined)
        return paid(joined) is True or (value is not None and value > 5)

    yield Measure(name, "notableTotal", "sum", text, amount, kept=notable)

    text = "{sql: `100.0 * ${paidCount} / NULLIF(${count}, 0)`, type: `number`}"
    yield Measure(
        name, "paidShare", "number", text, inputs=(f"{name}.paidCount", f"{name}.count"), formula=_share
    )


def _stages(cube: Cube) -> Iterator[Measure]:
    """Multi-stage measures, and a share computed from one."""

    def stage(name: str, kind: str, of: str, option: str, made: Stage) -> Measure:
        text = f"{{sql: `${{{of}}}`, type: `{kind}`, multiStage: true, {option}}}"
        return Measure(cube.name, name, kind, text, stage=made)

    total, count = f"{cube.name}.total", f"{cube.name}.count"
    city, status = f"{cube.name}.city", f"{cube.name}.status"
    yield stage("wholeTotal", "sum", "total", "groupBy: []", Stage(total, group_by=()))
    yield stage("cityTotal", "sum", "total", "groupBy: [city]", Stage(total, group_by=(city,)))
    yield stage("restCount", "sum", "count", "reduceBy: [status]", Stage(count, reduce_by=(status,)))
    yield stage("mostTotal", "max", "total", "addGroupBy: [status]", Stage(total, add=(status,)))
    text = "{sql: `100.0 * ${total} / NULLIF(${wholeTotal}, 0)`, type: `number`, multiStage: true}"
    inputs = (total, f"{cube.name}.wholeTotal")
    yield Measure(cube.name, "wholeShare", "number", text, inputs=inputs, formula=_share)


def _share(part: float | None, whole: float | None) -> float | None:
    return None if not whole or part is None else 100 * part / whole


def _formulas(
    chance: random.Random, joins: tuple[Join, ...], measures: Mapping[str, Measure]
) -> Iterator[Measure]:
    """Measures computed from two cubes."""
    for join in joins:
        if chance.random() < 0.6:
            name, other = f"per{join.target}", chance.choice(("count", "total"))
            own, their = f"{join.source}.total", f"{join.target}.{other}"

            def difference(mine: float | None, theirs: float | None) -> float | None:
                return None if mine is None or theirs is None else mine - 2 * theirs

            text = f"{{sql: `${{total}} - 2 * ${{{their}}}`, type: `number`}}"
            assert {own, their} <= measures.keys()  # noqa: S101 — every cube has both
            yield Measure(join.source, name, "number", text, inputs=(own, their), formula=difference)


# The same as text


def model(made: World) -> dict[str, str]:
    """The model's files."""
    return {f"{cube.name}.js": _cube_text(made, cube) for cube in made.cubes.values()}


def _cube_text(made: World, cube: Cube) -> str:
    guard = "SELECT * FROM {} WHERE ${{SECURITY_CONTEXT.tenant.filter('tenant')}}"
    sql = guard.format(cube.table) if cube.guarded else f"SELECT * FROM {cube.table}"
    sections: dict[str, list[str]] = {"joins": [], "dimensions": [], "measures": [], "segments": []}
    for join in made.joins:
        if join.source == cube.name:
            on = f"${{{join.child}}}.{_pointer(join.parent)} = ${{{join.parent}}}.id"
            on = on.replace(f"${{{cube.name}}}", "${CUBE}")
            sections["joins"].append(f"{join.target}: {{relationship: `{join.relationship}`, sql: `{on}`}}")
    members: tuple[tuple[str, Mapping[str, Dimension | Measure]], ...] = (
        ("dimensions", made.dimensions), ("measures", made.measures), ("segments", made.segments),
    )  # fmt: skip
    for section, found in members:
        sections[section] += [f"{m.name}: {m.text}" for m in found.values() if m.cube == cube.name]
    parts = [f"  sql: `{sql}`,"]
    between = ",\n    "
    parts += [f"  {name}: {{\n    {between.join(texts)}\n  }}," for name, texts in sections.items() if texts]
    return f"cube(`{cube.name}`, {{\n" + "\n".join(parts) + "\n});\n"


def script(made: World) -> str:
    """The tables and their rows, as every engine reads them."""
    lines = []
    for cube in made.cubes.values():
        columns = ", ".join(f"{name} {kind}" for name, kind in cube.columns.items())
        lines.append(f"CREATE TABLE {cube.table} ({columns});")
        for row in cube.rows:
            values = ", ".join(_literal(row[name]) for name in cube.columns)
            lines.append(f"INSERT INTO {cube.table} VALUES ({values});")
    return "\n".join(lines)


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool | int):
        return str(value).upper()
    return "'" + str(value).replace("'", "''") + "'"


# Questions


def questions(made: World, count: int) -> tuple[Asked, ...]:
    """So many questions to a world."""
    chance = random.Random(made.number + 1_000_003)
    callers = chance.sample((*TENANTS, 3, [1, 2], None), 2)  # Cube compiles a model anew for each
    return tuple(_question(chance, made, chance.choice(callers)) for _ in range(count))


def _question(chance: random.Random, made: World, tenant: Any) -> Asked:
    near = chance.sample(list(made.cubes), min(len(made.cubes), chance.choice((1, 1, 2, 2, 2, 3))))
    measures = [m for m in made.measures.values() if m.cube in near]
    dimensions = [d for d in made.dimensions.values() if d.cube in near and d.type != "time"]
    query: dict[str, Any] = {}
    query["measures"] = [m.full for m in chance.sample(measures, chance.choice((0, 1, 1, 2, 3)))]
    query["dimensions"] = [d.full for d in chance.sample(dimensions, chance.choice((0, 1, 1, 2)))]
    if chance.random() < 0.35:
        query["timeDimensions"] = [_time(chance, chance.choice(near))]
    if chance.random() < 0.2:
        query["segments"] = [f"{chance.choice(near)}.{chance.choice(('settled', 'fresh'))}"]
    filters = [_filter(chance, chance.choice(dimensions)) for _ in range(chance.choice((0, 0, 0, 1, 1, 2)))]
    if len(filters) == 2 and chance.random() < 0.5:
        filters = [{chance.choice(("or", "and")): filters}]
    if chance.random() < 0.15 and measures:
        member = chance.choice(measures)
        operator = chance.choice(("gt", "lte", "equals", "set"))
        filters.append(
            {"member": member.full, "operator": operator, **({} if operator == "set" else {"values": ["1"]})}
        )
    if filters:
        query["filters"] = filters
    if chance.random() < 0.2:
        query["timezone"] = chance.choice(("America/Sao_Paulo", "Asia/Kolkata"))
    if not (
        query["measures"]
        or query["dimensions"]
        or any("granularity" in t for t in query.get("timeDimensions", ()))
    ):
        query["measures"] = [f"{near[0]}.count"]
    return Asked(query, {"tenant": tenant})


def _time(chance: random.Random, cube: str) -> dict[str, Any]:
    time: dict[str, Any] = {"dimension": f"{cube}.createdAt"}
    if chance.random() < 0.7:
        time["granularity"] = chance.choice(("day", "week", "month", "quarter", "hour"))
    if "granularity" not in time or chance.random() < 0.5:
        start = FIRST.date() + timedelta(days=chance.randint(-3, 40))
        time["dateRange"] = [start.isoformat(), (start + timedelta(days=chance.randint(0, 40))).isoformat()]
    return time


def _filter(chance: random.Random, member: Dimension) -> dict[str, Any]:
    asked: dict[str, Any] = {"member": member.full}
    match member.type:
        case "string":
            operator = chance.choice(
                ("equals", "notEquals", "contains", "notContains", "startsWith", "set", "notSet")
            )
            values = ["Oslo", "O'", "%", "paid", "o", "big"]
        case "number":
            operator, values = (
                chance.choice(("equals", "notEquals", "gt", "gte", "lt", "lte", "set")),
                ["1", "5"],
            )
        case _:
            operator, values = chance.choice(("equals", "notEquals", "set", "notSet")), ["true", "false"]
    asked["operator"] = operator
    if operator not in ("set", "notSet"):
        many = operator in ("equals", "notEquals", "contains", "notContains")
        asked["values"] = chance.sample(values, chance.choice((1, 1, 2)) if many else 1)
    return asked
