// Refused: half of a place.
cube(`A`, { sql: `select 1`, dimensions: { d: { type: `geo`, longitude: { sql: `x` }, latitude: 5 } } });
