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
//# bad a rest
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `user_id % 10 = ${v} % 10`)}` });
//# bad a default
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('COALESCE(user_id, 1)')}` });
//# bad a number as text
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `code = CAST(CAST(${v} AS INTEGER) AS TEXT)`)}` });
