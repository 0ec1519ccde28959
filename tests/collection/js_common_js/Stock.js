// Stock of the last days.
const { days, table } = require('./lib');
cube(`Stock`, {
  sql: `select * from ${table('stock')} where day > current_date - ${days}`,
  measures: { count: { type: `count` }, pieces: { sql: `pieces`, type: `sum` } },
  dimensions: { item: { sql: `item`, type: `string` }, day: { sql: `day`, type: `time` } },
});
