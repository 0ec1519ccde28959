// The same with forEach and an index, and a block body.
['eu', 'us'].forEach((area, at) => { const name = `Area${at}`; cube(name, { sql: `select * from ${area}`, measures: { count: { type: `count` } } }); });
