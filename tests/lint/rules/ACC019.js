//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id = 42` });
//# bad a list
cube(`Orders`, { sql: `SELECT * FROM orders o WHERE o.tenant_id IN ('acme', 'emca')` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND status = 'paid'` });
//# near-miss test accounts are left out
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND user_id NOT IN (1, 2) AND status_id = 4` });
//# bad a constant beside the claim
cube(`Orders`, { sql: `SELECT * FROM tests WHERE ${SECURITY_CONTEXT.school.requiredFilter((v) => `school IN (${v}, 0)`)}` });
//# near-miss some of the caller's own
cube(`Orders`, { sql: `SELECT * FROM tests WHERE org_id IN (11, 12) AND ${SECURITY_CONTEXT.org.requiredFilter('org_id')}` });
