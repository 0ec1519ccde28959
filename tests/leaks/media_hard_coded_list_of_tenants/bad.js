const PILOT_NETWORKS = [11, 12];

cube(`Episodes`, {
  sql: `SELECT e.* FROM episodes e WHERE e.network IN (${PILOT_NETWORKS.join(', ')})`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    title: { sql: `title`, type: `string` },
  },
});
