//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, joins: { Payments: { relationship: `hasMany`, sql: `${CUBE}.id = ${Payments}.order_id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, status: { sql: `status`, type: `string` } } });
cube(`Payments`, { sql: `SELECT * FROM payments`, measures: { n: { type: `count` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
view(`Sales`, { cubes: [{ joinPath: Orders, includes: [`status`] }, { joinPath: Orders.Payments, includes: [`n`] }] });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, dimensions: { status: { sql: `status`, type: `string` } } });
view(`Sales`, { cubes: [{ joinPath: Orders, includes: [`status`] }] });
//# near-miss a catalogue
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, joins: { Products: { relationship: `belongsTo`, sql: `${CUBE}.p = ${Products}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Products`, { sql: `SELECT * FROM products`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, name: { sql: `name`, type: `string` } } });
view(`Sales`, { cubes: [{ joinPath: Orders.Products, includes: [`name`] }] });
