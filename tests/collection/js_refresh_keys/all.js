// The built-in refresh keys are there to be loaded.
const RefreshKeys = require('RefreshKeys');
cube(`Keys`, { sql: `select * from k`, measures: { count: { type: `count` } } });
