// The same in snake case.
cube(`wages`, { sql_table: `wages`, measures: { count: { type: `count` } }, dimensions: { team: { sql: `team`, type: `string` } },
  access_policy: [{ group: `payroll`, row_level: { filters: [{ member: `team`, operator: `equals`, values: [`a`, `b`] }] }, member_level: { includes: `*` } }] });
