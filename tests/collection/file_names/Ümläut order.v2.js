// Spaces, dots and letters outside of ASCII in a file's name and in titles.
cube(`Named`, { sql: `select * from named`, title: `Größe · 크기 · размер`, measures: { count: { type: `count`, title: `Число` } } });
