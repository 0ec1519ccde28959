// Beside it, a cube.
cube(`Some`, { sql: `select 1`, measures: { count: { type: `count` } } });;
