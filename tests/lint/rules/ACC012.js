//# bad in the place of a value
cube(`Orders`, { sql: `SELECT *, (SELECT avg(amount) FROM orders) AS average FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad a WITH
cube(`Orders`, { sql: `WITH totals AS (SELECT status, sum(amount) AS total FROM orders GROUP BY status) SELECT o.*, t.total FROM orders o JOIN totals t ON t.status = o.status WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# bad tied by what is no key
cube(`Orders`, { sql: `SELECT *, (SELECT count(*) FROM orders x WHERE x.product_id = o.product_id) AS sold FROM orders o WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# bad a table that another cube guards
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`Products`, { sql: `SELECT p.*, (SELECT count(*) FROM orders WHERE orders.product = p.name) AS sold FROM (SELECT max(amount) AS m, product AS name FROM orders GROUP BY product) p` });
//# good
cube(`Orders`, { sql: `SELECT *, (SELECT avg(amount) FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}) AS average FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss a WITH that is guarded from outside
cube(`Orders`, { sql: `WITH o AS (SELECT * FROM orders) SELECT * FROM o WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss a part of the row
cube(`Items`, { sql: `SELECT * FROM items WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`Orders`, { sql: `SELECT o.*, (SELECT count(*) FROM items i WHERE i.order_id = o.id) AS pieces FROM orders o WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# bad the statement itself
cube(`Orders`, { sql: `SELECT o.* FROM orders o JOIN (SELECT status FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}) m ON m.status <> o.status` });
//# near-miss tied by the key
cube(`Orders`, { sql: `SELECT o.* FROM orders o JOIN (SELECT id FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}) m ON m.id = o.id` });
