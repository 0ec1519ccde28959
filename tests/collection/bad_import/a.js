// Refused: a file that is not there.
import x from './nothing';
cube(`A`, { sql: `select ${x}` });
