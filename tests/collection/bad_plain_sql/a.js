// Refused: an sql list.
cube(`A`, { sql: [`select 1`] });
