cube(`reviews`, {
  sql: `SELECT * FROM reviews WHERE ${SECURITY_CONTEXT.company.requiredFilter('company_id')}`,

  measures: {
    count: { type: `count` },
  },

  dimensions: {
    id: { sql: `id`, type: `number`, primary_key: true },
    created_by: { sql: `created_by`, type: `number` },
  },
});
