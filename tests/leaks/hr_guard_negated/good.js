cube(`employees`, {
  sql: `SELECT * FROM employees WHERE NOT terminated AND ${SECURITY_CONTEXT.company_id.requiredFilter('company_id')}`,

  measures: {
    headcount: { sql: `employee_id`, type: `count_distinct` },
  },

  dimensions: {
    employee_id: { sql: `employee_id`, type: `number`, primary_key: true },
  },
});
