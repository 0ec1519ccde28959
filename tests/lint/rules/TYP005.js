//# bad {"claims": [{"name": "stores", "list": true}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.stores.requiredFilter((ids) => `store_id IN (${ids})`)}` });
//# good {"claims": [{"name": "stores", "list": true}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.stores.requiredFilter('store_id')}` });
//# near-miss no list {"claims": [{"name": "store"}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.store.requiredFilter((ids) => `store_id IN (${ids})`)}` });
