//# bad
cube(`Base`, { sql: `SELECT * FROM orders`, public: false, dimensions: { userId: { sql: `user_id`, type: `number` } } });
cube(`Orders`, { extends: Base, public: true });
//# good
cube(`Base`, { sql: `SELECT * FROM stores`, public: false });
cube(`Stores`, { extends: Base, sql: `SELECT * FROM stores WHERE ${SECURITY_CONTEXT.id.requiredFilter('manager')}` });
//# near-miss no owner
cube(`Base`, { sql: `SELECT * FROM products`, public: false, dimensions: { name: { sql: `name`, type: `string` } } });
cube(`Products`, { extends: Base, public: true });
