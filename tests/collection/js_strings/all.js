// Methods of strings and lists.
const title = (s) => s.charAt(0).toUpperCase() + s.slice(1);
const columns = 'id,first_name,last_name'.split(',').concat(['age']).filter((c) => c !== 'id');
const dimensions = {};
columns.forEach((c) => { dimensions[c.replace(/_(.)/g, (all, x) => x.toUpperCase())] = { sql: () => c, type: 'string', title: c.split('_').map(title).join(' ') }; });
cube(`People`, { sql: `select ${columns.join(', ')} from people`, dimensions });
