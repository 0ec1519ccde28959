cube(`Cargo`, {
  sql: `
    SELECT c.* FROM cargo c
    WHERE ${SECURITY_CONTEXT.company.requiredFilter('c.company')} AND NOT EXISTS (
      SELECT 1 FROM denied d WHERE d.cargo = c.id AND ${SECURITY_CONTEXT.company.requiredFilter('d.company')}
    )
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
