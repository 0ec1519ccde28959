"""What properties become in the IR: typed, with full names for references and intervals taken apart."""

from lowering import dump, lowered, model, said

from cubeproof.lower import ir
from cubeproof.lower import operators as lower_operators
from cubeproof.request import operators as request

TEXT = """
cube(`Orders`, {
  sql: `SELECT * FROM orders`,
  refreshKey: { every: `10 minutes`, sql: `SELECT max(at) FROM orders` },
  rewriteQueries: true,
  joins: [{ name: `Users`, relationship: `many_to_one`, sql: `${CUBE}.user_id = ${Users}.id` }],
  measures: {
    count: { type: `count`, drillMembers: [status, Users.city, 'raw'], drillFilters: [{ sql: `${CUBE}.a > 1` }] },
    week: { type: `sum`, sql: `a`, rollingWindow: { trailing: `7 days`, leading: `unbounded`, offset: `start` } },
    year: { type: `sum`, sql: `a`, rolling_window: { type: `year_to_date` } },
    share: {
      type: `number`, sql: `${count}`, multi_stage: true, group_by: [status], reduceBy: [Users.city],
      timeShift: [{ timeDimension: CUBE.at, interval: `1 year`, type: `prior` }],
      orderBy: [{ sql: `${count}`, dir: `desc` }], grain: { keepOnly: [status] },
      filter: { mode: `fixed`, exclude: [status] },
    },
    spent: {
      type: `number`, multiStage: true,
      case: { switch: CUBE.currency, when: [{ value: `EUR`, sql: `${week}` }], else: { sql: `0` } },
    },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    status: { sql: `status`, type: `string`, mask: { sql: `left(${CUBE}.status, 1)` }, aliases: [`state`] },
    currency: { type: `switch`, values: [`EUR`, `USD`] },
    at: { sql: `at`, type: `time`, granularities: { half: { interval: `6 months`, title: `Half` } } },
  },
  preAggregations: {
    daily: {
      measures: [CUBE.count, `week`], dimensions: [status], time_dimension: at, granularity: `half`,
      partitionGranularity: `month`, refreshKey: { every: `1 hour`, incremental: true, updateWindow: `7 days` },
      indexes: { by: { columns: [status] } }, buildRangeStart: { sql: `SELECT 1` },
      outputColumnTypes: [{ member: CUBE.status, type: `TEXT` }],
    },
    both: { type: `rollupJoin`, measures: [count], dimensions: [status], rollups: [CUBE.daily, Users.all] },
  },
  accessPolicy: [
    {
      groups: [`a`, `b`], conditions: [{ if: securityContext.level > 3 }],
      rowLevel: { filters: [{ or: [
        { member: status, operator: `not_equals`, values: [securityContext.a.b, `x`, null] },
        { member: `${CUBE}.id`, operator: `in`, values: security_context.ids },
      ] }] },
      memberLevel: { includes: `*`, excludes: [`status`] }, memberMasking: { includes: [`status`] },
    },
    { role: `old`, rowLevel: { allowAll: true } },
  ],
});
cube(`Users`, {
  sql: `SELECT * FROM users`,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, city: { sql: `city`, type: `string` } },
  preAggregations: { all: { dimensions: [city] } },
});
"""
FOUND, SAID = lowered(TEXT)
ORDERS = FOUND.cubes["Orders"]


def test_the_model_has_one_thing_that_the_newest_version_refuses() -> None:
    assert ["E280 `role` is not accepted by Cube 1.7"] == said(SAID)


def test_windows_are_bounds() -> None:
    week, year = ORDERS.measures["week"].rolling_window, ORDERS.measures["year"].rolling_window
    assert week is not None
    assert year is not None
    assert ("fixed", ir.Interval("7 days", ((7, "day"),)), "unbounded", "start", None) == (
        week.type, week.trailing, week.leading, week.offset, week.granularity,
    )  # fmt: skip
    assert ("to_date", None, None, "end", "year") == (
        year.type,
        year.trailing,
        year.leading,
        year.offset,
        year.granularity,
    )


def test_stages_hold_full_names() -> None:
    stages = ORDERS.measures["share"].stages
    assert stages is not None
    assert stages.grain is not None
    assert stages.filter is not None
    assert (("Orders.status",), ("Users.city",), None) == (
        stages.group_by,
        stages.reduce_by,
        stages.add_group_by,
    )
    (shift,) = stages.time_shift
    assert ("Orders.at", "1 year", "prior") == (
        shift.time_dimension,
        shift.interval and shift.interval.text,
        shift.type,
    )
    assert [("<Orders.count>", True)] == [(dump(order.sql), order.descending) for order in stages.order_by]
    assert (("Orders.status",), True) == (stages.grain.keep_only, stages.filter.fixed)


def test_a_switch_names_its_dimension_and_the_sql_of_each_value() -> None:
    stages = ORDERS.measures["spent"].stages
    assert stages is not None
    assert stages.case is not None
    assert stages.case.otherwise is not None
    assert ("Orders.currency", [("EUR", "<Orders.week>")], "0") == (
        stages.case.switch, [(value, dump(text)) for value, text in stages.case.whens], dump(stages.case.otherwise),
    )  # fmt: skip
    assert ("EUR", "USD") == ORDERS.dimensions["currency"].values


