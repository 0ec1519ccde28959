// The same under its first name.
cube(`Laps`, { sql: `select * from laps`, dimensions: { car: { sql: `car`, type: `string` } },
  measures: { seconds: { sql: `s`, type: `sum` }, perCar: { postAggregate: true, sql: `${seconds}`, type: `sum`, groupBy: [car] } } });
