const conditions = [`id > 0`, `1 = 1`];

cube(`boards`, {
  sql: `
    SELECT * FROM boards
    WHERE (${SECURITY_CONTEXT.team.requiredFilter('team')} AND ${conditions.join(' AND ')})
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true } },
});
