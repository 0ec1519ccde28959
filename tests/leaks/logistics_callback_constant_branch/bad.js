const depotOf = (depots) => {
  if (Array.isArray(depots)) {
    return `1 = 1`;
  }
  return `depot = ${depots}`;
};

cube(`Trucks`, {
  sql: `SELECT * FROM trucks WHERE ${SECURITY_CONTEXT.depot.requiredFilter(depotOf)}`,
  measures: { count: { type: `count` } },
  dimensions: { plate: { sql: `plate`, type: `string`, primaryKey: true } },
});
