//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, measures: { n: { type: `count` } }, dimensions: { userId: { sql: `user_id`, type: `number` }, status: { sql: `status`, type: `string` } }, preAggregations: { main: { measures: [n], dimensions: [status] } } });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, measures: { n: { type: `count` } }, dimensions: { userId: { sql: `user_id`, type: `number` }, status: { sql: `status`, type: `string` } }, preAggregations: { main: { measures: [n], dimensions: [status, userId] } } });
//# near-miss no guard
cube(`Orders`, { sql: `SELECT * FROM orders`, measures: { n: { type: `count` } }, dimensions: { status: { sql: `status`, type: `string` } }, preAggregations: { main: { measures: [n], dimensions: [status] } } });
