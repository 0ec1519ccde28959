// Members from a list: map, reduce, Object.assign, fromEntries.
const kinds = ['rain', 'snow', 'hail'];
cube(`Weather`, { sql: `select * from weather`,
  measures: Object.assign({ count: { type: `count` } }, kinds.map((k) => ({ [`${k}Days`]: { type: `count`, filters: [{ sql: (CUBE) => `${CUBE}.kind = '${k}'` }] } })).reduce((all, one) => ({ ...all, ...one }), {})),
  dimensions: Object.fromEntries(kinds.map((k) => [k, { sql: () => k, type: `number` }])) });
