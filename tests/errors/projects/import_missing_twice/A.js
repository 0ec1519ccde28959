import { a } from './nowhere'; //! E230
cube(`A`, { sql: `SELECT ${a}` });
