// A cube for each region, made in a loop.
for (const region of ['north', 'south']) {
  cube(`Sales_${region}`, { sql: `select * from sales_${region}`, measures: { count: { type: `count` }, double: { sql: `2 * ${CUBE.count}`, type: `number` } }, dimensions: { day: { sql: `day`, type: `time` } } });
}
