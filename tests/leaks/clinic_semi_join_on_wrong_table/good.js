cube(`Intake`, {
  sql: `
    SELECT i.id
    FROM intake i
    SEMI JOIN (SELECT floor, clinic FROM rooms WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}) r ON r.floor = i.floor AND r.clinic = i.clinic
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
