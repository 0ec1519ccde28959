// A cube without a name, extended by reference.
const Common = cube({ measures: { count: { type: `count` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Sub`, { extends: Common, sql: `select * from sub` });
