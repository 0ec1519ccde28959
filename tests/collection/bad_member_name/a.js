// Refused: a member with a dash.
cube(`A`, { sql: `select 1`, measures: { 'a-b': { type: `count` } } });
