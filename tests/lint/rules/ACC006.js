//# bad under NOT
cube(`Orders`, { sql: `SELECT * FROM orders WHERE NOT (${SECURITY_CONTEXT.id.requiredFilter('user_id')})` });
//# bad not equal
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id <> ${SECURITY_CONTEXT.id}` });
//# bad not in a list
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.ids.requiredFilter((v) => `user_id NOT IN (${v})`)}` });
//# bad an open branch of a case
cube(`Orders`, { sql: `SELECT * FROM orders WHERE CASE WHEN kind = 'own' THEN ${SECURITY_CONTEXT.id.requiredFilter('user_id')} ELSE TRUE END` });
//# bad not exists
cube(`Orders`, { sql: `SELECT * FROM orders o WHERE NOT EXISTS (SELECT 1 FROM shares s WHERE s.order_id = o.id AND ${SECURITY_CONTEXT.id.requiredFilter('s.user_id')})` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND NOT deleted` });
//# near-miss another column is compared with <>
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND user_id <> 0` });
//# near-miss a case whose other branches hold for no row
cube(`Orders`, { sql: `SELECT * FROM orders WHERE CASE WHEN ${SECURITY_CONTEXT.id.requiredFilter('user_id')} THEN TRUE ELSE FALSE END` });
//# bad in a policy
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `*`, rowLevel: { filters: [{ member: `t`, operator: `notEquals`, values: [securityContext.t] }] } }] });
//# bad negated with what stands beside it
cube(`Orders`, { sql: `SELECT * FROM orders WHERE NOT (status = 'draft' AND NOT ${SECURITY_CONTEXT.id.requiredFilter('user_id')})` });
//# bad compared with a flag
cube(`Orders`, { sql: `SELECT * FROM orders WHERE (${SECURITY_CONTEXT.id.requiredFilter('user_id')}) = is_open` });
//# bad a range of owners
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `user_id <= ${v}`)}` });
//# near-miss an OR that is negated
cube(`Orders`, { sql: `SELECT * FROM orders WHERE NOT (status = 'draft' OR NOT ${SECURITY_CONTEXT.id.requiredFilter('user_id')})` });
//# near-miss compared with true
cube(`Orders`, { sql: `SELECT * FROM orders WHERE (${SECURITY_CONTEXT.id.requiredFilter('user_id')}) = TRUE` });
//# near-miss a level
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.level.requiredFilter((v) => `secrecy <= ${v}`)}` });
