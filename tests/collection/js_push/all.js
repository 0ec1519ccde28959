// push, keys, entries, assignment to properties.
const parts = []; for (const [key, value] of Object.entries({ a: 1, b: 2 })) parts.push(`${key} = ${value}`);
const measures = {}; Object.keys({ x: 0, y: 0 }).forEach((k) => { measures[k] = { type: 'sum', sql: () => k }; }); measures.count = { type: 'count' };
cube(`Pushed`, { sql: `select * from p where ${parts.join(' and ')}`, measures });
