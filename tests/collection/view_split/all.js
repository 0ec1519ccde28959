// split: a view for each cube beside the view.
cube(`Tickets`, { sql: `select * from tickets`, measures: { count: { type: `count` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, subject: { sql: `subject`, type: `string` } } });
view(`Support`, { cubes: [{ joinPath: Tickets, includes: `*`, split: true }] });
