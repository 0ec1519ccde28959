// Conditions, arithmetic, typeof, not, strings.
const n = 3, big = n > 2 && n < 10 || false, none = null;
if (!none && typeof n === 'number') { cube(`Ops${n * 2 - 1}`, { sql: `select ${n % 2} as x, ${'a' + 1}`, title: big ? 'Big' : 'Small', measures: { count: { type: `count` } } }); } else { cube(`Never`, { sql: `select 1` }); }
