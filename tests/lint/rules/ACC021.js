//# bad
cube(`Users`, { sql: `SELECT * FROM users WHERE ${SECURITY_CONTEXT.email.requiredFilter('lower(email)')}` });
//# bad around the claim
cube(`Users`, { sql: `SELECT * FROM users WHERE ${SECURITY_CONTEXT.email.requiredFilter((v) => `email = upper(${v})`)}` });
//# bad a cast
cube(`Users`, { sql: `SELECT * FROM users WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `CAST(code AS INTEGER) = ${v}`)}` });
//# good
cube(`Users`, { sql: `SELECT * FROM users WHERE ${SECURITY_CONTEXT.email.requiredFilter('email')}` });
//# near-miss as text
cube(`Users`, { sql: `SELECT * FROM users WHERE ${SECURITY_CONTEXT.id.requiredFilter('CAST(id AS VARCHAR)')}` });
