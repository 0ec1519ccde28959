//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE FROM ${SECURITY_CONTEXT.id} === (` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss another engine
cube(`Orders`, { sql: "SELECT * FROM `shop`.`orders` WHERE `user_id` = " + `${SECURITY_CONTEXT.id}` });
//# bad a command
cube(`Orders`, { sql: `DROP UNION TABLE ${SECURITY_CONTEXT.id}` });
