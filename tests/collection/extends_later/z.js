// The roots of the chain.
cube(`E3`, { extends: E2 });
cube(`E2`, { extends: E1, dimensions: { two: { sql: `two`, type: `string` } }, segments: { s: { sql: `${CUBE}.x` } } });
cube(`E1`, { sql: `select * from e1`, title: `Root`, measures: { count: { type: `count`, drillMembers: [one] } }, dimensions: { one: { sql: `one`, type: `string` } } });
