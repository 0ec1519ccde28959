const Members = cube({
  sql: `SELECT * FROM reels`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`Reels`, {
  extends: Members,
  sql: `SELECT * FROM reels WHERE ${SECURITY_CONTEXT.owner.requiredFilter('owner')}`,
});

cube(`ShortReels`, {
  extends: Reels,
  sql: `SELECT r.* FROM reels AS r WHERE r.kind = 'x' AND ${SECURITY_CONTEXT.owner.requiredFilter('r.owner')}`,
});
