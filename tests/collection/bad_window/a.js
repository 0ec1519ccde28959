// Refused: no interval.
cube(`A`, { sql: `select 1`, measures: { m: { type: `count`, rollingWindow: { trailing: `often` } } } });
