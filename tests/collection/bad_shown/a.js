// Refused: a text where a flag belongs.
cube(`A`, { sql: `select 1`, measures: { count: { type: `count`, shown: 'yes' } } });