def test_members_keep_masks_aliases_and_drill_members() -> None:
    status = ORDERS.dimensions["status"]
    assert (("state",), "left(<cube Orders>.status, 1)") == (status.aliases, dump(status.mask))  # type: ignore[arg-type]
    assert ("Orders.status", "Users.city", "raw") == ORDERS.measures["count"].drill_members
    assert ["<cube Orders>.a > 1"] == [dump(text) for text in ORDERS.measures["count"].drill_filters]


def test_granularities_keep_what_is_written_beside_what_it_means() -> None:
    half = ORDERS.dimensions["at"].granularities["half"]
    assert ("Half", {"interval": "6 months"}, 6) == (half.title, half.texts, half.months)


def test_pre_aggregations_name_members_in_full() -> None:
    daily, both = ORDERS.pre_aggregations["daily"], ORDERS.pre_aggregations["both"]
    assert ("rollup", ("Orders.count", "Orders.week"), ("Orders.status",), (("Orders.at", "half"),)) == (
        daily.type, daily.measures, daily.dimensions, daily.time_dimensions,
    )  # fmt: skip
    assert ("month", ("Orders.status",), (("Orders.status", "TEXT"),)) == (
        daily.partition_granularity, daily.indexes["by"].columns, daily.output_column_types,
    )  # fmt: skip
    assert daily.refresh_key is not None
    assert daily.build_range_start is not None
    assert ("1 hour", True, "7 days") == (
        daily.refresh_key.every,
        daily.refresh_key.incremental,
        daily.refresh_key.update_window,
    )
    assert ("Orders.daily", "Users.all") == both.rollups


def test_cubes_keep_their_refresh_key_and_flags() -> None:
    assert ORDERS.refresh_key is not None
    assert ("10 minutes", True, False) == (ORDERS.refresh_key.every, ORDERS.rewrite_queries, ORDERS.calendar)
    assert FOUND.cubes["Users"].policies is None


def test_policies_hold_claims_and_constants() -> None:
    assert ORDERS.policies is not None
    policy, old = ORDERS.policies
    assert (("a", "b"), ("old",), None, None, ()) == (
        policy.groups,
        old.groups,
        old.rows,
        old.members,
        old.masked,
    )
    assert policy.members is not None
    assert "status" not in policy.members
    assert "count" in policy.members
    assert ("status",) == policy.masked
    ((group),) = policy.rows or ()
    assert isinstance(group, ir.PolicyGroup)
    assert group.any
    first, second = group.filters
    assert isinstance(first, ir.PolicyFilter)
    assert isinstance(second, ir.PolicyFilter)
    assert ("Orders.status", "notEquals", "Orders.id", "in") == (
        first.member,
        first.operator,
        second.member,
        second.operator,
    )
    assert isinstance(first.values, tuple)
    assert isinstance(second.values, ir.Claim)
    claim, constant, null = first.values
    assert isinstance(claim, ir.Claim)
    assert (("a", "b"), "x", None, ("ids",)) == (claim.path, constant, null, second.values.path)
    (condition,) = policy.conditions
    assert [True, False, False] == [condition.holds(claims) for claims in ({"level": 4}, {"level": 3}, {})]


def test_policies_of_parent_and_child_add_up() -> None:
    parent = "cube(`P`, { sql: `SELECT 1`, accessPolicy: [{group: `a`}], dimensions: { d: { sql: `d`, type: `string` } } });"
    child = "cube(`C`, { extends: P, accessPolicy: [{group: `b`, memberLevel: {includes: [`d`]}}] });"
    found = model(parent + child).cubes["C"].policies
    assert found is not None
    assert [("a",), ("b",)] == [policy.groups for policy in found]


def test_what_is_broken_is_said_once_and_nothing_that_follows_from_it() -> None:
    _, found = lowered("""
cube(`A`, {
  extends: Nope,
  joins: { B: { relationship: `hasMany`, sql: `${CUBE}.id = ${B}.a` } },
  measures: { x: { sql: `${y} / ${CUBE.z}`, type: `number`, drillMembers: [q, CUBE.r] } },
  preAggregations: { p: { measures: [CUBE.t, u], dimensions: [v], timeDimension: CUBE.w, granularity: `half` } },
  accessPolicy: [{ group: `a`, memberLevel: { includes: [`q`] }, rowLevel: { filters: [{ member: q, operator: `set` }] } }],
});
cube(`B`, {
  sql: `SELECT 1`,
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true }, d: { sql: `${A.d}`, type: `string` }, t: { sql: `t`, type: `tme` },
  },
  measures: { n: { type: `count`, drillMembers: [id, t] } },
  preAggregations: { p: { measures: [CUBE.n], timeDimension: CUBE.t, granularity: `day` } },
});""")
    assert ["E200 `Nope` is not defined", "E246 `type` cannot be `tme`"] == sorted(said(found))


def test_filters_of_a_model_know_the_operators_of_a_query() -> None:
    assert set(request.OPERATORS) == set(lower_operators.OPERATORS.values())
    assert all(
        name == request.operator_name(spelling) for spelling, name in lower_operators.OPERATORS.items()
    )
