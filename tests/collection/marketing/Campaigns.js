// A number for each campaign that comes from another cube.
cube(`Campaigns`, {
  sql: `SELECT * FROM campaigns`,
  joins: { Sessions: { relationship: `hasMany`, sql: `${CUBE}.id = ${Sessions}.campaign_id` } },
  measures: { count: { type: `count` }, averageSessions: { sql: `${sessions}`, type: `avg` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    sessions: { sql: `${Sessions.count}`, type: `number`, subQuery: true, propagateFiltersToSubQuery: true },
    size: { type: `string`, case: { when: [{ sql: `${sessions} > 100`, label: `big` }], else: { label: `small` } } },
  },
});
