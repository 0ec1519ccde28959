cube(`Readings`, {
  sql: `
    SELECT * FROM readings
    WHERE id > 0 /* only real sensors */
      AND ${SECURITY_CONTEXT.plantId.requiredFilter('plant_id')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
