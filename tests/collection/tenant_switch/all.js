// A role decides what is shown; optional chaining and ??.
const role = COMPILE_CONTEXT?.securityContext?.role ?? 'guest';
cube(`Margins`, { sql: `select * from margins`, shown: role === 'manager', measures: { count: { type: `count` }, margin: { sql: `m`, type: `sum`, shown: role !== 'manager' } } });
