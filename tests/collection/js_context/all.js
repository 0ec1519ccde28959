// context(), and a cube with meta that looks like SQL.
cube(`Ctx`, { sql: `select 1`, meta: { mysql: 'y', list: [1, 2.5, -3] }, measures: { count: { type: `count` } } });
context(`Everything`, { contextMembers: [Ctx] });
