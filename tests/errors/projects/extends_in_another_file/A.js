cube(`A`, { extends: Base, measures: { n: { type: `number`, sql: `${total} + 1` } } });
