//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, joins: { Items: { relationship: `hasMany`, sql: `${CUBE}.id = ${Items}.order_id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Items`, { sql: `SELECT * FROM items`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# bad the other way round
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Items`, { sql: `SELECT * FROM items`, joins: { Orders: { relationship: `belongsTo`, sql: `${CUBE}.order_id = ${Orders}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# bad a join in the SQL
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`Products`, { sql: `SELECT p.*, o.amount FROM products p JOIN orders o ON o.product_id = p.id` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, joins: { Items: { relationship: `hasMany`, sql: `${CUBE}.id = ${Items}.order_id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Items`, { sql: `SELECT i.* FROM items i JOIN orders o ON o.id = i.order_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# near-miss a catalogue
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, joins: { Products: { relationship: `belongsTo`, sql: `${CUBE}.product_id = ${Products}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Products`, { sql: `SELECT * FROM products`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# bad a person's column that a guarded cube shows
cube(`Trips`, { sql: `SELECT * FROM trips WHERE ${SECURITY_CONTEXT.agency.requiredFilter('agency')}`, joins: { Guests: { relationship: `belongsTo`, sql: `${CUBE}.guest = ${Guests}.id` } }, dimensions: { phone: { sql: `${Guests.phone}`, type: `string` } } });
cube(`Guests`, { sql: `SELECT * FROM guests`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, phone: { sql: `phone`, type: `string` } } });
//# near-miss a name that a guarded cube shows
cube(`Trips`, { sql: `SELECT * FROM trips WHERE ${SECURITY_CONTEXT.agency.requiredFilter('agency')}`, joins: { Towns: { relationship: `belongsTo`, sql: `${CUBE}.town = ${Towns}.id` } }, dimensions: { town: { sql: `${Towns.title}`, type: `string` } } });
cube(`Towns`, { sql: `SELECT * FROM towns`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, title: { sql: `title`, type: `string` } } });
