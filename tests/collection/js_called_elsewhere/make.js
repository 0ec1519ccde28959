// A function that defines a cube, called from another file.
export const make = (name, table) => { cube(name, { sql: `select * from ${table}`, measures: { count: { type: `count` } } }); };
