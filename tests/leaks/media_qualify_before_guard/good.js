cube(`Charts`, {
  sql: `
    SELECT top.song FROM (
      SELECT * FROM charts WHERE ${USER_CONTEXT.label.filter('label')} QUALIFY rank() OVER (ORDER BY plays DESC) <= 3
    ) AS top
    WHERE top.song <> ''
  `,
  measures: { count: { type: `count` } },
  dimensions: { song: { sql: `song`, type: `string`, primaryKey: true } },
});
