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
//# bad an EXISTS that asks nothing of the row
cube(`Orders`, { sql: `SELECT w.* FROM workers w WHERE EXISTS (SELECT 1 FROM leads l WHERE ${SECURITY_CONTEXT.id.requiredFilter('l.leader_id')})` });
//# near-miss an EXISTS of the row
cube(`Orders`, { sql: `SELECT w.* FROM workers w WHERE EXISTS (SELECT 1 FROM leads l WHERE l.worker_id = w.id AND ${SECURITY_CONTEXT.id.requiredFilter('l.leader_id')})` });
//# bad a lookup of the row's own column
cube(`Orders`, { sql: `SELECT v.* FROM vaults v WHERE v.branch IN (SELECT v.branch FROM staff s WHERE ${SECURITY_CONTEXT.id.requiredFilter('s.person_id')})` });
//# bad a name that WITH gives too late
cube(`Orders`, { sql: `WITH a AS (SELECT id FROM orders), orders AS (SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}) SELECT a.id FROM a` });
//# near-miss a name that WITH gives first
cube(`Orders`, { sql: `WITH orders AS (SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}), a AS (SELECT id FROM orders) SELECT a.id FROM a` });
//# bad rows beside the guarded ones
cube(`Orders`, { sql: `SELECT v.id, v.name FROM docks d, vessels v WHERE d.id IS NOT NULL AND ${SECURITY_CONTEXT.port.requiredFilter('d.port_id')}` });
//# near-miss rows that are tied
cube(`Orders`, { sql: `SELECT v.id, v.name FROM docks d, vessels v WHERE d.port_id = v.port_id AND ${SECURITY_CONTEXT.port.requiredFilter('d.port_id')}` });
//# near-miss a calendar beside them
cube(`Orders`, { sql: `SELECT o.id, c.day FROM orders o CROSS JOIN calendar c WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# bad a side that a FULL JOIN keeps
cube(`Orders`, { sql: `SELECT w.sku FROM (SELECT * FROM stock WHERE ${SECURITY_CONTEXT.shop.requiredFilter('shop_id')}) s FULL JOIN wanted w ON w.sku = s.sku` });
//# bad the side that a LEFT JOIN keeps
cube(`Orders`, { sql: `WITH mine AS (SELECT id FROM players WHERE ${SECURITY_CONTEXT.studio.requiredFilter('studio_id')}) SELECT m.* FROM matches m LEFT JOIN mine ON mine.id = m.player_id` });
//# near-miss joined with what is guarded
cube(`Orders`, { sql: `WITH mine AS (SELECT id FROM players WHERE ${SECURITY_CONTEXT.studio.requiredFilter('studio_id')}) SELECT m.* FROM matches m JOIN mine ON mine.id = m.player_id` });
//# bad the SQL of a dimension
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, dimensions: { most: { sql: `(SELECT max(amount) FROM orders)`, type: `number` } } });
//# near-miss the SQL of a dimension with its row's owner
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, dimensions: { most: { sql: `(SELECT max(x.amount) FROM orders x WHERE x.user_id = ${CUBE}.user_id)`, type: `number` } } });
//# near-miss an aggregate that is joined by the owner
cube(`Orders`, { sql: `SELECT o.*, j.mean FROM orders o JOIN (SELECT status, user_id, avg(amount) AS mean FROM orders GROUP BY 1, 2) j ON j.status = o.status AND j.user_id = o.user_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# near-miss what the guarded rows belong to
cube(`Orders`, { sql: `SELECT p.*, f.at FROM products p LEFT JOIN (SELECT * FROM favourites WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}) f ON f.product_id = p.id` });
//# near-miss a WITH that is read twice, each time of one owner
cube(`Orders`, { sql: `WITH base AS (SELECT user_id, id, amount FROM orders), agg AS (SELECT user_id, sum(amount) AS total FROM base GROUP BY 1) SELECT b.*, a.total FROM base b JOIN agg a ON a.user_id = b.user_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('b.user_id')}` });
//# bad a WITH that is read twice, once of everybody
cube(`Orders`, { sql: `WITH base AS (SELECT user_id, id, amount FROM orders), agg AS (SELECT id, sum(amount) AS total FROM base GROUP BY 1) SELECT b.*, a.total FROM base b JOIN agg a ON a.id = b.amount WHERE ${SECURITY_CONTEXT.id.requiredFilter('b.user_id')}` });
