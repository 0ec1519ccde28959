import { b } from './B';
export const a = 1;
cube(`A`, { sql: `SELECT ${b}` });
