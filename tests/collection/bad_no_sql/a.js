// Refused: neither sql nor a table.
cube(`A`, { measures: { count: { type: `count` } } });
