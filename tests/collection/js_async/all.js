// asyncModule: cubes made after all files, with await of plain values.
asyncModule(async () => {
  const tenants = await [{ id: 'a', name: 'Alpha' }, { id: 'b', name: 'Beta' }];
  tenants.forEach(({ id, name }) => { cube(`Tenant_${id}`, { sql: `select * from t_${id}`, title: name, measures: { count: { type: `count` } } }); });
});
