cube(`Vessels`, {
  sql: `
    SELECT v.id, v.name
    FROM docks d, vessels v
    WHERE d.port = v.port AND ${SECURITY_CONTEXT.port.requiredFilter('d.port')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    name: { sql: `name`, type: `string` },
  },
});
