//# bad {"tenant_columns": {"tenant_id": "tenant"}}
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, joins: { Customers: { relationship: `belongsTo`, sql: `${CUBE}.customer_no = ${Customers}.no` } } });
cube(`Customers`, { sql: `SELECT * FROM customers WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, dimensions: { no: { sql: `no`, type: `number`, primaryKey: true } } });
//# good {"tenant_columns": {"tenant_id": "tenant"}}
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, joins: { Customers: { relationship: `belongsTo`, sql: `${CUBE}.customer_no = ${Customers}.no AND ${CUBE}.tenant_id = ${Customers}.tenant_id` } } });
cube(`Customers`, { sql: `SELECT * FROM customers WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, dimensions: { no: { sql: `no`, type: `number`, primaryKey: true } } });
//# near-miss one side alone
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}`, joins: { Countries: { relationship: `belongsTo`, sql: `${CUBE}.country = ${Countries}.code` } } });
cube(`Countries`, { sql: `SELECT * FROM countries`, dimensions: { code: { sql: `code`, type: `string`, primaryKey: true } } });
//# near-miss a guard of another table
cube(`Items`, { sql: `SELECT * FROM items WHERE sale_id IN (SELECT id FROM sales WHERE ${SECURITY_CONTEXT.id.requiredFilter('seller_id')})`, joins: { Sales: { relationship: `belongsTo`, sql: `${CUBE}.sale_id = ${Sales}.id` } } });
cube(`Sales`, { sql: `SELECT * FROM sales WHERE ${SECURITY_CONTEXT.id.requiredFilter('seller_id')}`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
