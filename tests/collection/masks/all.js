// Members that some groups see masked.
cube(`Patients`, {
  sql_table: `patients`,
  measures: { count: { type: `count` }, age: { sql: `age`, type: `avg`, mask: -1 } },
  dimensions: {
    id: { sql: `id`, type: `number`, primary_key: true },
    name: { sql: `name`, type: `string`, mask: `***` },
    ward: { sql: `ward`, type: `string` },
  },
  access_policy: [
    { group: `doctor`, row_level: { allow_all: true } },
    { group: `*`, member_level: { includes: `*` }, member_masking: { includes: `*`, excludes: [`ward`, `count`] },
      row_level: { filters: [{ member: `ward`, operator: `equals`, values: [`north`] }] } },
  ],
});
view(`Wards`, {
  cubes: [{ join_path: Patients, includes: [`ward`, `count`] }],
  access_policy: [{ group: `nurse`, row_level: { filters: [{ member: `ward`, operator: `set` }] } }],
});
