// A function that is called where it stands, throw in a branch that is not taken.
const named = (function (a) { if (a > 5) { throw new Error('too many'); } return `Iife${a}`; })(2);
cube(named, { sql: `select 1`, measures: { count: { type: `count` } } });
