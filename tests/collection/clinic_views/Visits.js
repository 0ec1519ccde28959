// Views over a tree of joins: path, prefix, includes, excludes, alias.
cube(`Visits`, {
  sql: `select * from visits`,
  joins: {
    Doctors: { relationship: `manyToOne`, sql: `${CUBE}.doctor_id = ${Doctors}.id` },
    Rooms: { relationship: `has_one`, sql: `${CUBE}.room_id = ${Rooms}.id` }
  },
  measures: { count: { type: `count` }, minutes: { sql: `minutes`, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, at: { sql: `at`, type: `time` } }
});
cube(`Doctors`, { sql: `select * from doctors`, dimensions: {
  id: { sql: `id`, type: `number`, primaryKey: true }, name: { sql: `name`, type: `string` }, field: { sql: `field`, type: `string` } } });
cube(`Rooms`, { sql: `select * from rooms`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, floor: { sql: `floor`, type: `number` } } });
