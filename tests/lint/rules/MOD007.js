//# bad
cube(`A`, { sql: `SELECT * FROM a`, measures: { n: { type: `count`, drillMembers: [note] } }, dimensions: { note: { sql: `note`, type: `string`, shown: false } } });
//# good
cube(`A`, { sql: `SELECT * FROM a`, measures: { n: { type: `count`, drillMembers: [note] } }, dimensions: { note: { sql: `note`, type: `string` } } });
//# near-miss a key
cube(`A`, { sql: `SELECT * FROM a`, measures: { n: { type: `count`, drillMembers: [id] } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true, shown: false } } });
