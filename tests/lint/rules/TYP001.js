//# bad
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, dimensions: { userId: { sql: `user_id`, type: `number` } } });
cube(`B`, { sql: `SELECT * FROM b WHERE ${SECURITY_CONTEXT.id.requiredFilter('owner')}`, dimensions: { owner: { sql: `owner`, type: `string` } } });
//# bad declared {"claims": [{"name": "id", "type": "string"}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, dimensions: { userId: { sql: `${CUBE}.user_id`, type: `number` } } });
//# good {"claims": [{"name": "id", "type": "number"}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, dimensions: { userId: { sql: `user_id`, type: `number` } } });
//# near-miss two claims
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, dimensions: { userId: { sql: `user_id`, type: `number` } } });
cube(`B`, { sql: `SELECT * FROM b WHERE ${SECURITY_CONTEXT.name.requiredFilter('owner')}`, dimensions: { owner: { sql: `owner`, type: `string` } } });
//# bad with the table before it {"claims": [{"name": "id", "type": "string"}]}
cube(`A`, { sql: `SELECT x.* FROM a x WHERE ${SECURITY_CONTEXT.id.requiredFilter('x.user_id')}`, dimensions: { userId: { sql: `${CUBE}.user_id`, type: `number` } } });
