const taught = (alias) => `NOT ${alias}.cancelled`;

cube(`Lessons`, {
  sql: `SELECT l.* FROM lessons l WHERE ${taught('l')} AND ${USER_CONTEXT.school_id.filter('l.school_id')}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
