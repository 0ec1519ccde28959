//# bad
const token = 'eyJhbGciOiJIUzI1NiJ9.eyJ1Ijp7ImlkIjoxfX0.dGhpcyBpcyBubyBzaWduYXR1cmU';
cube(`A`, { sql: `SELECT * FROM a` });
//# good
cube(`A`, { sql: `SELECT * FROM a` });
//# near-miss a column called so
cube(`A`, { sql: `SELECT * FROM a WHERE password = ''`, measures: { secret_key: { type: `count` } } });
