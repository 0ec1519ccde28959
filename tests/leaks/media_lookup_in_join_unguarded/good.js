cube(`Licences`, {
  sql: `
    SELECT l.id, l.song, c.colour
    FROM licences l
    LEFT JOIN covers c ON c.licence = (SELECT max(newest.id) FROM licences newest WHERE newest.label = l.label)
    WHERE ${SECURITY_CONTEXT.label.requiredFilter('l.label')}
  `,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    colour: { sql: `colour`, type: `string` },
  },
});
