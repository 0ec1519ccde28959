// Constants of a file, used inside templates; strings in three kinds of quotes.
const table = 'fleet.trips', factor = 1.609, label = "Distance";
let schema = 'public';
cube(`Trips`, { sql: `select * from ${schema}.${table}`, measures: { count: { type: `count` }, km: { sql: `miles * ${factor}`, type: `sum`, title: label } } });
