//# bad
cube(`Customers`, { sql: `SELECT * FROM customers WHERE ${SECURITY_CONTEXT.id.requiredFilter('manager')}`, joins: { Orders: { relationship: `hasMany`, sql: `${CUBE}.id = ${Orders}.customer` } }, measures: { spent: { sql: `${Orders.amount}`, type: `sum` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, amount: { sql: `amount`, type: `number` } } });
//# good
cube(`Customers`, { sql: `SELECT * FROM customers WHERE ${SECURITY_CONTEXT.id.requiredFilter('manager')}`, measures: { n: { type: `count` } } });
//# near-miss guarded too
cube(`Customers`, { sql: `SELECT * FROM customers WHERE ${SECURITY_CONTEXT.id.requiredFilter('manager')}`, joins: { Orders: { relationship: `hasMany`, sql: `${CUBE}.id = ${Orders}.customer` } }, measures: { spent: { sql: `${Orders.amount}`, type: `sum` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('manager')}`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, amount: { sql: `amount`, type: `number` } } });
