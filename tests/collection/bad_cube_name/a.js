// Refused: a name with a dash.
cube(`a-b`, { sql: `select 1` });
