// Hierarchies as a list.
cube(`Places`, { sql: `select * from places`,
  dimensions: { country: { sql: `country`, type: `string` }, city: { sql: `city`, type: `string` } },
  hierarchies: [{ name: `where`, title: `Where it is`, levels: [country, city] }] });
