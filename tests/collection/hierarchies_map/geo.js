// Hierarchies by name, as of late, one hidden.
cube(`Sites`, { sql: `select * from sites`,
  dimensions: { country: { sql: `country`, type: `string` }, city: { sql: `city`, type: `string` } },
  hierarchies: { place: { title: `Place`, levels: [country, city] }, hidden: { public: false, levels: [`city`] } } });
