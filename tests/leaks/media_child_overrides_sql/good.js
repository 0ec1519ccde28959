cube(`Videos`, {
  sql: `SELECT * FROM videos WHERE ${SECURITY_CONTEXT.channel.requiredFilter('channel_id')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`LiveVideos`, {
  extends: Videos,
  sql: `SELECT * FROM ${Videos.sql()} AS v WHERE v.is_live`,
});
