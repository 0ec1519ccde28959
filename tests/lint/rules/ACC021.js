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
//# bad a constant that takes the column's place
cube(`Orders`, { sql: `SELECT o.* FROM (SELECT * REPLACE (1 AS user_id) FROM orders) AS o WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# bad a constant in an arm by name
cube(`Orders`, { sql: `SELECT o.id FROM (SELECT id, user_id FROM a UNION ALL SELECT id, 1 AS user_id FROM b) AS o WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# bad two columns folded into one
cube(`Orders`, { sql: `SELECT o.id FROM (SELECT * FROM orders UNPIVOT (user_id FOR role IN (author, critic))) AS o WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# bad a structure before the star
cube(`Orders`, { sql: `SELECT o.id FROM (SELECT payload.*, t.* FROM orders t) AS o WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# near-miss the column before the structure
cube(`Orders`, { sql: `SELECT o.id FROM (SELECT t.id, t.user_id, payload.* FROM orders t) AS o WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# near-miss another column takes its place
cube(`Orders`, { sql: `SELECT o.id FROM (SELECT * REPLACE (price + 1 AS price) FROM orders) AS o WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
