// Measures that are texts, times and flags.
cube(`Jobs`, { sql: `select * from jobs`, measures: { last: { sql: `max(at)`, type: `time` }, state: { sql: `max(state)`, type: `string` }, any: { sql: `bool_or(failed)`, type: `boolean` } } });
