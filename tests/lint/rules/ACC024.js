//# bad
cube(`People`, { sql: `SELECT * FROM people`, dimensions: { number: { sql: `${CUBE}.ssn`, type: `string` } } });
//# bad declared {"sensitive_columns": ["nickname"]}
cube(`People`, { sql: `SELECT * FROM people`, dimensions: { nick: { sql: `nickname`, type: `string` } } });
//# good
cube(`People`, { sql: `SELECT * FROM people`, measures: { people: { sql: `ssn`, type: `countDistinct` } } });
//# near-miss kept back
cube(`People`, { sql: `SELECT * FROM people`, dimensions: { ssn: { sql: `ssn`, type: `string` }, t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `*`, memberLevel: { excludes: [`ssn`] }, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.t] }] } }] });
