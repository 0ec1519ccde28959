cube(`Tickets`, {
  sql: `
    SELECT t.id, t.subject, (SELECT count(*) FROM (SELECT id, tenant_id FROM tickets WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}
                             ORDER BY opened_at DESC LIMIT 2) newest) AS recent
    FROM tickets t
    WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('t.tenant_id')}
  `,
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    recent: { sql: `recent`, type: `number` },
  },
});
