cube(`Notes`, {
  sql: `SELECT * FROM notes WHERE (${SECURITY_CONTEXT.owner.requiredFilter('owner')} AND ${SECURITY_CONTEXT.mode.requiredFilter('mode')})`,
  segments: {
    plain: { sql: `${CUBE}.mode = 'x'` },
  },
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
