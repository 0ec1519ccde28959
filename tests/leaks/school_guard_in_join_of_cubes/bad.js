cube(`Pupils`, {
  sql: `SELECT * FROM pupils`,
  joins: {
    Classes: {
      relationship: `belongsTo`,
      sql: `${CUBE}.class_id = ${Classes}.id AND ${SECURITY_CONTEXT.school.requiredFilter('school')}`,
    },
  },
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`Classes`, {
  sqlTable: `classes`,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, name: { sql: `name`, type: `string` } },
});
