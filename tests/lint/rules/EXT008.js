//# bad
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `sales`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.t] }] } }, { group: `staff`, rowLevel: { allowAll: true } }] });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `sales`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.t] }] } }] });
//# near-miss all restricted
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { t: { sql: `t`, type: `string` } }, accessPolicy: [{ group: `sales`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: [securityContext.t] }] } }, { group: `staff`, rowLevel: { filters: [{ member: `t`, operator: `equals`, values: ['x'] }] } }] });
