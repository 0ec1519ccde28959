cube(`RawStreams`, {
  sql: `SELECT * FROM streams WHERE ${SECURITY_CONTEXT.artist.requiredFilter('artist')}`,
  public: false,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`Streams`, {
  sql: `SELECT s.* FROM ${RawStreams.sql()} AS s WHERE s.id > 0`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
