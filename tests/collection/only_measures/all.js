// A cube without dimensions.
cube(`Pings`, { sql: `select * from pings`, measures: { count: { type: `count` } } });
