// require with destructuring, path from the root.
const { upper } = require('./lib/texts');
cube(`Texts`, { sql: `select * from ${'t'}`, measures: { count: { type: `count`, title: upper('rows') } } });
