const DEFAULTS = `{'realm': 1, 'region': 'eu'}`;

cube(`Lobbies`, {
  sql: `
    WITH filled AS (SELECT unnest(${DEFAULTS}), l.* FROM lobbies l)
    SELECT filled.id, filled.region FROM filled
    WHERE ${SECURITY_CONTEXT.realm.requiredFilter('filled.realm')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, region: { sql: `region`, type: `string` } },
});
