cube(`Charts`, {
  sql: `
    SELECT top.song FROM (
      SELECT * FROM charts QUALIFY rank() OVER (ORDER BY plays DESC) <= 3
    ) AS top
    WHERE ${USER_CONTEXT.label.filter('top.label')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { song: { sql: `song`, type: `string`, primaryKey: true } },
});
