"""Laziness is a table of paths, and lexical: the place in the source decides."""

import pytest

from cubeproof.evaluate.laziness import camel_case, is_lazy, scan
from cubeproof.parse import ast, parse
from cubeproof.source import Source


def lazies(text: str) -> list[str]:
    """The values that are lazy, as typed, in order."""
    file = parse(Source("A.js", text)).value
    found = scan(file).lazies
    todo: list[object] = list(file.body)
    spans = []
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Property) and id(node) in found:
            spans.append((node.value.span.start, node.value.span.end))
        if isinstance(node, ast.Node):
            todo.extend(getattr(node, field) for field in node.__struct_fields__)
        elif isinstance(node, tuple):
            todo.extend(node)
    return [text[start:end] for start, end in sorted(spans)]


@pytest.mark.parametrize(
    "path",
    [
        "sql", "sqlTable", "extends", "contextMembers", "includes", "excludes", "meta.sql", "refreshKey.sql",
        "joins.Users.sql", "joins.0.sql", "measures.count.sql", "measures.count.filters.0.sql",
        "measures.count.drillMembers", "measures.count.drillMemberReferences", "measures.m.orderBy.0.sql",
        "measures.m.timeShift.0.timeDimension", "measures.m.reduceBy", "measures.m.groupBy", "measures.m.addGroupBy",
        "dimensions.d.case.when.0.sql", "dimensions.d.case.when.0.label.sql", "dimensions.d.case.else.label.sql",
        "dimensions.d.latitude.sql", "dimensions.d.longitude.sql", "segments.s.sql", "hierarchies.0.levels",
        "preAggregations.main.measures", "preAggregations.main.dimensions", "preAggregations.main.timeDimension",
        "preAggregations.main.measureReferences", "preAggregations.main.timeDimensionReference",
        "preAggregations.main.segments", "preAggregations.main.rollups", "preAggregations.main.indexes.i.columns",
        "preAggregations.main.timeDimensions.0.dimension", "preAggregations.main.buildRangeStart.sql",
        "preAggregations.main.outputColumnTypes.0.member", "cubes.0.joinPath", "folders.0.includes.0.joinPath",
        "accessPolicy.0.conditions.0.if", "accessPolicy.0.rowLevel.filters.0.member",
        "accessPolicy.0.rowLevel.filters.0.values", "accessPolicy.0.rowLevel.filters.0.or.1.values",
        "measures.m.case.switch", "measures.m.filter.exclude", "measures.m.filter.keepOnly", "measures.m.mask.sql",
        "dimensions.d.filter.keepOnly", "measures.m.grain.include", "measures.m.grain.exclude", "dimensions.d.case.switch",
        "dimensions.d.key", "dimensions.d.mask.sql", "dimensions.d.links.0.url", "dimensions.d.links.0.params.1.value",
        "dimensions.d.timeShift.0.sql", "dimensions.d.granularities.month.sql", "views", "viewGroup", "viewGroups",
        "hierarchies.h.levels", "defaultFilters.0.member", "defaultFilters.0.values", "defaultFilters.0.unless",
    ],
)  # fmt: skip
def test_a_property_that_refers_is_lazy(path: str) -> None:
    assert is_lazy(tuple(path.split(".")))


@pytest.mark.parametrize(
    "path",
    [
        "title", "measures", "dimensions", "mysql", "meta.mysql", "measures.count.type", "drillMembers",
        "measures.drillMembers", "dimensions.d.drillMembers", "preAggregations.measures", "meta.measures",
        "preAggregations.main.granularity", "measures.0.drillMembers", "cubes.joinPath", "cubes.0.includes",
        "cubes.0.excludes", "meta.includes", "meta.extends", "accessPolicy.0.group", "dimensions.d.case.when.0.label",
        "accessPolicy.0.memberLevel.includes", "measures.m.filter.include", "dimensions.d.grain.include",
        "preAggregations.main.indexes.i.type", "sql.x", "measures.sqlTable.type", "segments.s.title",
    ],
)  # fmt: skip
def test_any_other_property_is_not(path: str) -> None:
    assert not is_lazy(tuple(path.split(".")))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("drill_members", "drillMembers"),
        ("sqlTable", "sqlTable"),
        ("sql", "sql"),
        ("_x", "_x"),
        ("a__b", "aB"),
    ],
)
def test_keys_are_compared_in_camel_case(key: str, expected: str) -> None:
    assert expected == camel_case(key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cube(`A`, {sql: `x`, title: 'y'})", ["`x`"]),
        ("cube({sql: `x`})", ["`x`"]),
        ("view('V', {cubes: [{join_path: A.B, includes: ['x']}]})", ["A.B"]),
        ("context('C', {contextMembers: [A]})", ["[A]"]),
        ("cube('A', {'sql': 1, ['sqlTable']: 2})", ["1"]),
        ("cube('A', {measures: {m: {drill_members: [a]}}})", ["[a]"]),
        ("cube('A', {measures: {[n]: {drillMembers: [a], sql: b}}})", ["[a]", "b"]),
        ("cube('A', {...base({sql: `x`}), dimensions: list.map(n => ({sql: n}))})", ["`x`", "n"]),
        (
            "cube('A', {dimensions: l.reduce((a, n) => { return {...a, [n]: {sql: n}} }, {z: {sql: 1}})})",
            ["n", "1"],
        ),
        ("cube('A', on ? {sql: 1} : {sql: 2})", ["1", "2"]),
        ("cube('A', {cubes: names.map(n => ({joinPath: n}))})", []),
        ("cube('A', {meta: {sql: {sql: 1}}})", ["{sql: 1}", "1"]),
        ("names.forEach(n => cube(n, {sql: n}))", ["n"]),
        ("cube({sql: 1}, {title: 2})", []),
        ("const common = {sql: 1}\ncube('A', {...common})", []),
        ("tube('A', {sql: 1})", []),
        ("cube('A', {extends: B, sql})", ["B", "sql"]),
    ],
)
def test_the_place_in_the_source_decides(text: str, expected: list[str]) -> None:
    assert expected == lazies(text)
