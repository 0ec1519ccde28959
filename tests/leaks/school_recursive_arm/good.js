cube(`Groups`, {
  sql: `
    WITH RECURSIVE tree AS (
      SELECT g.id, g.parent_id FROM groups_of g
      WHERE g.parent_id IS NULL AND ${SECURITY_CONTEXT.school.requiredFilter('g.school_id')}
      UNION ALL
      SELECT c.id, c.parent_id FROM groups_of c JOIN tree ON tree.id = c.parent_id
      WHERE ${SECURITY_CONTEXT.school.requiredFilter('c.school_id')}
    )
    SELECT * FROM tree
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
