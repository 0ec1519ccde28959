//# bad
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `sales`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.t] }] } }, { group: `staff`, rowLevel: { allowAll: true } }] });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `sales`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.t] }] } }] });
//# bad rows that are the same for all callers
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `sales`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.t] }] } }, { group: `staff`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: ['x'] }] } }] });
//# bad an alternative without a claim
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `*`, rowLevel: { filters: [{ or: [{ member: `t`, operator: `equals`, values: [securityContext.t] }, { member: `t`, operator: `equals`, values: ['x'] }] }] } }] });
//# near-miss alternatives by claims
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `*`, rowLevel: { filters: [{ or: [{ member: `t`, operator: `equals`, values: [securityContext.t] }, { member: `t`, operator: `equals`, values: [securityContext.u] }] }] } }] });
//# bad no rowLevel
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `sales`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.t] }] } }, { group: `staff`, memberLevel: { includes: `*` } }] });
//# near-miss all by claims
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `sales`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.t] }] } }, { group: `staff`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.u] }] } }] });
