//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, preAggregations: { main: { type: `originalSql` } } });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders`, preAggregations: { main: { type: `originalSql` } } });
//# near-miss a rollup
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, measures: { n: { type: `count` } }, dimensions: { u: { sql: `user_id`, type: `number` } }, preAggregations: { main: { measures: [n], dimensions: [u] } } });
