// A constant with the name of a member, and one with the name of none.
const status = 'zz', kind = `'k'`;
cube(`Clash`, { sql: `select * from clash`, dimensions: { status: { sql: `st`, type: `string` }, both: { sql: `${status} || ${kind}`, type: `string` } } });
