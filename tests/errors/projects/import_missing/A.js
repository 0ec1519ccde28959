import { table } from './nowhere'; //! E230

cube(`A`, {
  sql: `SELECT * FROM ${table}`,
  title: `${table}`,
});

cube(`B`, { sql: `SELECT * FROM ${table}` });
