cube(`runs`, {
  sql_table: `runs`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primary_key: true, public: true },
    workspace: { sql: `workspace`, type: `string` },
  },
  access_policy: [
    { group: `*`, row_level: { filters: [{ member: `workspace`, operator: `equals`, values: [securityContext.workspace] }] } },
  ],
});
