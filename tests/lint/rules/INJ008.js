//# bad join of a single value
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.role.requiredFilter((role) => `role IN (${role.join(', ')})`)}` });
//# bad equal to a list
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.storeIds.requiredFilter((ids) => `store_id = ${ids}`)}` });
//# bad declared as a list {"claims": [{"name": "store", "list": true}]}
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.store.requiredFilter((ids) => `store_id = ${ids}`)}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.storeIds.requiredFilter('store_id')}` });
//# near-miss a single value
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.status.requiredFilter((v) => `status = ${v}`)}` });
//# bad a list that may be empty
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.storeIds.requiredFilter((ids) => `store_id IN (${ids})`)}` });
