// USER_CONTEXT, as old models have it.
cube(`Notes`, { sql: `SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('user_id')} AND '${USER_CONTEXT.tenant.unsafeValue()}' = tenant`, measures: { count: { type: `count` } } });
