// extends and sql() of cubes in later files, six deep.
cube(`E6`, { extends: E5, measures: { six: { type: `count` } } });
cube(`E5`, { extends: E4, sql: `select * from (${E1.sql()}) x` });
cube(`E4`, { extends: E3, measures: { four: { sql: `x`, type: `sum` } } });
