cube(`Payslips`, {
  sql: `
    SELECT id, employee
    FROM payslips p
    WHERE ${SECURITY_CONTEXT.employee.requiredFilter('p.employee')} AND CASE WHEN p.is_manager THEN p.id > 2 ELSE true END
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
