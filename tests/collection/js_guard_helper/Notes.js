// A cube whose condition is written elsewhere.
import { alive } from './guards';
cube(`Notes`, {
  sql: `SELECT * FROM notes WHERE ${alive} AND ${SECURITY_CONTEXT.id.filter('owner_id')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
