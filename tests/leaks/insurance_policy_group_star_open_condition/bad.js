cube(`risks`, {
  sql_table: `risks`,
  dimensions: {
    id: { sql: `id`, type: `number`, primary_key: true, public: true },
    office: { sql: `office`, type: `string` },
  },
  access_policy: [
    {
      group: `office`,
      row_level: { filters: [{ member: `office`, operator: `equals`, values: [securityContext.office] }] },
    },
    {
      group: `*`,
      conditions: [{ if: securityContext.beta }],
      member_level: { includes: `*` },
    },
  ],
});
