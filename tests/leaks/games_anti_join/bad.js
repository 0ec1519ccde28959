cube(`HealthyServers`, {
  sql: `
    SELECT s.id
    FROM servers s
    LEFT JOIN outages o ON o.server = s.id AND ${SECURITY_CONTEXT.studio.requiredFilter('o.studio')}
    WHERE o.server IS NULL
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
