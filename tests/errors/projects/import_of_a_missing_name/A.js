import { tabel } from './lib'; //! E234
cube(`A`, { sql: `SELECT * FROM ${tabel}` });
