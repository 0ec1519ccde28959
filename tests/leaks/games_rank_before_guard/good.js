cube(`Ladder`, {
  sql: `
    SELECT * FROM (
      SELECT player, studio_id, points, rank() OVER (ORDER BY points DESC) AS place FROM ladder
      WHERE ${SECURITY_CONTEXT.studio_id.requiredFilter('studio_id')}
    ) ranked
    WHERE ranked.points > 0
  `,
  dimensions: {
    player: { sql: `player`, type: `string`, primaryKey: true },
    place: { sql: `place`, type: `number` },
  },
});
