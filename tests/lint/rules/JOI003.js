//# bad
cube(`Orders`, { sql: `SELECT * FROM orders`, joins: { Stores: { relationship: `belongsTo`, sql: `${CUBE}.s = ${Stores}.id` }, Staff: { relationship: `belongsTo`, sql: `${CUBE}.p = ${Staff}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Stores`, { sql: `SELECT * FROM stores WHERE ${SECURITY_CONTEXT.stores.requiredFilter('id')}`, joins: { Regions: { relationship: `belongsTo`, sql: `${CUBE}.r = ${Regions}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Staff`, { sql: `SELECT * FROM staff`, joins: { Regions: { relationship: `belongsTo`, sql: `${CUBE}.r = ${Regions}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Regions`, { sql: `SELECT * FROM regions`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# good
cube(`Stores`, { sql: `SELECT * FROM stores`, joins: { Regions: { relationship: `belongsTo`, sql: `${CUBE}.r = ${Regions}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Regions`, { sql: `SELECT * FROM regions`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# near-miss both alike
cube(`Orders`, { sql: `SELECT * FROM orders`, joins: { Stores: { relationship: `belongsTo`, sql: `${CUBE}.s = ${Stores}.id` }, Staff: { relationship: `belongsTo`, sql: `${CUBE}.p = ${Staff}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Stores`, { sql: `SELECT * FROM stores`, joins: { Regions: { relationship: `belongsTo`, sql: `${CUBE}.r = ${Regions}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Staff`, { sql: `SELECT * FROM staff`, joins: { Regions: { relationship: `belongsTo`, sql: `${CUBE}.r = ${Regions}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Regions`, { sql: `SELECT * FROM regions`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
