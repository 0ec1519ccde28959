// Hierarchies as a list with names, and as a map.
cube(`Places`, { sql: `select * from places`, dimensions: {
    code: { sql: `code`, type: `number`, primaryKey: true }, country: { sql: `country`, type: `string` }, city: { sql: `city`, type: `string` } },
  measures: { count: { type: `count` } },
  hierarchies: [{ name: `geo`, title: `Where`, levels: [country, city] }] });
