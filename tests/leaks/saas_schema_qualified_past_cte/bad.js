cube(`Leads`, {
  sql: `
    WITH leads AS (
      SELECT * FROM crm.leads WHERE ${SECURITY_CONTEXT.org.requiredFilter('org')}
    )
    SELECT l.id FROM crm.leads l WHERE (SELECT count(*) FROM leads) > 0
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
