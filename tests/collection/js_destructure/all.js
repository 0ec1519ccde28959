// Patterns with defaults and rest; spread in lists; shorthand.
const [first, second = 'b', ...rest] = ['a', undefined, 'c', 'd']; const { x, y: { z = 5 } = {}, ...others } = { x: 1, w: 2 };
const sql = () => `select '${[...rest, first, second].join('')}' as t, ${x + z + others.w} as n`;
cube(`Taken`, { sql, measures: { count: { type: `count` } } });
