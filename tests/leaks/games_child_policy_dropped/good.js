cube(`Loot`, {
  sql: `SELECT * FROM loot WHERE ${SECURITY_CONTEXT.studio.requiredFilter('studio')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true, public: true }, studio: { sql: `studio`, type: `string` } },
});

cube(`SharedLoot`, {
  extends: Loot,
  accessPolicy: [
    { group: `*`, rowLevel: { filters: [{ member: `studio`, operator: `equals`, values: [securityContext.studio] }] } },
  ],
});
