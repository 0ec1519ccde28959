cube(`Vessels`, {
  sql: `
    SELECT v.id, v.name
    FROM docks d, vessels v
    WHERE d.id IS NOT NULL AND ${SECURITY_CONTEXT.port.requiredFilter('d.port')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    name: { sql: `name`, type: `string` },
  },
});
