cube(`Documents`, {
  sql: `
    SELECT * FROM documents
    WHERE EXISTS (
      SELECT 1 FROM members
      WHERE members.team_id = documents.team_id AND ${SECURITY_CONTEXT.person.requiredFilter('person')}
    )
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
