// Segments with all that may be said of them.
cube(`Leads`, { sql: `select * from leads`, public: true, measures: { count: { type: `count`, public: false }, open: { type: `count`, visible: false } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, source: { sql: `source`, type: `string`, description: `Where from`, meta: { a: 1 } } },
  segments: { web: { sql: `source = 'web'`, title: `Web`, description: `From the site`, meta: { b: [1, 2] }, shown: true, aliases: [`internet`] }, old: { sql: `at < '2020-01-01'`, public: false } } });
