const atHub = (hub) => `hub = ${hub}`;

cube(`Movements`, {
  sql: `
    (SELECT id, 'in' AS kind FROM inbound WHERE ${SECURITY_CONTEXT.hub.requiredFilter(atHub)})
    UNION ALL
    (SELECT id, 'out' AS kind FROM outbound WHERE ${SECURITY_CONTEXT.hub.requiredFilter(atHub)} AND id > 0)
    UNION ALL
    (SELECT id, 'back' AS kind FROM returns WHERE ${SECURITY_CONTEXT.hub.requiredFilter(atHub)})
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, kind: { sql: `kind`, type: `string` } },
});
