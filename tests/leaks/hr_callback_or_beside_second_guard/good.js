const bossOrNobody = (boss) => `boss = ${boss} AND boss IS NOT NULL`;

cube(`LeaveRequests`, {
  sql: `
    SELECT *
    FROM leave_requests
    WHERE ${SECURITY_CONTEXT.boss.requiredFilter(bossOrNobody)}
      AND ${SECURITY_CONTEXT.firm.requiredFilter('firm')}
  `,
  measures: {
    count: { type: `count` },
    bosses: { sql: `boss`, type: `countDistinct` },
  },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
