// The column that stands for a dimension in groups.
cube(`Tags`, { sql: `select * from tags`, dimensions: { code: { sql: `code`, type: `string` }, name: { sql: `name`, type: `string`, key: CUBE.code } } });
