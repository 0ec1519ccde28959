cube(`Vault`, {
  sql: `
    SELECT v.* FROM vault v
    WHERE v.branch IN (
      SELECT v.branch FROM staff s WHERE ${USER_CONTEXT.person.filter('s.person')}
    )
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true, shown: true } },
});
