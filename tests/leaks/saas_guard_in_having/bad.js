cube(`Usage`, {
  sql: `
    SELECT workspace, max(account_id) AS newest_account, sum(calls) AS calls
    FROM usage_events
    GROUP BY workspace
    HAVING sum(calls) > 0 OR ${USER_CONTEXT.account_id.filter('max(account_id)')}
  `,
  measures: { calls: { sql: `calls`, type: `max` } },
  dimensions: { workspace: { sql: `workspace`, type: `string`, primaryKey: true } },
});
