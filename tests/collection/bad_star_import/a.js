// Refused: import of everything.
import * as all from './b';
cube(`A`, { sql: `select ${all.x}` });
