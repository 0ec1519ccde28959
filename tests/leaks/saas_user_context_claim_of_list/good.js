const ofProjects = (projects) => {
  const list = Array.isArray(projects) ? projects : [projects];
  const parts = list.map((project) => `project = ${project}`);
  return `(${parts.slice(0, 1).join(' OR ')})`;
};

cube(`Builds`, {
  sql: `SELECT * FROM builds WHERE ${USER_CONTEXT.projects.filter(ofProjects)}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
