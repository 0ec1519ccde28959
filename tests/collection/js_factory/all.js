// A function that makes members, spread into a cube.
const amount = (column) => ({ [`${column}Sum`]: { sql: () => column, type: `sum` }, [`${column}Max`]: { sql: () => column, type: `max` } });
function flag(name) { return { [name]: { sql: () => `${name}`, type: `boolean` } }; }
cube(`Bills`, { sql: `select * from bills`, measures: { ...amount('net'), ...amount('gross'), count: { type: `count` } }, dimensions: { ...flag('paid') } });
