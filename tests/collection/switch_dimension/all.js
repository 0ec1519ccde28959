// A dimension that switches, and a measure that follows it.
cube(`Rates`, { sql: `select * from rates`, dimensions: { currency: { type: `switch`, values: [`EUR`, `USD`] } },
  measures: { eur: { sql: `eur`, type: `sum` }, usd: { sql: `usd`, type: `sum` },
    amount: { multiStage: true, type: `number`, case: { switch: CUBE.currency, when: [{ value: `EUR`, sql: `${CUBE.eur}` }], else: { sql: `${CUBE.usd}` } } } } });
