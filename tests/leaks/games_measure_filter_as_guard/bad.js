cube(`Scores`, {
  sql: `SELECT * FROM scores`,
  measures: {
    count: { type: `count`, filters: [{ sql: `${SECURITY_CONTEXT.studio.filter('studio')}` }] },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    nick: { sql: `nick`, type: `string` },
  },
});
