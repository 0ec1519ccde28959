// A calendar cube.
cube(`Dates`, { sql: `select * from dates`, calendar: true, dimensions: { day: { sql: `day`, type: `time`, primaryKey: true, granularities: { month: { sql: `${CUBE}.retail_month` } } } } });
