const config = {};
const table = config.tables.orders; //! E204
const other = config.tables.lines; //! E204
cube(`A`, { sql: `SELECT * FROM ${table}, ${other}` });
