cube(`Workers`, {
  sql: `
    SELECT w.id, w.name
    FROM workers w
    WHERE EXISTS (SELECT 1 FROM leads l WHERE l.worker = w.id AND ${SECURITY_CONTEXT.person.requiredFilter('l.leader')})
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    name: { sql: `name`, type: `string` },
  },
});
