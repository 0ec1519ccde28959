//# bad
cube(`Orders`, { sql: `SELECT * FROM orders -- all of them` });
//# bad a semicolon
cube(`Orders`, { sql: `SELECT * FROM orders;` });
//# bad a join
cube(`Orders`, { sql: `SELECT * FROM orders`, joins: { Users: { relationship: `belongsTo`, sql: `${CUBE}.user_id = ${Users}.id -- the buyer` } } });
cube(`Users`, { sql: `SELECT * FROM users`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders /* all of them */` });
//# near-miss in a literal, and a comment with an end
cube(`Orders`, { sql: `SELECT * FROM orders -- all of them
  WHERE note <> 'a;b -- c'` });
