cube(`Leads`, {
  sql: `
    WITH leads AS (
      SELECT * FROM crm.leads WHERE ${SECURITY_CONTEXT.org.requiredFilter('org')}
    )
    SELECT l.id FROM leads l WHERE l.id > 0
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
