cube(`Sessions`, {
  sql: `SELECT * FROM sessions WHERE ${SECURITY_CONTEXT.player.requiredFilter((p) => `player_id = ${p}`)}`,
  measures: {
    count: { type: `count` },
    shards: { sql: `${CUBE}.player_id % 10`, type: `countDistinct` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
