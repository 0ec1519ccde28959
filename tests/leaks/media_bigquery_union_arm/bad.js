const dataset = `analytics`;

cube(`events`, {
  sql: `
    SELECT event_id, property FROM \`${dataset}.events_2024\`
    WHERE ${SECURITY_CONTEXT.property.requiredFilter('property')}
    UNION ALL
    SELECT event_id, property FROM \`${dataset}.events_intraday\`
  `,
  measures: { count: { type: `count` } },
  dimensions: { event_id: { sql: `event_id`, type: `number`, primary_key: true } },
});
