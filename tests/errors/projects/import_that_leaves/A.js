const secret = require('../../../../../secret'); //! E231
cube(`A`, { sql: `SELECT ${secret.a}` });
