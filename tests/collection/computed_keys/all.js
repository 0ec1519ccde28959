// Keys by template and by expression.
const unit = 'kg';
cube(`Cargo`, { sql: `select * from cargo`, measures: { [`total_${unit}`]: { sql: `w`, type: `sum` }, ['mean_' + unit]: { sql: `w`, type: `avg` }, "quoted": { type: `count` } } });
