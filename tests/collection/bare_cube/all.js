// Nothing but a table.
cube(`Bare`, { sql: `select 1` });
