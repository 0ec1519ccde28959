// The old running total.
cube(`Payments`, { sql: `select * from payments`, measures: { total: { sql: `amount`, type: `runningTotal` } }, dimensions: { at: { sql: `at`, type: `time` } } });
