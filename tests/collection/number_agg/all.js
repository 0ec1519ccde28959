// A measure that is an aggregate as it stands.
cube(`Sums`, { sql: `select 1`, measures: { raw: { sql: `sum(x)`, type: `numberAgg` } } });
