// A view that takes over another.
cube(`Rooms`, { sql: `select * from rooms`, measures: { count: { type: `count` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, floor: { sql: `floor`, type: `number` } } });
view(`Base`, { cubes: [{ joinPath: Rooms, includes: [`count`] }] });
view(`More`, { extends: Base, cubes: [{ joinPath: Rooms, includes: [`floor`] }] });
