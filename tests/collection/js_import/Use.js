// Imports of names, with a new name, and of a default.
import { money, prefix as p } from './Kit';
import base from './Base';
cube(`Kits`, { sql: `select * from ${p}orders`, measures: { ...base, paid: { sql: `${money('cents')}`, type: `sum` } } });
