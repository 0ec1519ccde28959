//# bad
cube(`People`, { sql: `SELECT * FROM people`, public: false, dimensions: { salary: { sql: `salary`, type: `number` } } });
//# bad a member
cube(`People`, { sql: `SELECT * FROM people`, dimensions: { ssn: { sql: `ssn`, type: `string`, shown: false } } });
//# bad declared {"sensitive_columns": ["nickname"]}
cube(`People`, { sql: `SELECT * FROM people`, dimensions: { nick: { sql: `${CUBE}.nickname`, type: `string`, public: false } } });
//# good
cube(`People`, { sql: `SELECT * FROM people WHERE ${SECURITY_CONTEXT.id.requiredFilter('id')}`, public: false });
//# near-miss a hidden step
cube(`Steps`, { sql: `SELECT * FROM steps`, public: false, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true, shown: false } } });
