cube(`Intake`, {
  sql: `
    SELECT i.id
    FROM intake i
    SEMI JOIN (SELECT floor FROM rooms WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}) r ON r.floor = i.floor
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
