const depotOf = (depots) => {
  if (Array.isArray(depots)) {
    return `depot IN (${depots.join(', ')})`;
  }
  return `depot = ${depots}`;
};

cube(`Trucks`, {
  sql: `SELECT * FROM trucks WHERE ${SECURITY_CONTEXT.depot.requiredFilter(depotOf)}`,
  measures: { count: { type: `count` } },
  dimensions: { plate: { sql: `plate`, type: `string`, primaryKey: true } },
});
