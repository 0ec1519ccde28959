cube(`Matches`, {
  sql: `
    WITH best AS (
      SELECT id, player_id, score FROM matches WHERE score > 1
    ), mine AS (
      SELECT id FROM players WHERE ${SECURITY_CONTEXT.studio.requiredFilter('studio_id')}
    )
    SELECT best.id, best.score FROM best LEFT JOIN mine ON mine.id = best.player_id
  `,
  measures: { top: { sql: `score`, type: `max` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
