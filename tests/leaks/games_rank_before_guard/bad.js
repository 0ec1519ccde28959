cube(`Ladder`, {
  sql: `
    SELECT * FROM (
      SELECT player, studio_id, points, rank() OVER (ORDER BY points DESC) AS place FROM ladder
    ) ranked
    WHERE ${SECURITY_CONTEXT.studio_id.requiredFilter('ranked.studio_id')}
  `,
  dimensions: {
    player: { sql: `player`, type: `string`, primaryKey: true },
    place: { sql: `place`, type: `number` },
  },
});
