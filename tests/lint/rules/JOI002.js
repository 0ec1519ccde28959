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
//# bad in the SQL of a cube
cube(`Orders`, { sql: `SELECT o.*, r.reason FROM sales o JOIN refunds r ON r.order_no = o.order_no WHERE ${SECURITY_CONTEXT.shop.requiredFilter('o.shop')}` });
cube(`Refunds`, { sql: `SELECT * FROM refunds WHERE ${SECURITY_CONTEXT.shop.requiredFilter('shop')}` });
//# near-miss by the owner too
cube(`Orders`, { sql: `SELECT o.*, r.reason FROM sales o JOIN refunds r ON r.order_no = o.order_no AND r.shop = o.shop WHERE ${SECURITY_CONTEXT.shop.requiredFilter('o.shop')}` });
cube(`Refunds`, { sql: `SELECT * FROM refunds WHERE ${SECURITY_CONTEXT.shop.requiredFilter('shop')}` });
//# near-miss by a key
cube(`Orders`, { sql: `SELECT o.*, r.reason FROM sales o JOIN refunds r ON r.sale_id = o.id WHERE ${SECURITY_CONTEXT.shop.requiredFilter('o.shop')}` });
cube(`Refunds`, { sql: `SELECT * FROM refunds WHERE ${SECURITY_CONTEXT.shop.requiredFilter('shop')}` });
//# near-miss by a key of that name
cube(`Orders`, { sql: `SELECT o.*, r.reason FROM sales o JOIN refunds r ON r.sale_id = o.sale_id WHERE ${SECURITY_CONTEXT.shop.requiredFilter('o.shop')}` });
cube(`Refunds`, { sql: `SELECT * FROM refunds WHERE ${SECURITY_CONTEXT.shop.requiredFilter('shop')}` });
