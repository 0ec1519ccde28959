const _ = require('lodash'); //! E232
const names = _.keys({ a: 1 });
cube(`A`, { sql: `SELECT ${names}` });
