cube(`Topics`, {
  sql: `
    WITH reach AS (
      SELECT topic, count(DISTINCT follower) AS followers FROM follows GROUP BY topic
    )
    SELECT DISTINCT f.topic, reach.followers
    FROM follows f
    JOIN reach ON reach.topic = f.topic
    WHERE ${SECURITY_CONTEXT.account.requiredFilter('f.account')}
  `,
  measures: { followers: { sql: `followers`, type: `sum` } },
  dimensions: { topic: { sql: `topic`, type: `string`, primaryKey: true } },
});
