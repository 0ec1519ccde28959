// Texts in and out.
export const names = JSON.parse('["north", "south"]');
export const quoted = (list) => list.map((one) => `'${one.trim()}'`).join(', ');
export const known = (name) => names.includes(name) && typeof name === 'string';
