import { b } from './nowhere'; //! E230
cube(`B`, { sql: `SELECT ${b}` });
