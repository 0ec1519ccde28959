//# bad
cube(`Users`, { sql: `SELECT * FROM users WHERE email LIKE ${SECURITY_CONTEXT.email}` });
//# bad in a callback
cube(`Users`, { sql: `SELECT * FROM users WHERE ${SECURITY_CONTEXT.email.requiredFilter((v) => `email ILIKE '%' || ${v}`)}` });
//# bad a regular expression
cube(`Users`, { sql: `SELECT * FROM users WHERE ${SECURITY_CONTEXT.email.requiredFilter((v) => `email ~ ${v}`)}` });
//# good
cube(`Users`, { sql: `SELECT * FROM users WHERE ${SECURITY_CONTEXT.email.requiredFilter('email')} AND name LIKE 'A%'` });
//# near-miss a pattern beside a callback
cube(`Users`, { sql: `SELECT * FROM users WHERE ${SECURITY_CONTEXT.email.requiredFilter((v) => `(email = ${v} AND name LIKE 'A%')`)}` });
//# bad in a policy
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `*`, rowLevel: { filters: [{ member: `t`, operator: `contains`, values: [securityContext.t] }] } }] });
