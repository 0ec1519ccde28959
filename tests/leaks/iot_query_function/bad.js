cube(`Alarms`, {
  sql: `
    SELECT a.id
    FROM plants p
    LEFT JOIN query('SELECT id, plant FROM alarms') AS a ON a.plant >= p.plant
    WHERE ${SECURITY_CONTEXT.plant.requiredFilter('p.plant')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
