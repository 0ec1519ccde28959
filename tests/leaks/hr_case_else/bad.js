cube(`Payslips`, {
  sql: `
    SELECT id, employee
    FROM payslips p
    WHERE CASE WHEN p.is_manager THEN ${SECURITY_CONTEXT.employee.requiredFilter('p.employee')} ELSE true END
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
