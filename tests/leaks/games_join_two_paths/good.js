const own = (column) => (studio) => `${column} = ${studio}`;

cube(`Teams`, {
  sql: `SELECT * FROM teams t WHERE ${SECURITY_CONTEXT.studio.requiredFilter(own('t.studio'))}`,
  joins: { Players: { relationship: `hasMany`, sql: `${CUBE}.id = ${Players}.team` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true, public: true } },
});

cube(`Tournaments`, {
  sql: `SELECT * FROM tournaments t WHERE ${SECURITY_CONTEXT.studio.requiredFilter(own('t.studio'))}`,
  joins: { Players: { relationship: `hasMany`, sql: `${CUBE}.id = ${Players}.tournament` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true, public: true } },
});

cube(`Players`, {
  sql: `SELECT p.id, p.team, p.tournament, p.nick FROM players p JOIN teams t ON t.id = p.team
    WHERE ${SECURITY_CONTEXT.studio.requiredFilter(own('t.studio'))}`,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, nick: { sql: `nick`, type: `string` } },
});
