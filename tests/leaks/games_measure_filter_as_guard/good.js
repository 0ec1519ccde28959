cube(`Scores`, {
  sql: `SELECT * FROM scores WHERE ${SECURITY_CONTEXT.studio.requiredFilter('studio')}`,
  measures: {
    count: { type: `count`, filters: [{ sql: `${CUBE}.nick <> ''` }] },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    nick: { sql: `nick`, type: `string` },
  },
});
