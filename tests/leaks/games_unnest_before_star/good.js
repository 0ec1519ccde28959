const DEFAULTS = `{'region': 'eu'}`;

cube(`Lobbies`, {
  sql: `
    WITH filled AS (SELECT l.id, l.realm, unnest(${DEFAULTS}) FROM lobbies l)
    SELECT filled.id, filled.region FROM filled
    WHERE ${SECURITY_CONTEXT.realm.requiredFilter('filled.realm')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, region: { sql: `region`, type: `string` } },
});
