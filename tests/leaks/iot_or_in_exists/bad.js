cube(`Gateways`, {
  sql: `
    SELECT g.id FROM gateways g
    WHERE EXISTS (
      SELECT 1 FROM attached a
      WHERE a.gateway = g.id AND (${SECURITY_CONTEXT.customer.requiredFilter('a.customer')} OR a.is_public)
    )
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
