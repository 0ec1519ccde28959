// Folders of a view.
cube(`Deals`, { sql: `select * from deals`, measures: { count: { type: `count` } }, dimensions: { stage: { sql: `stage`, type: `string` }, owner: { sql: `owner`, type: `string` } } });
view(`Pipeline`, { cubes: [{ joinPath: Deals, includes: `*` }],
  folders: [{ name: `Basics`, includes: [`count`, `stage`] }, { name: `People`, includes: [`owner`] }] });
