// A default export alone.
export default { count: { type: `count` } };
