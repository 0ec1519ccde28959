//# bad
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `*`, memberLevel: { includes: `*` } }] });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `*`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.t] }] } }] });
//# near-miss a guard in the SQL
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `*`, memberLevel: { includes: `*` } }] });
//# bad any value
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `*`, rowLevel: { filters: [{ member: `t`, operator: `set` }] } }] });
//# near-miss a value
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `*`, rowLevel: { filters: [{ member: `t`, operator: `set` }, { member: `t`, operator: `equals`, values: [securityContext.t] }] } }] });
