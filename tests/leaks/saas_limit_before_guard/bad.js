cube(`Tickets`, {
  sql: `
    SELECT t.id, t.subject, (SELECT count(*) FROM (SELECT id, tenant_id FROM tickets ORDER BY opened_at DESC LIMIT 2) newest
                             WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('newest.tenant_id')}) AS recent
    FROM tickets t
    WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('t.tenant_id')}
  `,
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    recent: { sql: `recent`, type: `number` },
  },
});
