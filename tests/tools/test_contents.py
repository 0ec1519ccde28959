"""The collection of models has every construct that public models have, and every property that Cube knows."""

import contents
from meta_differential import CLAIMS, projects

INTERPOLATED = (
    "CUBE", "TABLE", "CUBE.…", "Name", "Member", "Call", "….sql()", "….filter()", "….requiredFilter()", "….convertTz()",
    "Conditional", "Binary", "Logical", "Array", "Template",
)  # fmt: skip
CONSTRUCTS = {
    *contents.CONSTRUCTS,
    *contents.LEXICAL,
    *(f".{name}" for name in contents.METHODS),
    *contents.STATIC,
    *(f"${{{shape}}}" for shape in INTERPOLATED),
    "cube inside a function or loop",
    "template inside a template",
    "JSON.parse",
    "JSON.stringify",
}
MEMBER = "title description public shown meta aliases"
CUBE = f"""
sql sqlTable sqlAlias {MEMBER.replace("aliases", "")} extends dataSource rewriteQueries calendar
refreshKey refreshKey.sql refreshKey.every refreshKey.timezone refreshKey.immutable
joins.*.relationship joins.*.sql joins.name
measures.*.type measures.*.sql measures.*.filters.sql measures.*.drillMembers measures.*.drillMemberReferences
measures.*.drillFilters.sql measures.*.format measures.*.currency measures.*.cumulative measures.*.mask
measures.*.rollingWindow.trailing measures.*.rollingWindow.leading measures.*.rollingWindow.offset
measures.*.rollingWindow.type measures.*.rollingWindow.granularity measures.*.visible
measures.*.multiStage measures.*.groupBy measures.*.reduceBy measures.*.addGroupBy measures.*.orderBy.sql
measures.*.orderBy.dir measures.*.timeShift.interval measures.*.timeShift.type measures.*.timeShift.timeDimension
measures.*.timeShift.name measures.*.grain.keepOnly measures.*.filter.mode measures.*.case.switch
measures.*.case.when.value measures.*.case.else.sql
dimensions.*.type dimensions.*.sql dimensions.*.primaryKey dimensions.*.subQuery
dimensions.*.propagateFiltersToSubQuery dimensions.*.latitude.sql dimensions.*.longitude.sql
dimensions.*.case.when.sql dimensions.*.case.when.label dimensions.*.case.when.label.sql dimensions.*.case.else.label
dimensions.*.format dimensions.*.format.type dimensions.*.format.label dimensions.*.suggestFilterValues
dimensions.*.enableSuggestions dimensions.*.valuesAsSegments dimensions.*.fieldType dimensions.*.granularities.*.interval
dimensions.*.granularities.*.origin dimensions.*.granularities.*.offset dimensions.*.granularities.*.title
dimensions.*.granularities.*.sql dimensions.*.order dimensions.*.key dimensions.*.links.name dimensions.*.links.url
dimensions.*.mask.sql dimensions.*.currency dimensions.*.values dimensions.*.timeShift.interval
segments.*.sql
hierarchies.*.title hierarchies.*.levels hierarchies.name
preAggregations.*.type preAggregations.*.measures preAggregations.*.measureReferences preAggregations.*.dimensions
preAggregations.*.dimensionReferences preAggregations.*.segments preAggregations.*.segmentReferences
preAggregations.*.timeDimension preAggregations.*.timeDimensionReference preAggregations.*.rollups
preAggregations.*.rollupReferences preAggregations.*.granularity preAggregations.*.timeDimensions.dimension
preAggregations.*.partitionGranularity preAggregations.*.refreshKey.every preAggregations.*.refreshKey.incremental
preAggregations.*.refreshKey.updateWindow preAggregations.*.scheduledRefresh preAggregations.*.external
preAggregations.*.useOriginalSqlPreAggregations preAggregations.*.indexes.*.columns preAggregations.*.indexes.*.type
preAggregations.*.refreshRangeStart.sql preAggregations.*.refreshRangeEnd.sql preAggregations.*.buildRangeStart.sql
preAggregations.*.buildRangeEnd.sql preAggregations.*.uniqueKeyColumns preAggregations.*.readOnly
preAggregations.*.streamOffset preAggregations.*.outputColumnTypes.member preAggregations.*.allowNonStrictDateRangeMatch
preAggregations.*.unionWithSourceData preAggregations.*.sqlAlias
accessPolicy.group accessPolicy.groups accessPolicy.role accessPolicy.conditions.if accessPolicy.rowLevel.filters.member
accessPolicy.rowLevel.filters.operator accessPolicy.rowLevel.filters.values accessPolicy.rowLevel.filters.or
accessPolicy.rowLevel.filters.and accessPolicy.rowLevel.allowAll accessPolicy.memberLevel.includes
accessPolicy.memberLevel.excludes accessPolicy.memberMasking.includes accessPolicy.memberMasking.excludes
"""
VIEW = """
cubes.joinPath cubes.includes cubes.includes.name cubes.includes.alias cubes.includes.title cubes.includes.description
cubes.includes.format cubes.includes.meta cubes.excludes cubes.prefix cubes.alias cubes.split includes excludes
public title description meta folders.name folders.includes accessPolicy defaultFilters extends
"""
EACH = tuple(f"{kind}.*.{key}" for kind in ("measures", "dimensions", "segments") for key in MEMBER.split())


def test_every_construct_of_public_models_occurs() -> None:
    found = {
        name for files in projects().values() for text in files.values() for name in contents.constructs(text)
    }
    assert sorted(CONSTRUCTS - found) == []


def test_every_property_of_a_cube_occurs() -> None:
    known = {f"cube.{path}" for path in (*CUBE.split(), *EACH)} | {f"view.{path}" for path in VIEW.split()}
    found = {path for files in projects().values() for path in contents.properties(files, CLAIMS)}
    assert sorted(known - found) == []


def test_there_are_many_files() -> None:
    assert sum(map(len, projects().values())) >= 150
