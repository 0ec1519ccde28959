cube(`reports`, {
  sql_table: `reports`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primary_key: true, public: true },
    school: { sql: `school`, type: `string` },
  },
  access_policy: [
    { group: `*`, row_level: { filters: [{ member: `school`, operator: `equals`, values: [securityContext.school] }] } },
  ],
});

view(`school_reports`, {
  cubes: [{ join_path: reports, includes: `*` }],
});
