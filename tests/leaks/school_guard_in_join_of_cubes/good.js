cube(`Pupils`, {
  sql: `
    SELECT p.* FROM pupils p JOIN classes c ON c.id = p.class_id
    WHERE ${SECURITY_CONTEXT.school.requiredFilter('c.school')}
  `,
  joins: {
    Classes: {
      relationship: `belongsTo`,
      sql: `${CUBE}.class_id = ${Classes}.id`,
    },
  },
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`Classes`, {
  sql: `SELECT * FROM classes WHERE ${SECURITY_CONTEXT.school.requiredFilter('school')}`,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, name: { sql: `name`, type: `string` } },
});
