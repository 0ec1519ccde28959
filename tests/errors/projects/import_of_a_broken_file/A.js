import { table } from './lib';
cube(`A`, { sql: `SELECT * FROM ${table}` });
