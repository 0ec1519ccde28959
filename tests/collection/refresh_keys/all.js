// Refresh keys of every form.
cube(`K1`, { sql: `select * from k`, refreshKey: { sql: `select max(t) from k` } });
cube(`K2`, { sql: `select * from k`, refreshKey: { every: `2 hours` } });
cube(`K3`, { sql: `select * from k`, refreshKey: { every: `30 5 * * *`, timezone: `Europe/Berlin` } });
cube(`K4`, { sql: `select * from k`, refreshKey: { immutable: true } });
cube(`K5`, { sql: `select * from k`, refreshKey: { sql: `select 1`, every: `1 day` } });
