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
//# bad a person's column
cube(`Slots`, { sql: `SELECT * FROM slots WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}`, measures: { n: { type: `count` } } });
cube(`People`, { sqlTable: `people`, public: false, dimensions: { phone: { sql: `phone`, type: `string` } } });
view(`Desk`, { cubes: [{ joinPath: People, includes: [`phone`] }] });
//# near-miss another column of it
cube(`Slots`, { sql: `SELECT * FROM slots WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}`, measures: { n: { type: `count` } } });
cube(`Rooms`, { sqlTable: `rooms`, public: false, dimensions: { floor: { sql: `floor`, type: `string` } } });
view(`Desk`, { cubes: [{ joinPath: Rooms, includes: [`floor`] }] });
