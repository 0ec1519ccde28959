const fallback = 2;

cube(`Trips`, {
  sql: `SELECT id, coalesce(school, ${fallback}) AS school_or_none FROM trips WHERE ${USER_CONTEXT.school.filter((school) => `school = ${school}`)}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
