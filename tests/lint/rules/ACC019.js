//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id = 42` });
//# bad a list
cube(`Orders`, { sql: `SELECT * FROM orders o WHERE o.tenant_id IN ('acme', 'emca')` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND status = 'paid'` });
//# near-miss test accounts are left out
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND user_id NOT IN (1, 2) AND status_id = 4` });
