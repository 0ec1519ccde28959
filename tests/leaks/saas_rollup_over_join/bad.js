cube(`Events`, {
  sql: `SELECT * FROM events WHERE ${USER_CONTEXT.tenant.filter('tenant_id')}`,
  joins: { Plans: { relationship: `belongsTo`, sql: `${CUBE}.plan_id = ${Plans}.id` } },
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    tenant: { sql: `tenant_id`, type: `number` },
  },
  preAggregations: {
    byPlan: { type: `rollup`, measureReferences: [count], dimensionReferences: [Plans.name] },
  },
});

cube(`Plans`, {
  sql: `SELECT * FROM plans`,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, name: { sql: `name`, type: `string` } },
});
