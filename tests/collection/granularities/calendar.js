// Granularities of an own, by origin, offset and title.
cube(`Shifts`, { sql: `select * from shifts`, measures: { count: { type: `count` } },
  dimensions: { at: { sql: `at`, type: `time`, granularities: {
    half_year: { interval: `6 months` }, fiscal: { title: `Fiscal year`, interval: `1 year`, offset: `3 months` }, fortnight: { interval: `2 weeks`, origin: `2024-01-01` } } } } });
