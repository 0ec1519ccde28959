cube(`Persons`, {
  sql: `
    SELECT p.id, last.note
    FROM persons p
    LEFT JOIN LATERAL (
      SELECT v.note FROM visits v WHERE v.person = p.id ORDER BY v.day DESC LIMIT 1
    ) last ON true
    WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('p.clinic')}
  `,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, note: { sql: `note`, type: `string` } },
});

cube(`Visits`, {
  sql: `SELECT * FROM visits WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}`,
  measures: { count: { type: `count` } },
});
