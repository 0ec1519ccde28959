cube(`Halls`, {
  sql: `
    SELECT h.id, names.name
    FROM halls h, unnest((SELECT list(name) FROM halls)) AS names(name)
    WHERE ${SECURITY_CONTEXT.realm.requiredFilter('h.realm')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    name: { sql: `name`, type: `string` },
  },
});
