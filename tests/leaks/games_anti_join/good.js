cube(`HealthyServers`, {
  sql: `
    SELECT s.id
    FROM servers s
    LEFT JOIN outages o ON o.server = s.id AND o.studio = s.studio
    WHERE o.server IS NULL AND ${SECURITY_CONTEXT.studio.requiredFilter('s.studio')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
